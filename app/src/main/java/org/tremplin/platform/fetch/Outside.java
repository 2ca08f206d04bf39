package org.tremplin.platform.fetch;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tremplin.platform.fetch.Fetched.Reason;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/**
 * Reads one file of another server, at an address that a visitor gave: over https, at public addresses only, without
 * cookies, and within bounds of time, size and number.
 */
@Component
public class Outside implements DisposableBean {

    static final int MOST_REDIRECTS = 3;
    private static final int MOST_AT_ONCE = 8;
    private static final Set<Integer> SENT_ON = Set.of(301, 302, 303, 307, 308);

    private final boolean anywhere;
    private final Duration patience;
    private final HttpClient client;
    private final Scheduler names = Schedulers.newBoundedElastic(4, 32, "names");
    private final AtomicInteger reading = new AtomicInteger();

    @Autowired
    Outside(FetchSettings settings) {
        this(
                settings.privateAddresses(),
                settings.privateAddresses() ? any -> true : PublicAddress::is,
                Duration.ofSeconds(10));
    }

    Outside(boolean anywhere, Predicate<InetAddress> allowed, Duration patience) {
        this.anywhere = anywhere;
        this.patience = patience;
        // no connection is kept: each is made to an address that was just checked
        this.client = HttpClient.create(ConnectionProvider.newConnection())
                .resolver(new CheckedNames(allowed, names))
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) patience.toMillis())
                .headers(headers -> headers.set(HttpHeaderNames.USER_AGENT, "Tremplin")
                        .set(HttpHeaderNames.ACCEPT, "application/json"));
    }

    /** @param most bytes that are read */
    public Mono<Fetched> get(URI address, int most) {
        return Mono.defer(() -> {
            if (reading.incrementAndGet() > MOST_AT_ONCE) {
                reading.decrementAndGet();
                return failed(Reason.BUSY);
            }
            return follow(address, most, MOST_REDIRECTS)
                    .timeout(patience)
                    .onErrorResume(error -> failed(reason(error)))
                    .doFinally(end -> reading.decrementAndGet());
        });
    }

    @Override
    public void destroy() {
        names.dispose();
    }

    private Mono<Fetched> follow(URI address, int most, int redirects) {
        return !readable(address)
                ? failed(Reason.ADDRESS)
                : client.get()
                        .uri(address)
                        .response((response, body) -> answer(address, response, body, most))
                        .next()
                        .flatMap(answer -> next(answer, most, redirects));
    }

    private Mono<Fetched> next(Answer answer, int most, int redirects) {
        URI on = answer.on();
        if (on == null) {
            return Mono.just(answer.came());
        }
        return redirects == 0 ? failed(Reason.REDIRECTS) : follow(on, most, redirects - 1);
    }

    private Mono<Answer> answer(URI address, HttpClientResponse response, ByteBufFlux body, int most) {
        int status = response.status().code();
        String on = response.responseHeaders().get(HttpHeaderNames.LOCATION);
        if (SENT_ON.contains(status) && on != null) {
            return Mono.fromCallable(() -> new Answer(new Fetched.Failed(Reason.ADDRESS), address.resolve(on)));
        }
        return status != 200
                ? Mono.just(new Answer(new Fetched.Failed(Reason.NOT_THERE), null))
                : whole(body, most).map(bytes -> new Answer(new Fetched.Got(bytes, address), null));
    }

    private static Mono<byte[]> whole(ByteBufFlux body, int most) {
        return body.asByteArray()
                .reduceWith(ByteArrayOutputStream::new, (all, piece) -> {
                    if (all.size() + piece.length > most) {
                        throw new TooLarge();
                    }
                    all.writeBytes(piece);
                    return all;
                })
                .map(ByteArrayOutputStream::toByteArray);
    }

    /** A name or an address in its usual form; what else a host may look like is read differently by different programs. */
    private boolean readable(URI address) {
        String scheme = String.valueOf(address.getScheme());
        int usual = scheme.equals("https") ? 443 : 80;
        return (scheme.equals("https") || anywhere && scheme.equals("http"))
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && (anywhere || address.getPort() == -1 || address.getPort() == usual);
    }

    private static Reason reason(Throwable error) {
        Throwable cause = error;
        for (int depth = 0; depth < 5 && cause != null; depth++) {
            if (cause instanceof CheckedNames.NotPublic) {
                return Reason.NOT_PUBLIC;
            }
            if (cause instanceof TooLarge) {
                return Reason.TOO_LARGE;
            }
            if (cause instanceof TimeoutException) {
                return Reason.TOO_SLOW;
            }
            if (cause instanceof IllegalArgumentException) {
                return Reason.ADDRESS;
            }
            cause = cause.getCause();
        }
        return Reason.UNREACHABLE;
    }

    private static Mono<Fetched> failed(Reason reason) {
        return Mono.just(new Fetched.Failed(reason));
    }

    /** @param on where it sends us, else none and {@code came} counts */
    private record Answer(Fetched came, @Nullable URI on) {}

    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}

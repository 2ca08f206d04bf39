package org.tremplin.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets an answer that lasts for hours begin once everything that prepared it is gone. The filters, their observations
 * and the exchange of one request hold some 40 kB: of ten thousand viewers who only wait, that is all there would be.
 */
@Component
public class LongStreams implements WebHttpHandlerBuilderCustomizer {

    /** How addresses end that may answer so. */
    private static final String ENDING = "/direct";

    @Override
    public void customize(WebHttpHandlerBuilder builder) {
        builder.httpHandlerDecorator(LongStreams::decorated);
    }

    private static HttpHandler decorated(HttpHandler handler) {
        return (request, response) -> request.getPath().value().endsWith(ENDING)
                ? answer(handler, request, new Prepared(response))
                : handler.handle(request, response);
    }

    private static Mono<Void> answer(HttpHandler handler, ServerHttpRequest request, Prepared response) {
        // deferred: what is assembled now would be held until the end
        return Mono.defer(() -> handler.handle(request, response)).then(Mono.defer(response::stream));
    }

    /**
     * Has the answer to this request, with the status and the headers it has by then, go on with these bytes, each sent
     * at once; the caller completes without writing anything.
     *
     * @param response of a request whose address ends with {@code /direct}
     */
    public static void goOn(ServerHttpResponse response, Flux<DataBuffer> bytes) {
        ServerHttpResponse at = response;
        while (!(at instanceof Prepared) && at instanceof ServerHttpResponseDecorator outer) {
            at = outer.getDelegate();
        }
        if (!(at instanceof Prepared prepared)) {
            throw new IllegalStateException("This address does not end with " + ENDING);
        }
        prepared.bytes = bytes;
    }

    /** Keeps apart what is to be done before the first byte, so that the answer does not hold it afterwards. */
    private static final class Prepared extends ServerHttpResponseDecorator {

        private final List<Supplier<? extends Mono<Void>>> before = new ArrayList<>();
        private @Nullable Flux<DataBuffer> bytes;
        private boolean committed;

        Prepared(ServerHttpResponse delegate) {
            super(delegate);
        }

        @Override
        public void beforeCommit(Supplier<? extends Mono<Void>> action) {
            before.add(action);
        }

        @Override
        public boolean isCommitted() {
            return committed || super.isCommitted();
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return commit().then(Mono.defer(() -> super.writeWith(body)));
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return commit().then(Mono.defer(() -> super.writeAndFlushWith(body)));
        }

        @Override
        public Mono<Void> setComplete() {
            return commit().then(Mono.defer(() -> bytes == null ? super.setComplete() : Mono.empty()));
        }

        private Mono<Void> commit() {
            return Mono.defer(() -> {
                committed = true;
                List<Supplier<? extends Mono<Void>>> actions = List.copyOf(before);
                before.clear();
                return Flux.fromIterable(actions).concatMap(Supplier::get).then();
            });
        }

        Mono<Void> stream() {
            Flux<DataBuffer> last = bytes;
            bytes = null;
            return last == null ? Mono.empty() : getDelegate().writeAndFlushWith(last.map(Mono::just));
        }
    }
}

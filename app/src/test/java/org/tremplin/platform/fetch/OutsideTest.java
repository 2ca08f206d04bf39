package org.tremplin.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tremplin.NothingBlocks;
import org.tremplin.platform.fetch.Fetched.Reason;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A server that plays a stranger's: 127.0.0.1 stands for the internet, every other address for a private network. */
class OutsideTest {

    static {
        NothingBlocks.watch();
    }

    private static final int MOST = 1_000;
    private static final Predicate<InetAddress> ONLY_THE_FIRST =
            address -> address.getHostAddress().equals("127.0.0.1");

    private final List<String> asked = new ArrayList<>();
    private final Outside outside = new Outside(true, ONLY_THE_FIRST, Duration.ofSeconds(2));
    private DisposableServer server;

    @BeforeEach
    void start() {
        server = HttpServer.create()
                .host("0.0.0.0")
                .port(0)
                .route(routes -> routes.get("/file", (request, response) -> {
                            asked.add(String.valueOf(request.requestHeaders()));
                            return response.addHeader("Set-Cookie", "a=b").sendString(Mono.just("{}"));
                        })
                        .get("/hop/{left}", (request, response) -> {
                            int left = Integer.parseInt(String.valueOf(request.param("left")));
                            return response.status(302)
                                    .header("Location", left == 0 ? "/file" : "/hop/" + (left - 1))
                                    .send();
                        })
                        .get(
                                "/private",
                                (request, response) -> response.status(302)
                                        .header("Location", "http://127.0.0.2:" + server.port() + "/file")
                                        .send())
                        .get(
                                "/strange",
                                (request, response) -> response.status(302)
                                        .header("Location", "file:///etc/passwd")
                                        .send())
                        .get(
                                "/large",
                                (request, response) -> response.sendByteArray(
                                        Flux.range(0, 50_000).map(piece -> new byte[1_000])))
                        .get("/silent", (request, response) -> response.sendString(Mono.never()))
                        .get(
                                "/drops",
                                (request, response) -> response.sendString(
                                        Flux.interval(Duration.ofMillis(300)).map(tick -> "x"))))
                .bindNow();
    }

    @AfterEach
    void stop() {
        outside.destroy();
        server.disposeNow();
    }

    @Test
    void readsAFileAndSendsNothingOfTheVisitor() {
        assertThat(got("/file")).isEqualTo("{}");
        assertThat(got("/file")).isEqualTo("{}");
        assertThat(asked)
                .hasSize(2)
                .allSatisfy(headers -> assertThat(headers.toLowerCase())
                        .contains("user-agent: tremplin")
                        .doesNotContain("cookie", "referer", "authorization"));
    }

    @Test
    void followsThreeRedirectsAndNoFourth() {
        assertThat(got("/hop/2")).isEqualTo("{}");
        assertThat(reason(at("/hop/3"))).isEqualTo(Reason.REDIRECTS);
    }

    @Test
    void entersNoPrivateNetworkBehindARedirect() {
        assertThat(reason(at("/private"))).isEqualTo(Reason.NOT_PUBLIC);
        assertThat(reason(at("/strange"))).isEqualTo(Reason.ADDRESS);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.2", "[::1]", "0.0.0.0", "[::ffff:127.0.0.2]"})
    void checksAnAddressInFiguresToo(String host) {
        assertThat(reason(URI.create("http://" + host + ":" + server.port() + "/file")))
                .isEqualTo(Reason.NOT_PUBLIC);
        assertThat(asked).isEmpty();
    }

    @Test
    void checksWhatANameStandsFor() {
        Outside none = new Outside(true, any -> false, Duration.ofSeconds(2));
        assertThat(reason(none, URI.create("http://localhost:" + server.port() + "/file")))
                .isEqualTo(Reason.NOT_PUBLIC);
        none.destroy();
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://dons.example/file",
                "https://dons.example:8443/file",
                "https://a:b@dons.example/file",
                "ftp://dons.example/file",
                "file:///etc/passwd",
                "https://127.1/",
                "https:///x"
            })
    void readsNothingButHttpsAtItsUsualPort(String address) {
        Outside strict = new Outside(false, PublicAddress::is, Duration.ofSeconds(2));
        assertThat(reason(strict, URI.create(address))).isEqualTo(Reason.ADDRESS);
        strict.destroy();
    }

    @Test
    void entersNoPrivateNetworkUnlessAnOperatorSaysSo() {
        Outside strict = new Outside(new FetchSettings(false));
        assertThat(reason(strict, URI.create("https://127.0.0.1/file"))).isEqualTo(Reason.NOT_PUBLIC);
        assertThat(reason(strict, URI.create("https://localhost/file"))).isEqualTo(Reason.NOT_PUBLIC);
        assertThat(reason(strict, URI.create("https://2130706433/file"))).isEqualTo(Reason.NOT_PUBLIC);
        strict.destroy();
    }

    @Test
    void stopsReadingWhatIsTooLargeOrTooSlow() {
        assertThat(reason(at("/large"))).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(at("/silent"))).isEqualTo(Reason.TOO_SLOW);
        assertThat(reason(at("/drops"))).isEqualTo(Reason.TOO_SLOW);
    }

    @Test
    void saysWhenTheFileIsNotThereOrNobodyAnswers() {
        assertThat(reason(at("/none"))).isEqualTo(Reason.NOT_THERE);
        assertThat(reason(URI.create("http://127.0.0.1:1/file"))).isEqualTo(Reason.UNREACHABLE);
        assertThat(reason(URI.create("http://nowhere.invalid/file"))).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void readsAFewAtOnceAndRefusesTheOthers() {
        List<Fetched> all = Flux.range(0, 12)
                .flatMap(one -> outside.get(at("/silent"), MOST), 12)
                .collectList()
                .block();
        assertThat(all).filteredOn(new Fetched.Failed(Reason.BUSY)::equals).hasSize(4);
        assertThat(got("/file")).isEqualTo("{}");
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private String got(String path) {
        return outside.get(at(path), MOST)
                .map(fetched -> fetched.fold(
                        got -> new String(got.bytes(), StandardCharsets.UTF_8),
                        failed -> failed.reason().name()))
                .block();
    }

    private Reason reason(URI address) {
        return reason(outside, address);
    }

    private static Reason reason(Outside reader, URI address) {
        Fetched fetched = reader.get(address, MOST).block();
        return fetched instanceof Fetched.Failed failed ? failed.reason() : null;
    }
}

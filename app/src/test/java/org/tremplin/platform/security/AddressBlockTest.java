package org.tremplin.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.tremplin.platform.BadSetting;

class AddressBlockTest {

    private static final String PROXY = "127.0.0.1";
    private static final String PROXY_BLOCK = "127.0.0.0/24";

    @Test
    void forgetsWhichMachineItWas() throws UnknownHostException {
        assertThat(AddressBlock.of(InetAddress.getByName("192.0.2.77"))).isEqualTo("192.0.2.0/24");
        assertThat(AddressBlock.of(InetAddress.getByName("2001:db8:12:3456::1")))
                .isEqualTo("20:01:0d:b8:00:12::/48");
    }

    @Test
    void believesNoHeaderUnlessAProxyIsNamed() {
        assertThat(block(List.of(), PROXY, "192.0.2.77")).isEqualTo(PROXY_BLOCK);
    }

    @Test
    void believesNoHeaderOfAStranger() {
        assertThat(block(List.of(PROXY), "198.51.100.9", "192.0.2.77")).isEqualTo("198.51.100.0/24");
    }

    @Test
    void takesTheVisitorATrustedProxyNames() {
        assertThat(block(List.of(PROXY), PROXY, "192.0.2.77")).isEqualTo("192.0.2.0/24");
        assertThat(block(List.of("::1"), "::1", "2001:db8:12::1")).isEqualTo("20:01:0d:b8:00:12::/48");
        assertThat(block(List.of(PROXY), PROXY, "::ffff:192.0.2.77")).isEqualTo("192.0.2.0/24");
    }

    @Test
    void ignoresWhatTheVisitorWroteLeftOfIt() {
        assertThat(block(List.of(PROXY), PROXY, "203.0.113.5, 192.0.2.77")).isEqualTo("192.0.2.0/24");
        assertThat(block(List.of(PROXY), PROXY, "127.0.0.1, 192.0.2.77")).isEqualTo("192.0.2.0/24");
        assertThat(block(List.of(PROXY), PROXY, "garbage", "192.0.2.77")).isEqualTo("192.0.2.0/24");
    }

    @Test
    void passesOverAChainOfTrustedProxies() {
        assertThat(block(List.of(PROXY, "10.0.0.0/8"), PROXY, "203.0.113.5, 192.0.2.77", "10.1.2.3"))
                .isEqualTo("192.0.2.0/24");
        assertThat(block(List.of(PROXY, "10.0.0.0/8"), PROXY, "203.0.113.5, 11.0.0.1, 10.1.2.3"))
                .isEqualTo("11.0.0.0/24");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ",", "unknown", "192.0.2", "999.1.1.1", "example.org", "192.0.2.77,", "192.0.2.77:80"})
    void takesTheProxyWhenItsHeaderIsMalformed(String header) {
        assertThat(block(List.of(PROXY), PROXY, header)).isEqualTo(PROXY_BLOCK);
    }

    @Test
    void takesTheProxyWhenItSaysNothing() {
        assertThat(block(List.of(PROXY), PROXY)).isEqualTo(PROXY_BLOCK);
    }

    @Test
    void cutsANetworkWithinAByte() {
        assertThat(block(List.of("172.16.0.0/12"), "172.31.255.1", "192.0.2.77"))
                .isEqualTo("192.0.2.0/24");
        assertThat(block(List.of("172.16.0.0/12"), "172.32.0.1", "192.0.2.77")).isEqualTo("172.32.0.0/24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8/8", "*"})
    void refusesASettingThatIsNoAddress(String proxy) {
        List<String> proxies = List.of(proxy);
        assertThatThrownBy(() -> new ProxySettings(proxies))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("tremplin.platform.trusted-proxies");
    }

    private static String block(List<String> proxies, String peer, String... forwarded) {
        var request = MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress(peer, 4_711));
        Arrays.stream(forwarded).forEach(line -> request.header("X-Forwarded-For", line));
        return new AddressBlock(new ProxySettings(proxies)).of(request.build());
    }
}

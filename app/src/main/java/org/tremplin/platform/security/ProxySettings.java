package org.tremplin.platform.security;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.tremplin.platform.BadSetting;

/**
 * @param trustedProxies addresses, or networks such as {@code 10.0.0.0/8}, whose {@code X-Forwarded-For} is believed;
 *     none unless set, because anybody can write that header
 */
@ConfigurationProperties("tremplin.platform")
record ProxySettings(List<String> trustedProxies) {

    ProxySettings(@Nullable List<String> trustedProxies) {
        this.trustedProxies = trustedProxies == null
                ? List.of()
                : trustedProxies.stream()
                        .map(String::strip)
                        .filter(proxy -> !proxy.isEmpty())
                        .toList();
        this.trustedProxies.forEach(ProxySettings::network);
    }

    boolean trusts(InetAddress address) {
        return trustedProxies.stream().anyMatch(proxy -> network(proxy).holds(address));
    }

    private static Network network(String proxy) {
        Network network = Network.parse(proxy);
        if (network == null) {
            throw new BadSetting(
                    "tremplin.platform.trusted-proxies",
                    "The setting tremplin.platform.trusted-proxies must hold addresses or networks such as 127.0.0.1 or"
                            + " 10.0.0.0/8, separated by commas.");
        }
        return network;
    }
}

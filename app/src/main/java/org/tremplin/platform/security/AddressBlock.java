package org.tremplin.platform.security;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** The neighbourhood a request comes from, coarse on purpose: /24 of IPv4, /48 of IPv6. */
@Component
public class AddressBlock {

    private static final String FORWARDED = "X-Forwarded-For";

    private final ProxySettings proxies;

    AddressBlock(ProxySettings proxies) {
        this.proxies = proxies;
    }

    public String of(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        if (remote == null || remote.getAddress() == null) {
            return "unknown";
        }
        return of(visitor(remote.getAddress(), request.getHeaders().getOrEmpty(FORWARDED)));
    }

    /**
     * Each proxy adds at the right whom it heard, so the first stranger from the right is the visitor; what stands left
     * of it the visitor may have written.
     */
    private InetAddress visitor(InetAddress peer, List<String> forwarded) {
        InetAddress visitor = peer;
        String[] said = String.join(",", forwarded).split(",", -1);
        for (int place = said.length - 1; place >= 0 && proxies.trusts(visitor); place--) {
            InetAddress before = Network.address(said[place].strip());
            if (before == null) {
                return peer;
            }
            visitor = before;
        }
        return visitor;
    }

    static String of(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return (bytes[0] & 0xFF) + "." + (bytes[1] & 0xFF) + "." + (bytes[2] & 0xFF) + ".0/24";
        }
        return HexFormat.ofDelimiter(":").formatHex(bytes, 0, 6) + "::/48";
    }
}

package org.tremplin.platform.security;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The neighbourhood a request comes from, coarse on purpose: /24 of IPv4, /48 of IPv6. */
public final class AddressBlock {

    private AddressBlock() {}

    public static String of(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        return remote == null || remote.getAddress() == null ? "unknown" : of(remote.getAddress());
    }

    static String of(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return (bytes[0] & 0xFF) + "." + (bytes[1] & 0xFF) + "." + (bytes[2] & 0xFF) + ".0/24";
        }
        return HexFormat.ofDelimiter(":").formatHex(bytes, 0, 6) + "::/48";
    }
}

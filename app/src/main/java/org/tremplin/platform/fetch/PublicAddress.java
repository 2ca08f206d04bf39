package org.tremplin.platform.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tremplin.platform.security.Network;

/** Whether anybody on the internet may reach an address: by the registries of special addresses of IANA. */
final class PublicAddress {

    /** Not for everybody, or for nobody: RFC 6890 and its registry. */
    private static final List<Network> SPECIAL = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** The only part of IPv6 that is given out; loopback, private, link-local, multicast and mapped ones lie outside. */
    private static final List<Network> GIVEN_OUT = networks("2000::/3");

    /** Tunnels and documentation within it: a tunnel hides an IPv4 address. */
    private static final List<Network> SPECIAL_IPV6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return address instanceof Inet4Address
                ? !in(SPECIAL, address)
                : in(GIVEN_OUT, address) && !in(SPECIAL_IPV6, address);
    }

    private static boolean in(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.holds(address));
    }

    private static List<Network> networks(String... written) {
        return Stream.of(written)
                .map(Network::parse)
                .map(Objects::requireNonNull)
                .toList();
    }
}

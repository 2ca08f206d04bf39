package org.tremplin.platform.security;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A single address or a network of them. Only literals are read: a name would ask a name server on somebody's word.
 *
 * @param start an address of the network, 4 or 16 bytes
 * @param bits how many leading bits all its addresses have in common, 0 to 128
 */
public record Network(InetAddress start, int bits) {

    /** {@code address} or {@code address/bits}; null for anything else. */
    public static @Nullable Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress start = address(slash < 0 ? text : text.substring(0, slash));
        if (start == null) {
            return null;
        }
        int whole = start.getAddress().length * 8;
        if (slash < 0) {
            return new Network(start, whole);
        }
        String bits = text.substring(slash + 1);
        return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= whole
                ? new Network(start, Integer.parseInt(bits))
                : null;
    }

    /** An IPv4 or IPv6 address as written; null for anything else. */
    static @Nullable InetAddress address(String literal) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(literal);
        if (bytes == null) {
            return null;
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException wrongLength) {
            return null;
        }
    }

    public boolean holds(InetAddress address) {
        byte[] ours = start.getAddress();
        byte[] theirs = address.getAddress();
        int whole = bits / 8;
        if (ours.length != theirs.length || !Arrays.equals(ours, 0, whole, theirs, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        return rest == 0 || (ours[whole] & 0xFF) >> (8 - rest) == (theirs[whole] & 0xFF) >> (8 - rest);
    }
}

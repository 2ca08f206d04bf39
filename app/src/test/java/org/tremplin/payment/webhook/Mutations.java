package org.tremplin.payment.webhook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Spoils events and headers in the ways that broke others; the same seed spoils the same way. */
final class Mutations {

    private static final Pattern VALUE = Pattern.compile("(?<=\":)(\"[^\"]*\"|-?[0-9]+|true|false|null)");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "9".repeat(30),
            "9".repeat(1_100),
            "1e999999999",
            "-9223372036854775809",
            "253402300800",
            "0.1",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"" + "x".repeat(300) + "\"",
            "\"é\u0301\u202e💸\"",
            "\"'; drop table payment.payment; --\"",
            "[]",
            "{}",
            "[{}]",
            "{\"id\":{\"id\":\"x\"}}",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"1-1-1-1-1\"",
            "\"charge.refunded\"",
            "\"charge.dispute.created\"",
            "\"checkout.session.expired\"",
            "\"payment_intent.payment_failed\"");

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    byte[] body(String event) {
        return switch (random.nextInt(9)) {
            case 0 -> flipped(bytes(event));
            case 1 -> java.util.Arrays.copyOf(bytes(event), random.nextInt(event.length()));
            case 2 -> bytes(value(event, deep()));
            case 3 -> inserted(bytes(event), (byte) 0);
            case 4 -> inserted(bytes(event), (byte) (0x80 | random.nextInt(0x80)));
            case 5 -> bytes(value(value(event, pick(VALUES)), pick(VALUES)));
            case 6 -> bytes(event + pick(List.of("{}", "]", "\u0000", event, " ".repeat(1_000))));
            case 7 -> event.getBytes(pick(List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)));
            default -> bytes(value(event, pick(VALUES)));
        };
    }

    /** Half of them stay right: what is signed must be survived too. */
    String header(String right) {
        return switch (random.nextInt(12)) {
            case 0 -> right.substring(0, random.nextInt(right.length()));
            case 1 -> new String(flipped(bytes(right)), StandardCharsets.ISO_8859_1);
            case 2 -> right.replace("t=", "t=" + "9".repeat(random.nextInt(40)));
            case 3 -> ",".repeat(random.nextInt(5_000)) + right;
            case 4 -> right.replace("v1=", pick(List.of("v0=", "v1", "", "v1==", "v1=\u0000")));
            case 5 -> pick(List.of("", "t=", "t,v1", "=", "t=1,v1=é", "\uD800"));
            default -> right;
        };
    }

    private byte[] flipped(byte[] bytes) {
        for (int times = 1 + random.nextInt(4); times > 0 && bytes.length > 0; times--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private byte[] inserted(byte[] bytes, byte what) {
        int at = random.nextInt(bytes.length);
        byte[] longer = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, longer, 0, at);
        longer[at] = what;
        System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
        return longer;
    }

    /** Any one value of the event, of whatever field, is another. */
    private String value(String event, String value) {
        List<MatchResult> values =
                new ArrayList<>(VALUE.matcher(event).results().toList());
        if (values.isEmpty()) {
            return event;
        }
        MatchResult at = pick(values);
        return event.substring(0, at.start()) + value + event.substring(at.end());
    }

    private String deep() {
        int depth = pick(List.of(10, 400, 600, 5_000, 100_000));
        return random.nextBoolean()
                ? "[".repeat(depth) + "]".repeat(depth)
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

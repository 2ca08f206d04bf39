package org.tremplin.payment.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tremplin.payment.webhook.ProviderSignature;

/**
 * Stripe's signature scheme v1, with one or several secrets. Over the bytes as they came: the library checks a decoded
 * text, in which bytes that are no UTF-8 look like others that were signed. Stamps off by more than 300 s either way are
 * refused; the library accepts any stamp ahead of its clock.
 */
final class StripeSignature implements ProviderSignature {

    private static final long TOLERANCE_SECONDS = 300;
    private static final int LONGEST_HEADER = 4_096;
    private static final String STAMP = "t=";
    private static final String SCHEME = "v1=";

    private final List<String> secrets;
    private final Clock clock;

    StripeSignature(List<String> secrets, Clock clock) {
        this.secrets = List.copyOf(secrets);
        this.clock = clock;
    }

    @Override
    public boolean valid(byte[] body, @Nullable String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return false;
        }
        OptionalLong stamp = OptionalLong.empty();
        List<String> signatures = new ArrayList<>();
        for (String part : header.split(",")) {
            String item = part.strip();
            if (item.startsWith(STAMP) && stamp.isEmpty()) {
                stamp = seconds(item.substring(STAMP.length()));
            } else if (item.startsWith(SCHEME)) {
                signatures.add(item.substring(SCHEME.length()));
            }
        }
        if (stamp.isEmpty() || Math.abs(stamp.getAsLong() - clock.instant().getEpochSecond()) > TOLERANCE_SECONDS) {
            return false;
        }
        long at = stamp.getAsLong();
        return secrets.stream()
                .map(secret -> signature(secret, at, body))
                .anyMatch(right ->
                        signatures.stream().anyMatch(given -> MessageDigest.isEqual(bytes(right), bytes(given))));
    }

    @Override
    public String sign(byte[] body) {
        long now = clock.instant().getEpochSecond();
        return STAMP + now + "," + SCHEME + signature(secrets.get(0), now, body);
    }

    private static OptionalLong seconds(String digits) {
        return digits.matches("[0-9]{1,12}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    private static String signature(String secret, long stamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            mac.update(bytes(stamp + "."));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JVM has HMAC-SHA-256", missing);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package org.tremplin.payment.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tremplin.payment.webhook.ProviderSignature;

/** Stripe's signature scheme v1, with one or several secrets; stamps off by more than 300 s either way are refused. */
final class StripeSignature implements ProviderSignature {

    private static final long TOLERANCE_SECONDS = 300;
    private static final Pattern STAMP = Pattern.compile("(?:^|,)t=([0-9]{1,12})(?:,|$)");

    private final List<String> secrets;
    private final Clock clock;

    StripeSignature(List<String> secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public boolean valid(byte[] body, @Nullable String header) {
        if (header == null || fromTheFuture(header)) {
            return false;
        }
        String payload = new String(body, StandardCharsets.UTF_8);
        return secrets.stream().anyMatch(secret -> verifies(payload, header, secret));
    }

    /** The library accepts any stamp ahead of its clock. */
    private boolean fromTheFuture(String header) {
        Matcher stamp = STAMP.matcher(header);
        return !stamp.find() || Long.parseLong(stamp.group(1)) > clock.instant().getEpochSecond() + TOLERANCE_SECONDS;
    }

    private boolean verifies(String payload, String header, String secret) {
        try {
            return Webhook.Signature.verifyHeader(payload, header, secret, TOLERANCE_SECONDS, clock);
        } catch (SignatureVerificationException | RuntimeException refused) {
            // the library throws unchecked exceptions on malformed headers
            return false;
        }
    }

    @Override
    public String sign(byte[] body) {
        try {
            return Webhook.Signature.generateSignatureHeader(
                    new String(body, StandardCharsets.UTF_8),
                    secrets.get(0),
                    clock.instant().getEpochSecond());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JVM has HMAC-SHA-256", missing);
        }
    }
}

package org.tremplin.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tremplin.TestClock;

class StripeSignatureTest {

    private static final String SECRET = "whsec_first";
    private static final long NOW = TestClock.START.getEpochSecond();
    private static final String BODY = "{\"id\":\"evt_1\",\"name\":\"Zoé\"}";

    private final StripeSignature signature = new StripeSignature(List.of(SECRET, "whsec_second"), new TestClock());

    @Test
    void acceptsWhatTheProviderSigns() throws Exception {
        assertThat(valid(BODY, header(SECRET, NOW))).isTrue();
        assertThat(valid(BODY, header("whsec_second", NOW))).isTrue();
        assertThat(valid(BODY, header("whsec_third", NOW))).isFalse();
    }

    @Test
    void signsAsTheProviderWould() throws Exception {
        assertThat(signature.sign(bytes(BODY))).isEqualTo(header(SECRET, NOW));
    }

    @Property(tries = 200)
    void acceptsAnyTextTheProviderSigns(@ForAll String text) throws Exception {
        // lone surrogates have no UTF-8
        String body = new String(bytes(text), StandardCharsets.UTF_8);
        String header = Webhook.Signature.generateSignatureHeader(body, SECRET, NOW);
        assertThat(valid(body, header)).isTrue();
        assertThat(valid(body + " ", header)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-299, -300, 0, 299, 300})
    void acceptsAStampOfTheLastAndNextFiveMinutes(long off) throws Exception {
        assertThat(valid(BODY, header(SECRET, NOW + off))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -86_400, 3_600, 31_536_000})
    void refusesAStampOfAnotherTime(long off) throws Exception {
        assertThat(valid(BODY, header(SECRET, NOW + off))).isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "t=abc",
                "t,v1",
                "garbage",
                "t=1,v1",
                "t=,v1=",
                ",,,",
                "=",
                "t=99999999999999999999,v1=00",
                "v1=00",
                "t=-1,v1=00",
                "t=١٢,v1=00"
            })
    void refusesAHeaderThatIsNone(String header) {
        assertThat(valid(BODY, header)).isFalse();
    }

    @Test
    void findsItsSchemeAmongMany() throws Exception {
        String right = header(SECRET, NOW).split(",")[1];
        assertThat(valid(BODY, "t=" + NOW + ",v0=00,v1=ffff," + right + ",v2=zz"))
                .isTrue();
        assertThat(valid(BODY, "t=" + NOW + "," + right.replace("v1=", "v0="))).isFalse();
        assertThat(valid(BODY, "t=" + NOW + ",v1=00".repeat(10_000) + "," + right))
                .as("nobody needs so many")
                .isFalse();
    }

    @Test
    void takesTheFirstStampOnly() throws Exception {
        String right = header(SECRET, NOW - 400).split(",")[1];
        assertThat(valid(BODY, "t=" + (NOW - 400) + ",t=" + NOW + "," + right)).isFalse();
        assertThat(valid(BODY, "t=" + NOW + ",t=" + (NOW - 400) + "," + right)).isFalse();
    }

    @Test
    @Tag("incident-07")
    @DisplayName("incident 7: the signature is over bytes, not over what they decode to")
    void refusesBytesThatOnlyDecodeToWhatWasSigned() throws Exception {
        String signed = "{\"id\":\"evt_\uFFFD\"}";
        String header = Webhook.Signature.generateSignatureHeader(signed, SECRET, NOW);
        byte[] forged = signed.getBytes(StandardCharsets.ISO_8859_1);
        forged[signed.indexOf('\uFFFD')] = (byte) 0xFF;
        assertThat(new String(forged, StandardCharsets.UTF_8)).isEqualTo(signed);
        assertThat(signature.valid(forged, header)).isFalse();
        assertThat(valid(signed, header)).isTrue();
    }

    private boolean valid(String body, String header) {
        return signature.valid(bytes(body), header);
    }

    private static String header(String secret, long at) throws Exception {
        return Webhook.Signature.generateSignatureHeader(BODY, secret, at);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

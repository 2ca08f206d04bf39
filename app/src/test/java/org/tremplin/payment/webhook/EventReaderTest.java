package org.tremplin.payment.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tremplin.payment.checkout.Word;
import tools.jackson.databind.json.JsonMapper;

class EventReaderTest {

    private static final String PAYMENT = "01a1e395-ae80-7006-9488-d9b1625e299b";
    private static final String COMPLETED = """
            {"id":"evt_1","object":"event","type":"checkout.session.completed","created":1763283600,"api_version":"%s",
             "data":{"object":{"id":"cs_1","object":"checkout.session","payment_status":"%s","payment_intent":"pi_1",
             "metadata":{"instance":"here","payment":"%s"}}}}
            """;

    private final EventReader reader = new EventReader(JsonMapper.builder().build());

    @ParameterizedTest
    @ValueSource(strings = {"2026-07-29.dahlia", "2025-09-30.clover", "2024-06-20", "2031-01-01.unheard"})
    void readsEventsOfEveryRelease(String version) {
        Told told = told(COMPLETED.formatted(version, "paid", PAYMENT));
        assertThat(told.word()).isEqualTo(Word.PAID);
        assertThat(told.payment()).hasToString(PAYMENT);
        assertThat(told.intent()).isEqualTo("pi_1");
        assertThat(told.created().getEpochSecond()).isEqualTo(1_763_283_600);
    }

    @Test
    void takesACheckOutWithoutMoneyForNone() {
        assertThat(told(COMPLETED.formatted("", "unpaid", PAYMENT)).word()).isEqualTo(Word.PROCESSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"settled", "", "PAID"})
    void doesNotGuessAStatusItDoesNotKnow(String status) {
        assertThat(reader.told(bytes(COMPLETED.formatted("", status, PAYMENT)))).isEmpty();
    }

    @Test
    void readsAReferenceThatCameWithItsObject() {
        String event = COMPLETED.formatted("", "paid", PAYMENT).replace("\"pi_1\"", "{\"id\":\"pi_1\"}");
        assertThat(told(event).intent()).isEqualTo("pi_1");
    }

    @Test
    void findsNoPaymentInWhatAnotherToolMade() {
        Told told = told("{\"id\":\"evt_1\",\"type\":\"checkout.session.completed\",\"created\":1,"
                + "\"data\":{\"object\":{\"id\":\"cs_1\",\"metadata\":{\"payment\":\"order 12\"}}}}");
        assertThat(told.payment()).isNull();
        assertThat(told.instance()).isNull();
    }

    @Test
    void leavesOutTheChargeOfADeclinedTry() {
        String charge =
                "{\"id\":\"evt_1\",\"type\":\"charge.updated\",\"created\":1,\"data\":{\"object\":{\"id\":\"ch_1\","
                        + "\"status\":\"%s\"}}}";
        assertThat(told(charge.formatted("failed")).aboutCharge()).isFalse();
        assertThat(told(charge.formatted("succeeded")).aboutCharge()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "[]",
                "{}",
                "null",
                "{\"id\":\"evt_1\"}",
                "{\"id\":7,\"type\":\"x\"}",
                "{\"id\":\"evt\\u0000\",\"type\":\"x\"}",
                "{\"id\":\"evt_1\",\"type\":\"x\",\"account\":[]}",
                "{\"id\":\"evt_1\",\"type\":\"x\"",
                "{\"id\":\"evt_1\",\"type\":\"x\"} trailing"
            })
    void findsNoEventInWhatIsNone(String body) {
        assertThat(reader.envelope(bytes(body))).isEmpty();
    }

    @Test
    void findsNoEventInBytesThatAreNoText() {
        byte[] body = bytes("{\"id\":\"evt_1\",\"type\":\"x\",\"n\":\"?\"}");
        body[body.length - 3] = (byte) 0xFF;
        assertThat(reader.envelope(body)).isEmpty();
        assertThat(reader.envelope(bytes("[".repeat(100_000)))).isEmpty();
    }

    private Told told(String event) {
        return reader.told(bytes(event)).orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

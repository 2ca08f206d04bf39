package org.tremplin.payment.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.tremplin.payment.AgainstStripe;
import reactor.core.publisher.Flux;

/** The webhook table of the contract, row by row. */
class WebhookDoorTest extends AgainstStripe {

    private static final int LIMIT = 256 * 1024;

    @Test
    void answersOnceTheEventIsOnDisk() {
        String event = stray("evt_plain_" + UUID.randomUUID());
        send(event).expectStatus().isOk();
        assertThat(stored(event)).isEqualTo(event.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keepsAnEventThatComesTwiceOnce() {
        String event = stray("evt_twice_" + UUID.randomUUID());
        send(event).expectStatus().isOk();
        send(event).expectStatus().isOk();
        send(
                        event.getBytes(StandardCharsets.UTF_8),
                        sign(event, SECOND_SECRET, clock.instant().getEpochSecond()))
                .expectStatus()
                .isOk();
        assertThat(number("select count(*) from payment.provider_event where event_id = '" + id(event) + "'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from platform.event where body->>'event' = '" + id(event) + "'"))
                .isEqualTo(1);
    }

    @Test
    @Tag("incident-07")
    @DisplayName(
            "incident 7: a body in other bytes of the same meaning is refused, and the right bytes are kept as they came")
    void takesTheVeryBytesThatWereSignedAndNoOthers() {
        clock.pass(java.time.Duration.ofMinutes(2));
        String id = "evt_bytes_" + UUID.randomUUID();
        String sent =
                "{ \"id\" :\"%s\",\"type\":\"product.created\",  \"name\":\"Zo\\u00e9 \\/ 1.50\",\"sum\":1.50E1}\n"
                        .formatted(id);
        String written =
                "{\"id\":\"%s\",\"type\":\"product.created\",\"name\":\"Zoé / 1.50\",\"sum\":15.0}".formatted(id);
        send(written.getBytes(StandardCharsets.UTF_8), sign(sent))
                .expectStatus()
                .isBadRequest();
        assertThat(stored("\"id\":\"" + id)).isNull();
        assertThat(alarms("webhook.refused")).isEqualTo(1);

        send(sent).expectStatus().isOk();
        assertThat(stored("\"id\":\"" + id)).isEqualTo(sent.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "t=abc", "t,v1", "garbage", "t=1,v1=00", ",,,", "v1=00"})
    void refusesABadSignature(String header) {
        // the alarm is written once a minute: not in the minute of another test
        clock.pass(java.time.Duration.ofMinutes(2));
        String event = stray("evt_bad_" + UUID.randomUUID());
        send(event.getBytes(StandardCharsets.UTF_8), header).expectStatus().isBadRequest();
        assertThat(stored(event)).isNull();
        assertThat(alarms("webhook.refused")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 31_536_000})
    void refusesAStampOfAnotherTime(long off) {
        String event = stray("evt_stamp_" + UUID.randomUUID());
        long at = clock.instant().getEpochSecond() + off;
        send(event.getBytes(StandardCharsets.UTF_8), sign(event, SECRET, at))
                .expectStatus()
                .isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(longs = {-299, 299})
    void acceptsAStampOfTheseMinutes(long off) {
        String event = stray("evt_stamp_" + UUID.randomUUID());
        long at = clock.instant().getEpochSecond() + off;
        send(event.getBytes(StandardCharsets.UTF_8), sign(event, SECRET, at))
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "[]", "{\"id\":\"evt_1\"}", "{\"id\":\"evt\\u0000\",\"type\":\"x\"}"})
    void refusesABodyThatIsNoEvent(String body) {
        send(body).expectStatus().isBadRequest();
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] body = "{\"id\":\"evt_\",\"n\":\"?\"}".getBytes(StandardCharsets.UTF_8);
        body[body.length - 3] = (byte) 0xFF;
        send(body, sign(new String(body, StandardCharsets.UTF_8)))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void refusesABodyAboveTheLimitWhetherItsLengthIsSaidOrNot() {
        byte[] big = new byte[LIMIT + 1];
        send(big, "t=1,v1=00").expectStatus().isEqualTo(413);
        var buffers = new DefaultDataBufferFactory();
        Flux<DataBuffer> chunks = Flux.range(0, 33).map(i -> buffers.wrap(new byte[8 * 1024]));
        web.post()
                .uri("/webhooks/stripe")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Stripe-Signature", "t=1,v1=00")
                .body(BodyInserters.fromDataBuffers(chunks))
                .exchange()
                .expectStatus()
                .isEqualTo(413);
    }

    @Test
    void takesABodyOfExactlyTheLimit() {
        String event = stray("evt_long_" + UUID.randomUUID());
        String padded = event + " ".repeat(LIMIT - event.getBytes(StandardCharsets.UTF_8).length);
        send(padded).expectStatus().isOk();
    }

    @Test
    void keepsAZeroSignInAPayloadAndItsNeighbours() {
        String zero = stray("evt_zero_" + UUID.randomUUID()).replace("stray", "str\\u0000ay");
        String plain = stray("evt_neighbour_" + UUID.randomUUID());
        Flux.just(zero, plain)
                .flatMap(event -> reactor.core.publisher.Mono.fromRunnable(
                                () -> send(event).expectStatus().isOk())
                        .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()))
                .blockLast();
        assertThat(stored(zero)).isEqualTo(zero.getBytes(StandardCharsets.UTF_8));
        assertThat(stored(plain)).isNotNull();
        pump.drain().block();
        assertThat(undone()).isZero();
    }

    @Test
    void isDoneWithEventsItDoesNotKnow() {
        send(stray("evt_new_" + UUID.randomUUID()).replace("product.created", "moon.landed"))
                .expectStatus()
                .isOk();
        pump.drain().block();
        assertThat(undone()).isZero();
        assertThat(number("select count(*) from platform.alarm where subject = 'moon.landed'"))
                .isZero();
    }

    @Test
    @Tag("incident-11")
    @DisplayName("incident 11: the first event that cannot be read is told")
    void raisesTheAlarmAtTheFirstEventItCannotReadAndTreatsItsNeighbours() {
        opensSessions();
        give("50", "unreadable-key-" + UUID.randomUUID()).expectStatus().isSeeOther();
        UUID payment = payment();
        send(checkout("completed", "sorted", payment)).expectStatus().isOk();
        send(checkout("completed", "paid", payment)).expectStatus().isOk();
        pump.drain().block();
        assertThat(received()).isEqualTo(5_000);
        assertThat(undone()).isZero();
        assertThat(number("select count(*) from platform.alarm where kind = 'webhook.unreadable'"
                        + " and subject = 'checkout.session.completed'"))
                .isEqualTo(1);
    }

    @Test
    void keepsAndTellsOfEventsOfAnotherInstance() {
        UUID payment = UUID.randomUUID();
        String event = event(
                "checkout.session.completed", "\"id\":\"cs_1\",\"payment_status\":\"paid\"", "somebody-else", payment);
        send(event).expectStatus().isOk();
        pump.drain().block();
        assertThat(stored(event)).isNotNull();
        assertThat(number("select count(*) from platform.alarm where kind = 'webhook.other_instance'"
                        + " and subject = 'somebody-else'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from platform.alarm where subject = '" + payment + "'"))
                .isZero();
    }

    @Test
    void tellsOfAPaymentOfOursThatIsNotHere() {
        UUID payment = UUID.randomUUID();
        send(checkout("completed", "paid", payment)).expectStatus().isOk();
        pump.drain().block();
        assertThat(number("select count(*) from platform.alarm where kind = 'payment.unknown' and subject = '" + payment
                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void marksWhatBecameOfEachEvent() {
        opensSessions();
        give("50", "marks-key-" + UUID.randomUUID()).expectStatus().isSeeOther();
        String paid = checkout("completed", "paid", payment());
        String unknown = stray("evt_moon_" + UUID.randomUUID()).replace("product.created", "moon.landed");
        String otherTool =
                "{\"id\":\"evt_%s\",\"type\":\"charge.succeeded\",\"created\":1,\"data\":{\"object\":{\"id\":\"ch_1\"}}}"
                        .formatted(UUID.randomUUID());
        String unreadable =
                paid.replaceFirst("evt_[^\"]*", "evt_" + UUID.randomUUID()).replace("\"paid\"", "\"sorted\"");
        String stranger =
                paid.replaceFirst("evt_[^\"]*", "evt_" + UUID.randomUUID()).replace(instance.id(), "somebody-else");
        List.of(paid, unknown, otherTool, unreadable, stranger)
                .forEach(event -> send(event).expectStatus().isOk());
        assertThat(treated(paid)).isEmpty();
        pump.drain().block();
        assertThat(treated(paid)).contains("TREATED");
        assertThat(treated(unknown)).contains("NOT_OURS");
        assertThat(treated(otherTool)).contains("NOT_OURS");
        assertThat(treated(unreadable)).contains("UNREADABLE");
        assertThat(treated(stranger)).contains("NOT_OURS");
        assertThat(received()).isEqualTo(5_000);
    }

    private Optional<String> treated(String event) {
        return database.sql("select treated from payment.provider_event where event_id = :id")
                .bind("id", id(event))
                .map(row -> Optional.ofNullable(row.get(0, String.class)))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void asksToComeBackWhileTheDatabaseIsGoneAndLosesNothing() {
        String event = stray("evt_gone_" + UUID.randomUUID());
        connections.database().reachable(false);
        try {
            send(event).expectStatus().isEqualTo(503).expectHeader().exists("Retry-After");
            send(event.getBytes(StandardCharsets.UTF_8), "garbage")
                    .expectStatus()
                    .isBadRequest();
        } finally {
            connections.database().reachable(true);
        }
        send(event).expectStatus().isOk();
        assertThat(stored(event)).isNotNull();
    }

    private static String stray(String id) {
        return "{\"id\":\"%s\",\"type\":\"product.created\",\"created\":1,\"data\":{\"object\":{\"name\":\"stray Zoé\"}}}"
                .formatted(id);
    }

    private static String id(String event) {
        return event.split("\"")[3];
    }

    private byte[] stored(String event) {
        return database.sql("select payload from payment.provider_event where event_id = :id")
                .bind("id", id(event))
                .map(row -> row.get(0, byte[].class))
                .one()
                .block();
    }

    private long undone() {
        return number("select count(*) from platform.delivery where state <> 'DONE'");
    }
}

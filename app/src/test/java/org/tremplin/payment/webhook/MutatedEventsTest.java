package org.tremplin.payment.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.CardGifts;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.payment.checkout.Instance;
import org.tremplin.platform.event.Pump;
import reactor.core.publisher.Flux;

/** Ten thousand spoilt events and headers: each is answered, none is in the way of another. */
@TestApplication
@Import({Samples.class, CardGifts.class})
class MutatedEventsTest {

    private static final long SEED = 20_261_122;
    private static final int EVENTS = 10_000;
    private static final int ROUND = 1_000;
    private static final int AT_ONCE = 32;

    @Autowired
    Samples samples;

    @Autowired
    CardGifts cards;

    @Autowired
    Pump pump;

    @Autowired
    DatabaseClient database;

    @Autowired
    Intake intake;

    @Autowired
    ProviderSignature signature;

    @Autowired
    Instance instance;

    @Autowired
    TestClock clock;

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void listen() {
        logged.start();
        root.addAppender(logged);
    }

    @AfterEach
    void listenNoMore() {
        root.detachAppender(logged);
    }

    @Test
    void answersEachAndTreatsItsNeighbours() {
        PublishedCampaign campaign = samples.campaign(
                samples.association("Chaos " + UUID.randomUUID()),
                "chaos-" + UUID.randomUUID().toString().substring(0, 8));
        List<UUID> spoilt = gifts(campaign, 5);
        List<UUID> witnesses = gifts(campaign, EVENTS / ROUND);
        Mutations mutations = new Mutations(SEED);
        int stored = 0;
        for (int round = 0; round < EVENTS / ROUND; round++) {
            List<Event> events = IntStream.range(0, ROUND)
                    .mapToObj(ignored -> mutated(mutations, mutations.pick(spoilt)))
                    .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
            byte[] right = completed(witnesses.get(round)).getBytes(StandardCharsets.UTF_8);
            events.add(ROUND / 2, new Event(right, signature.sign(right)));
            List<Boolean> answers = Flux.fromIterable(events)
                    .flatMapSequential(event -> intake.receive(event.body(), event.header()), AT_ONCE)
                    .collectList()
                    .block();
            assertThat(answers).as("seed %d, round %d", SEED, round).hasSize(ROUND + 1);
            stored += (int) answers.stream().filter(Boolean::booleanValue).count();
            pump.drain().block();
            assertThat(state(witnesses.get(round))).isEqualTo("SUCCEEDED");
        }
        assertThat(stored).as("some are so well made that they are kept").isBetween(EVENTS / 20, EVENTS);
        assertThat(number("select count(*) from payment.provider_event where treated is null"))
                .isZero();
        assertThat(number("select count(*) from platform.delivery where state <> 'DONE'"))
                .isZero();
        assertThat(number("select count(*) from payment.provider_event where treated = 'UNREADABLE'"))
                .isPositive();
        assertThat(logged.list.stream().filter(line -> line.getThrowableProxy() != null))
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
    }

    private Event mutated(Mutations mutations, UUID payment) {
        byte[] body = mutations.body(mutations.pick(valid(payment)));
        return new Event(body, mutations.header(signature.sign(body)));
    }

    private List<String> valid(UUID payment) {
        return List.of(
                completed(payment),
                event(
                        "charge.updated",
                        "\"id\":\"ch_%1$s\",\"status\":\"succeeded\",\"amount\":5000,\"currency\":\"eur\",\"balance_transaction\":\"txn_%1$s\"",
                        payment),
                event("payment_intent.payment_failed", "\"id\":\"pi_%s\",\"amount\":5000", payment),
                event("refund.created", "\"id\":\"re_%s\",\"charge\":\"ch_1\"", payment),
                event("charge.refunded", "\"id\":\"ch_%s\",\"amount\":5000,\"currency\":\"eur\"", payment),
                event("charge.dispute.closed", "\"id\":\"dp_%s\",\"status\":\"lost\"", payment));
    }

    private String completed(UUID payment) {
        return event(
                "checkout.session.completed",
                "\"id\":\"cs_%s\",\"payment_status\":\"paid\",\"amount_total\":5000,\"currency\":\"eur\"",
                payment);
    }

    private String event(String type, String fields, UUID payment) {
        return """
                {"id":"evt_%s","type":"%s","created":%d,"data":{"object":{%s,"metadata":{"instance":"%s","payment":"%s"}}}}\
                """.formatted(
                        UUID.randomUUID(),
                        type,
                        clock.instant().getEpochSecond(),
                        fields.formatted(payment),
                        instance.id(),
                        payment);
    }

    private List<UUID> gifts(PublishedCampaign campaign, int number) {
        return IntStream.range(0, number)
                .mapToObj(ignored -> cards.payment(cards.begin(campaign, Map.of())))
                .toList();
    }

    private String state(UUID payment) {
        return database.sql("select state from payment.payment where id = :id")
                .bind("id", payment)
                .map(row -> row.get(0, String.class))
                .one()
                .block();
    }

    private long number(String sql) {
        return database.sql(sql).map(row -> row.get(0, Long.class)).one().block();
    }

    private record Event(byte[] body, String header) {}
}

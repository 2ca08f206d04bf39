package org.tremplin.donation.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.CardGifts;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.payment.checkout.Instance;
import org.tremplin.payment.webhook.Intake;
import org.tremplin.payment.webhook.ProviderSignature;
import org.tremplin.platform.event.Pump;

/** The provider's events of a gift, in every order and more than once, lead to the same books. */
@TestApplication
@Import({Samples.class, CardGifts.class})
class ReplayTest {

    private static final List<Event> PAID = List.of(
            new Event("checkout.session.completed", "\"payment_status\":\"paid\""),
            new Event("charge.succeeded", "\"status\":\"succeeded\""),
            new Event("charge.updated", "\"status\":\"succeeded\",\"balance_transaction\":\"txn_%s\""));

    private static final List<Event> DELAYED = List.of(
            new Event("payment_intent.payment_failed", "\"status\":\"requires_payment_method\""),
            new Event("checkout.session.completed", "\"payment_status\":\"unpaid\""),
            new Event("checkout.session.async_payment_succeeded", "\"payment_status\":\"paid\""),
            new Event("charge.updated", "\"status\":\"succeeded\",\"balance_transaction\":\"txn_%s\""));

    private static final List<Event> BOUNCED = List.of(
            new Event("payment_intent.payment_failed", "\"status\":\"requires_payment_method\""),
            new Event("checkout.session.completed", "\"payment_status\":\"unpaid\""),
            new Event("checkout.session.async_payment_failed", "\"payment_status\":\"unpaid\""));

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

    @Test
    void leadsToTheSameBooksInEveryOrderAndAnyNumberOfTimes() {
        PublishedCampaign campaign = samples.campaign(
                samples.association("Rejeu " + UUID.randomUUID()),
                "rejeu-" + UUID.randomUUID().toString().substring(0, 8));
        List<Told> gifts = new ArrayList<>();
        for (List<Event> life : List.of(PAID, DELAYED, BOUNCED)) {
            for (List<Event> order : orders(life)) {
                gifts.add(give(campaign, order, life != BOUNCED));
            }
        }
        for (int step = 0; step < 4; step++) {
            int at = step;
            gifts.stream().filter(gift -> gift.events().size() > at).forEach(gift -> tell(gift, at));
            pump.drain().block();
        }
        holds(campaign, gifts);

        gifts.forEach(gift -> IntStream.range(0, gift.events().size()).forEach(at -> tell(gift, at)));
        pump.drain().block();
        holds(campaign, gifts);

        hearAgain("payment.webhook.treat");
        hearAgain("donation.settle.paid");
        hearAgain("donation.settle.pending");
        hearAgain("donation.settle.ended");
        holds(campaign, gifts);
    }

    private void holds(PublishedCampaign campaign, List<Told> gifts) {
        long paid = gifts.stream().filter(Told::paid).count();
        String of = " where campaign_id = '" + campaign.campaign().id().value() + "'";
        assertThat(number("select received_cents from ledger.campaign_total" + of))
                .isEqualTo(paid * 5_000);
        assertThat(number("select fees_cents from ledger.campaign_total" + of)).isEqualTo(paid * 100);
        assertThat(number("select gifts from ledger.campaign_total" + of)).isEqualTo(paid);
        assertThat(number("select sum(cents)::bigint from ledger.entry" + of)).isZero();
        assertThat(number("select sum(cents)::bigint from ledger.entry" + of + " and account = '5115'"))
                .isEqualTo(paid * 4_900);
        assertThat(number("select count(*) from donation.donation" + of + " and state = 'SETTLED'"))
                .isEqualTo(paid);
        assertThat(number("select count(*) from donation.donation" + of + " and state = 'ABANDONED'"))
                .isEqualTo(gifts.size() - paid);
        assertThat(number("select count(*) from notification.mail where kind = 'donation.thanks'"))
                .isEqualTo(paid);
        assertThat(number("select count(*) from platform.delivery where state <> 'DONE'"))
                .isZero();
    }

    private void hearAgain(String handler) {
        database.sql("update platform.delivery set state = 'WAITING', next_at = now() where handler = :handler")
                .bind("handler", handler)
                .then()
                .block();
        pump.drain().block();
    }

    private Told give(PublishedCampaign campaign, List<Event> order, boolean paid) {
        String session = cards.begin(campaign, Map.of());
        UUID payment = cards.payment(session);
        List<byte[]> events = order.stream()
                .map(event -> """
                        {"id":"evt_%s","type":"%s","created":%d,"data":{"object":{"id":"%s_%s",%s,\
                        "metadata":{"instance":"%s","payment":"%s"}}}}""".formatted(
                                UUID.randomUUID(),
                                event.type(),
                                clock.instant().getEpochSecond(),
                                event.type().startsWith("charge") ? "ch" : "cs",
                                session,
                                event.fields().formatted(session),
                                instance.id(),
                                payment)
                        .getBytes(StandardCharsets.UTF_8))
                .toList();
        return new Told(events, paid);
    }

    private void tell(Told gift, int at) {
        byte[] event = gift.events().get(at);
        assertThat(intake.receive(event, signature.sign(event)).block()).isTrue();
    }

    private long number(String sql) {
        return database.sql(sql)
                .map(row -> row.get(0, Long.class))
                .one()
                .defaultIfEmpty(0L)
                .block();
    }

    private static List<List<Event>> orders(List<Event> events) {
        if (events.size() < 2) {
            return List.of(events);
        }
        List<List<Event>> orders = new ArrayList<>();
        for (Event first : events) {
            List<Event> rest = events.stream().filter(event -> event != first).toList();
            orders(rest).forEach(order -> {
                List<Event> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            });
        }
        return orders;
    }

    private record Event(String type, String fields) {}

    private record Told(List<byte[]> events, boolean paid) {}
}

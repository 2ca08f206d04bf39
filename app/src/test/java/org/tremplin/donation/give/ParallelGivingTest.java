package org.tremplin.donation.give;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.payment.SimulatedBank;
import org.tremplin.platform.event.Pump;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Many hands at once on one form, one payment, one campaign. */
@TestApplication
@Import(Samples.class)
class ParallelGivingTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Pump pump;

    @Autowired
    DatabaseClient database;

    @Autowired
    SimulatedBank bank;

    private PublishedCampaign campaign;

    @BeforeEach
    void campaign() {
        campaign = samples.campaign(
                samples.association("Foule " + UUID.randomUUID()),
                "foule-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void startsOneGiftForOneFormSentTenTimesAtOnce() {
        Set<String> sessions = atOnce(10, i -> session("50", "ten-at-once-key-0123"));
        assertThat(sessions).hasSize(1);
        assertThat(number("select count(*) from donation.donation where campaign_id = :campaign"))
                .isEqualTo(1);
        assertThat(openSessions()).isEqualTo(1);
    }

    @Test
    void leavesOneOpenSessionWhenTabsAskForDifferentAmounts() {
        session("50", "many-tabs-key-012345");
        atOnce(6, i -> session(Integer.toString(20 + i), "many-tabs-key-012345"));
        assertThat(number("select count(*) from donation.donation where campaign_id = :campaign"))
                .isEqualTo(1);
        assertThat(openSessions()).isEqualTo(1);
        String open = text("""
                select session.id from payment.simulated_session session
                join payment.payment on session.payment_id = payment.id
                join donation.donation on donation.payment_id = payment.id and donation.cents = session.cents
                where campaign_id = :campaign and session.state = 'open'
                """);
        bank.decide(open, SimulatedBank.Outcome.PAID).block();
        pump.drain().block();
        assertThat(received()).isEqualTo(number("select cents from donation.donation where campaign_id = :campaign"));
        assertThat(number("select count(*) from platform.alarm where kind = 'donation.paid_twice'"))
                .isZero();
    }

    @Test
    void losesNothingOfWhatIsPaidWhileTheDonorChangesTheAmount() {
        for (int round = 0; round < 4; round++) {
            String key = "paid-meanwhile-key-" + round;
            String session = session("50", key);
            atOnce(
                    2,
                    i -> i == 0
                            ? String.valueOf(bank.decide(session, SimulatedBank.Outcome.PAID)
                                    .block())
                            : sent("20", key));
        }
        pump.drain().block();
        assertThat(received()).as("what the bank took is what the books say").isEqualTo(number("""
                        select coalesce(sum(session.cents), 0)::bigint from payment.simulated_session session
                        join payment.payment on session.payment_id = payment.id
                        join donation.donation on donation.id = subject
                        where campaign_id = :campaign and session.state = 'paid'
                        """));
        assertThat(number("select coalesce(sum(cents), 0)::bigint from donation.donation"
                        + " where campaign_id = :campaign and state = 'SETTLED'"))
                .isEqualTo(received());
    }

    @Test
    void keepsMoneyThatCameTwiceAsASecondGiftAndTells() {
        String first = session("50", "came-twice-key-01234");
        UUID gift = UUID.fromString(text("select id::text from donation.donation where campaign_id = :campaign"));
        // a session that stayed open at the provider though it was replaced here
        String second = session("30", "came-twice-key-01234");
        database.sql("update payment.simulated_session set state = 'open' where id = :id")
                .bind("id", first)
                .then()
                .block();
        bank.decide(second, SimulatedBank.Outcome.PAID).block();
        bank.decide(first, SimulatedBank.Outcome.PAID).block();
        pump.drain().block();
        assertThat(received()).isEqualTo(8_000);
        assertThat(number("select count(*) from donation.donation where campaign_id = :campaign and state = 'SETTLED'"))
                .isEqualTo(2);
        assertThat(number("select count(*) from platform.alarm where kind = 'donation.paid_twice' and subject = '"
                        + gift + "'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from notification.mail where about in"
                        + " (select id::text from donation.donation where campaign_id = :campaign)"))
                .isEqualTo(2);
        assertThat(number("select fees_cents from ledger.campaign_total where campaign_id = :campaign"))
                .isEqualTo(100 + 70);
    }

    @Test
    void keepsTheTotalsRightWhenTwoHundredGiftsComeAtOnce() {
        List<String> sessions = Flux.range(0, 200)
                .flatMap(
                        i -> Mono.fromCallable(() -> session("10", "crowd-key-%08d".formatted(i)))
                                .subscribeOn(Schedulers.boundedElastic()),
                        8)
                .collectList()
                .block();
        Flux.fromIterable(sessions)
                .flatMap(session -> bank.decide(session, SimulatedBank.Outcome.PAID), 50)
                .then()
                .block();
        pump.drain().block();
        assertThat(received()).isEqualTo(200_000);
        assertThat(number("select gifts from ledger.campaign_total where campaign_id = :campaign"))
                .isEqualTo(200);
        assertThat(number("select fees_cents from ledger.campaign_total where campaign_id = :campaign"))
                .isEqualTo(200 * 40);
        assertThat(number("select sum(cents)::bigint from ledger.total where campaign_id = :campaign"))
                .isZero();
        assertThat(number("select count(*) from donation.donation where campaign_id = :campaign and state = 'SETTLED'"))
                .isEqualTo(200);
    }

    private interface Attempt {
        String make(int i);
    }

    private static Set<String> atOnce(int times, Attempt attempt) {
        return new TreeSet<>(Flux.range(0, times)
                .flatMap(i -> Mono.fromCallable(() -> attempt.make(i)).subscribeOn(Schedulers.boundedElastic()), times)
                .collectList()
                .block());
    }

    private String session(String amount, String key) {
        String address = sent(amount, key);
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private String sent(String amount, String key) {
        return Visitor.next(visitors.anonymous()
                        .post(
                                "/c/" + campaign.campaign().slug() + "/don",
                                "montant",
                                amount,
                                "email",
                                "a@exemple.example",
                                "prenom",
                                "Ana",
                                "nom",
                                "Essai",
                                "cle",
                                key))
                .toString();
    }

    private long openSessions() {
        return number("""
                select count(*) from payment.simulated_session session
                join payment.payment on session.payment_id = payment.id
                join donation.donation on donation.id = subject
                where campaign_id = :campaign and session.state = 'open'
                """);
    }

    private long received() {
        return number("select received_cents from ledger.campaign_total where campaign_id = :campaign");
    }

    private String text(String sql) {
        return database.sql(sql)
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> row.get(0, String.class))
                .one()
                .block();
    }

    private long number(String sql) {
        var query = database.sql(sql);
        if (sql.contains(":campaign")) {
            query = query.bind("campaign", campaign.campaign().id().value());
        }
        return query.map(row -> row.get(0, Long.class)).one().defaultIfEmpty(0L).block();
    }
}

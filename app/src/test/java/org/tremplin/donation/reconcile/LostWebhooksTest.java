package org.tremplin.donation.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.donation.reconcile.CompareBalance.Outcome;
import org.tremplin.donation.reconcile.FullSweep.Report;
import org.tremplin.payment.Sweep;
import reactor.core.publisher.Mono;

/** One history at the provider, told in different ways, leads to the same books. */
class LostWebhooksTest extends ToldInManyWays {

    private static final int GIFTS = 24;
    private static final UUID EVERYTHING = new UUID(0, 0);

    @Autowired
    Reconcile reconcile;

    @Autowired
    Sweep provider;

    @ParameterizedTest
    @CsvSource({"1,true", "2,false", "3,false", "4,true"})
    @Tag("incident-03")
    @DisplayName("incident 3: a repair that runs again books nothing twice")
    void reachesTheSameBooksWithEveryWebhookLost(long seed, boolean eventsLostToo) {
        world();
        history(seed);
        tellAll(new Random(seed));
        List<String> told = books("source_kind not in ('payout', 'foreign')");
        List<String> gifts = states();
        assertThat(sweep()).satisfies(LostWebhooksTest::balances);
        assertThat(books("source_kind not in ('payout', 'foreign')")).isEqualTo(told);
        List<String> whole = books("true");
        List<String> totals = totals();
        long thanks = thanks();
        assertThat(told).isNotEmpty();

        world();
        history(seed);
        if (eventsLostToo) {
            stripe.losesEvents();
        }
        assertThat(sweep()).satisfies(LostWebhooksTest::balances);
        assertThat(books("true")).isEqualTo(whole);
        assertThat(totals()).isEqualTo(totals);
        assertThat(states()).isEqualTo(gifts);
        assertThat(thanks()).isEqualTo(thanks);

        for (int again = 0; again < 2; again++) {
            assertThat(sweep().repaired().missing()).isZero();
        }
        Mono.zip(reconcile.run(EVERYTHING), reconcile.run(EVERYTHING)).block();
        tellAll(new Random(seed + 1));
        assertThat(books("true")).isEqualTo(whole);
        assertThat(totals()).isEqualTo(totals);
        assertThat(thanks()).isEqualTo(thanks);
        assertThat(alarms("ledger.balance_differs") + alarms("ledger.totals_differ"))
                .isZero();
    }

    @Test
    @Tag("incident-03")
    @DisplayName("incident 3: two repairs at once book what was lost once")
    void booksOnceWhenTwoReconcileTheSameLossAtOnce() {
        world();
        history(5);
        stripe.losesEvents();
        // the provider is read, and what came of it is lost on the way to the books
        sweep();
        List<String> whole = books("true");
        long thanks = thanks();

        world();
        history(5);
        stripe.losesEvents();
        clock.pass(Duration.ofMinutes(11));
        provider.run().block();
        Mono.zip(reconcile.run(EVERYTHING), reconcile.run(EVERYTHING), reconcile.run(EVERYTHING))
                .block();
        reconcile.run(EVERYTHING).block();
        soonAgain();
        assertThat(books("true")).isEqualTo(whole);
        assertThat(thanks()).isEqualTo(thanks);
        assertThat(number("select count(*) from platform.delivery where state = 'STUCK'"))
                .isZero();
    }

    @Test
    void tellsOfWhatItCannotBookUntilItIsBooked() {
        world();
        stripe.pay(start(5_000));
        sweep();
        stripe.payOut(1_000);
        String refused = "alter table ledger.transaction add constraint odd check (source_kind <> 'payout') not valid";
        database.sql(refused).then().block();
        try {
            assertThat(sweep().repaired().left()).isEqualTo(1);
            assertThat(alarms("reconcile.not_booked")).isEqualTo(1);
        } finally {
            database.sql("alter table ledger.transaction drop constraint odd")
                    .then()
                    .block();
        }
        assertThat(sweep().repaired().left()).isZero();
        assertThat(alarms("reconcile.not_booked")).isZero();
        assertThat(number("select count(*) from platform.alarm where kind = 'reconcile.not_booked'"
                        + " and closed_because = 'ITSELF'"))
                .isEqualTo(1);
    }

    @Test
    void tellsWhenTheBooksAreNotWhatTheProviderHolds() {
        world();
        assertThat(sweep().balance().outcome()).isEqualTo(Outcome.EQUAL);
        String paid = start(5_000);
        stripe.pay(paid);
        assertThat(sweep().balance().outcome()).isEqualTo(Outcome.EQUAL);
        database.sql("delete from payment.foreign_movement").then().block();
        database.sql("delete from payment.payout").then().block();
        database.sql("""
                with posted as (
                  insert into ledger.transaction (id, association_id, journal, occurred_on, recorded_at, source_kind,
                    source_id, purpose, label_code)
                  values (gen_random_uuid(), :association, 'DONS', '2026-11-16', now(), 'test', gen_random_uuid(), 'x', 'x')
                  returning id)
                insert into ledger.entry (transaction_id, line_no, account, cents, currency, public_generosity)
                select id, line, (array['5115', '471'])[line], (array[7, -7])[line], 'EUR', true
                from posted, generate_series(1, 2) line
                """).bind("association", association.id().value()).then().block();
        assertThat(sweep().balance().outcome()).as("by the kept totals").isEqualTo(Outcome.EQUAL);
        database.sql("""
                insert into ledger.total (association_id, account, currency, cents, debits, credits, updated_at)
                values (:association, '5115', 'EUR', 7, 1, 0, now())
                on conflict on constraint total_is_kept_once do update
                set cents = total.cents + 7, debits = total.debits + 1
                """).bind("association", association.id().value()).then().block();
        Report report = sweep();
        assertThat(report.balance().outcome()).isEqualTo(Outcome.DIFFERS);
        assertThat(report.balance().booked()).isEqualTo(report.balance().held() + 7);
        assertThat(alarms("ledger.balance_differs")).isEqualTo(1);
        assertThat(sweep.compareTotals().block()).isPositive();
        assertThat(alarms("ledger.totals_differ")).isEqualTo(1);

        // the totals are counted anew, and the stranger's entry is undone: both agree again
        database.sql("""
                with posted as (
                  insert into ledger.transaction (id, association_id, journal, occurred_on, recorded_at, source_kind,
                    source_id, purpose, label_code)
                  values (gen_random_uuid(), :association, 'DONS', '2026-11-16', now(), 'test', gen_random_uuid(), 'y', 'y')
                  returning id)
                insert into ledger.entry (transaction_id, line_no, account, cents, currency, public_generosity)
                select id, line, (array['5115', '471'])[line], (array[-7, 7])[line], 'EUR', true
                from posted, generate_series(1, 2) line
                """).bind("association", association.id().value()).then().block();
        database.sql("""
                insert into ledger.total (association_id, account, currency, cents, debits, credits, updated_at)
                values (:association, '5115', 'EUR', -7, 0, 1, now()), (:association, '471', 'EUR', 0, 1, 1, now())
                on conflict on constraint total_is_kept_once do update
                set cents = total.cents + excluded.cents, debits = total.debits + excluded.debits,
                  credits = total.credits + excluded.credits
                """).bind("association", association.id().value()).then().block();
        assertThat(sweep().balance().outcome()).isEqualTo(Outcome.EQUAL);
        assertThat(sweep.compareTotals().block()).isZero();
        assertThat(texts("""
                select concat_ws(' ', kind, closed_at = timestamptz '%s') as line from platform.alarm
                where kind in ('ledger.balance_differs', 'ledger.totals_differ') order by kind
                """.formatted(clock.instant())))
                .containsExactly("ledger.balance_differs t", "ledger.totals_differ t");
    }

    @Test
    void opensTheBooksWithWhatLayOnTheAccountBefore() {
        world();
        stripe.foreignCharge(100_000, Map.of());
        long before = stripe.balance();
        clock.pass(Duration.ofDays(3));
        String paid = start(5_000);
        stripe.pay(paid);
        Report first = sweep();
        assertThat(first.balance().outcome()).isEqualTo(Outcome.OPENED);
        assertThat(entries("471", "opening")).isEqualTo(-before);
        assertThat(sweep().balance().outcome()).isEqualTo(Outcome.EQUAL);
    }

    @Test
    void tellsOfAChargeOfOursThatIsNotHereAndListsThoseOfOthers() {
        world();
        start(5_000);
        stripe.foreignCharge(
                3_000,
                Map.of("instance", instance.id(), "payment", UUID.randomUUID().toString()));
        stripe.foreignCharge(2_000, Map.of("order", "17"));
        stripe.foreignCharge(
                1_000,
                Map.of("instance", "another", "payment", UUID.randomUUID().toString()));
        stripe.losesEvents();
        sweep();
        sweep();
        assertThat(alarms("payment.unknown")).isEqualTo(1);
        assertThat(alarms("webhook.other_instance")).isEqualTo(1);
        assertThat(number("select count(*) from payment.foreign_movement")).isEqualTo(2);
        assertThat(entries("471", "foreign")).isEqualTo(-(2_000 - 55 + 1_000 - 40));
    }

    private static void balances(Report report) {
        assertThat(report.swept().complete()).isTrue();
        assertThat(report.repaired().left()).isZero();
        assertThat(report.balance().outcome()).isEqualTo(Outcome.EQUAL);
        assertThat(report.balance().booked()).isEqualTo(report.balance().held());
    }

    private void history(long seed) {
        Random random = new Random(seed);
        List<String> cards = new ArrayList<>();
        for (int gift = 0; gift < GIFTS; gift++) {
            String session = start(500 + random.nextInt(20_000));
            pass(random);
            switch (random.nextInt(10)) {
                case 0 -> stripe.expire(session);
                case 1 -> stripe.decline(session);
                case 2 -> {
                    stripe.process(session);
                    pass(random);
                    stripe.bounce(session);
                }
                case 3 -> {
                    String charge = stripe.process(session);
                    pass(random);
                    stripe.arrive(session);
                    if (random.nextBoolean()) {
                        stripe.dispute(charge, 0, "lost");
                    }
                }
                case 4 -> {
                    stripe.decline(session);
                    cards.add(stripe.pay(session));
                }
                case 5 -> stripe.process(session);
                default -> cards.add(stripe.pay(session));
            }
        }
        for (String charge : cards) {
            pass(random);
            switch (random.nextInt(8)) {
                case 0 -> stripe.refund(charge, 300);
                case 1 -> {
                    stripe.refund(charge, 100);
                    stripe.sendBack(stripe.refund(charge, 200));
                }
                case 2 -> stripe.dispute(charge, 2_000, "needs_response");
                case 3 -> {
                    String dispute = stripe.dispute(charge, 2_000, "needs_response");
                    pass(random);
                    stripe.win(dispute, 2_000);
                }
                case 4 -> {
                    String dispute = stripe.dispute(charge, 2_000, "needs_response");
                    pass(random);
                    stripe.lose(dispute);
                }
                default -> {}
            }
        }
        stripe.refund(stripe.foreignCharge(4_200, Map.of("order", "17")), 700);
        stripe.billed(199);
        stripe.payOut(1_234);
    }

    private void pass(Random random) {
        clock.pass(Duration.ofMinutes(random.nextInt(90)));
    }

    /** In any order, some twice. */
    private void tellAll(Random random) {
        List<String> events = new ArrayList<>(stripe.events());
        events.addAll(events.subList(0, events.size() / 5));
        Collections.shuffle(events, random);
        events.forEach(event -> send(event).expectStatus().isOk());
        soonAgain();
    }

    private long entries(String account, String kind) {
        return number("""
                select coalesce(sum(cents), 0)::bigint from ledger.entry
                join ledger.transaction on transaction.id = entry.transaction_id
                where account = '%s' and source_kind = '%s'""".formatted(account, kind));
    }
}

package org.tremplin.donation.reconcile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.donation.reconcile.CompareBalance.Outcome;
import org.tremplin.donation.reconcile.FullSweep.Report;
import org.tremplin.payment.AgainstStripe;
import org.tremplin.payment.FakeStripe;
import reactor.core.publisher.Mono;

/** A provider with a history, and the books it leads to. */
abstract class ToldInManyWays extends AgainstStripe {

    @Autowired
    FullSweep sweep;

    FakeStripe stripe;

    @AfterEach
    void close() {
        if (stripe != null) {
            stripe.close();
        }
    }

    Mono<Void> drain() {
        return pump.drain();
    }

    void tell(String event) {
        send(event).expectStatus().isOk();
    }

    long count(String sql) {
        return number(sql);
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    /** A database and a provider in which nothing happened yet. */
    void world() {
        connections.renew();
        clock.reset();
        close();
        stripe = new FakeStripe(clock);
        STRIPE.resetAll();
        STRIPE.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom(stripe.baseUrl())));
        association = samples.association("Jardins " + UUID.randomUUID());
        campaign = samples.campaign(
                association, "jardin-" + UUID.randomUUID().toString().substring(0, 8));
        donor = visitors.anonymous();
    }

    String start(long cents) {
        give(cents / 100 + "," + "%02d".formatted(cents % 100), "lost-key-" + UUID.randomUUID())
                .expectStatus()
                .isSeeOther();
        List<String> sessions = stripe.sessions();
        return sessions.get(sessions.size() - 1);
    }

    Report sweep() {
        clock.pass(Duration.ofMinutes(11));
        Report report = sweep.now().block();
        soonAgain();
        // what waited for something else is booked now
        return report.balance().outcome() == Outcome.MOVING ? sweep.now().block() : report;
    }

    void soonAgain() {
        for (int round = 0; round < 6; round++) {
            pump.drain().block();
            if (number("select count(*) from platform.delivery where state = 'WAITING'") == 0) {
                return;
            }
            database.sql("update platform.delivery set next_at = now() where state = 'WAITING'")
                    .then()
                    .block();
        }
    }

    List<String> books(String which) {
        return texts("""
                select concat_ws(' ', source_kind, purpose, label_code, account, cents, currency, crod) as line
                from ledger.entry join ledger.transaction on transaction.id = entry.transaction_id
                where %s order by 1""".formatted(which));
    }

    List<String> totals() {
        return texts("select concat_ws(' ', account, currency, cents, debits, credits, gifts) as line from ledger.total"
                + " order by 1");
    }

    List<String> states() {
        return texts("select concat_ws(' ', state, cents) as line from donation.donation order by 1");
    }

    long thanks() {
        return number("select count(*) from notification.mail where kind = 'donation.thanks'");
    }

    List<String> texts(String sql) {
        return database.sql(sql)
                .map(row -> String.valueOf(row.get("line", String.class)))
                .all()
                .collectList()
                .block();
    }
}

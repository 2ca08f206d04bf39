package org.tremplin.donation.give;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.association.Association;
import org.tremplin.association.Means;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.offline.Promises;
import org.tremplin.payment.Checkout;
import org.tremplin.payment.PaymentState;
import org.tremplin.payment.SimulatedBank;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.event.Pump;
import reactor.core.publisher.Mono;

/** What becomes of a form that comes back changed, in every state its session may be in. */
@TestApplication
@Import(Samples.class)
class StartGiftTest {

    private static final String KEY = "start-gift-key-01234";

    @Autowired
    Samples samples;

    @Autowired
    Donations donations;

    @Autowired
    Checkout checkout;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    TremplinSettings settings;

    @Autowired
    MessageSource messages;

    @Autowired
    SimulatedBank bank;

    @Autowired
    Pump pump;

    @Autowired
    DatabaseClient database;

    @Autowired
    Promises promises;

    @Autowired
    LaterMails later;

    private Association association;
    private PublishedCampaign campaign;

    @BeforeEach
    void campaign() {
        association = samples.association("Reprise " + UUID.randomUUID());
        campaign = samples.campaign(
                association, "reprise-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void beginsAnewWhenTheOldSessionRanOutAndItsGiftIsAbandonedMeanwhile() {
        Given.ToPay first = (Given.ToPay) start(checkout, 5_000);
        bank.decide(session(first), SimulatedBank.Outcome.EXPIRED).block();
        Given second = start(new Slow(true), 2_000);
        assertThat(second).isInstanceOf(Given.ToPay.class);
        assertThat(((Given.ToPay) second).address()).isNotEqualTo(first.address());
        assertThat(text("select string_agg(state || ' ' || cents, ', ' order by state) from donation.donation"))
                .isEqualTo("ABANDONED 5000, STARTED 2000");
    }

    @Test
    void opensANewPageOnTheSameGiftWhenOnlyTheSessionRanOut() {
        Given.ToPay first = (Given.ToPay) start(checkout, 5_000);
        bank.decide(session(first), SimulatedBank.Outcome.EXPIRED).block();
        Given.ToPay second = (Given.ToPay) start(checkout, 2_000);
        assertThat(second.token()).isEqualTo(first.token());
        pump.drain().block();
        assertThat(text("select string_agg(state || ' ' || cents, ', ') from donation.donation"))
                .isEqualTo("STARTED 2000");
    }

    @Test
    void changesNothingWhileTheOldSessionCannotBeClosed() {
        Given.ToPay first = (Given.ToPay) start(checkout, 5_000);
        assertThat(start(new Slow(false), 2_000)).isEqualTo(new Given.Unchanged(first.token(), 5_000, 2_000));
        assertThat(text("select string_agg(state || ' ' || cents, ', ') from donation.donation"))
                .isEqualTo("STARTED 5000");
        assertThat(start(checkout, 5_000)).isEqualTo(first);
    }

    private Given start(Checkout through, long cents) {
        NewGift gift = new NewGift(
                cents,
                false,
                null,
                "fr",
                "marie@exemple.example",
                "Marie",
                "Darc",
                false,
                null,
                null,
                null,
                null,
                false,
                false,
                Means.CARD);
        return new StartGift(donations, through, promises, later, transaction, settings, messages)
                .start(campaign, association, gift, KEY)
                .block();
    }

    private static String session(Given.ToPay given) {
        return given.address().getPath().replaceFirst(".*/", "");
    }

    private String text(String sql) {
        return database.sql(sql + " where campaign_id = :campaign")
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> row.get(0, String.class))
                .one()
                .block();
    }

    /** The real one; while it closes, everybody else goes on, or the provider does not answer. */
    private class Slow implements Checkout {

        private final boolean answers;

        Slow(boolean answers) {
            this.answers = answers;
        }

        @Override
        public boolean available() {
            return checkout.available();
        }

        @Override
        public boolean debits() {
            return false;
        }

        @Override
        public Mono<UUID> prepare(UUID subject, long cents, String currency) {
            return checkout.prepare(subject, cents, currency);
        }

        @Override
        public Mono<Started> start(UUID payment, Words words) {
            return checkout.start(payment, words);
        }

        @Override
        public Mono<Started> startPastTheLine(UUID payment, Words words) {
            return checkout.startPastTheLine(payment, words);
        }

        @Override
        public Mono<PaymentState> close(UUID payment) {
            return answers
                    ? checkout.close(payment).flatMap(state -> pump.drain().thenReturn(state))
                    : Mono.just(PaymentState.OPEN);
        }

        @Override
        public Mono<Boolean> spent(UUID payment) {
            return checkout.spent(payment);
        }

        @Override
        public Mono<PaymentState> refresh(UUID payment) {
            return checkout.refresh(payment);
        }
    }
}

package org.tremplin.patron.pledge;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.DonationSettled;
import org.tremplin.transparency.PromisedSupport;

/** An accepted promise of 250 € that are due and 150 € that wait, and gifts for it in the tables of {@code donation}. */
@TestApplication
@Import(Samples.class)
class PledgeGiftsWorld {

    static final long PROMISED = 40_000;

    enum What {
        /** A gift settles, and nobody was told. */
        SETTLE,
        /** A gift settles, and it is told at once. */
        PAY,
        /** A part of it, or all, goes back. */
        REFUND,
        /** What went back comes again. */
        COME_AGAIN,
        /** The facts of one gift are told, or told again. */
        TELL,
        /** The condition of the second instalment is met. */
        RELEASE,
        WITHDRAW,
        /** So that something may be late. */
        WAIT
    }

    /** @param gift from 0 on, the even ones for the first instalment */
    record Happening(What what, int gift, long cents) {}

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Pledges pledges;

    @Autowired
    Instalments instalments;

    @Autowired
    PledgeGifts gifts;

    @Autowired
    Ending ending;

    @Autowired
    PromisedSupport support;

    @Autowired
    TestClock clock;

    @Autowired
    DatabaseClient database;

    private Association association;
    private PublishedCampaign campaign;
    private UUID pledge;
    private Map<Integer, UUID> given;

    /** As both accepted it, and no gift yet. */
    void begin() {
        clock.reset();
        given = new HashMap<>();
        run("delete from patron.instalment_gift");
        run("delete from patron.instalment_try");
        run("delete from donation.reversal");
        run("delete from donation.donation");
        run("update patron.instalment set withdrawn_on = null, released_on = case number when 1 then date '" + today()
                + "' end");
        run("update patron.pledge set state = 'ACCEPTED', ended_at = null");
    }

    void promise() {
        association = samples.association("Le Verger " + UUID.randomUUID());
        campaign = samples.campaign(association, "dons-" + UUID.randomUUID());
        Firm firm = Firm.of(visitors, database, campaign);
        firm.propose(today()).expectStatus().isSeeOther();
        firm.accepts();
        samples.president(association)
                .post("/espace/" + association.slug() + "/c/"
                        + campaign.campaign().id().value() + "/promesses/" + firm.id() + "/accord")
                .expectStatus()
                .isSeeOther();
        pledge = firm.id();
    }

    void happens(Happening one) {
        switch (one.what()) {
            case SETTLE -> settle(one);
            case PAY -> {
                settle(one);
                tell(one.gift());
            }
            case REFUND -> refund(one);
            case COME_AGAIN -> {
                if (given.containsKey(one.gift())) {
                    run("update donation.reversal set undone_on = current_date where donation_id = '"
                            + given.get(one.gift()) + "'");
                }
            }
            case TELL -> tell(one.gift());
            case RELEASE ->
                instalments.move(read().instalments().get(1).released(today())).block();
            case WITHDRAW -> ending.withdraw(pledge, "").block();
            case WAIT -> clock.pass(Duration.ofDays(10));
        }
    }

    private void settle(Happening one) {
        if (given.containsKey(one.gift())) {
            return;
        }
        UUID id = UUID.randomUUID();
        given.put(one.gift(), id);
        run("""
                insert into donation.donation (id, campaign_id, association_id, edition, state, cents, currency,
                  language, email, first_name, last_name, public_name, receipt, company, news, objection, covers_fees,
                  token, settled_by, settled_at, settled_on, created_at, changed_at)
                values ('%1$s', '%2$s', '%3$s', 1, 'SETTLED', %4$d, 'EUR', 'fr', 'firme@essai.example', '', '', false,
                  false, true, false, false, false, '%1$s', '%1$s', now(), '%5$s', now(), now())
                """.formatted(id, campaign.campaign().id().value(), association.id().value(), one.cents(), today()));
        run("insert into patron.instalment_try (donation_id, pledge_id, number) values ('%s', '%s', %d)"
                .formatted(id, pledge, one.gift() % 2 + 1));
    }

    /** Never more than is left of the gift, as donation sees to it. */
    private void refund(Happening one) {
        if (given.containsKey(one.gift())) {
            run("""
                    insert into donation.reversal (id, kind, donation_id, cents, currency, day, recorded_at)
                    select gen_random_uuid(), 'REFUND', id, least(%2$d, cents - gone), 'EUR', '%3$s', now()
                    from (select id, cents, (select coalesce(sum(cents), 0) from donation.reversal
                      where donation_id = gift.id and undone_on is null) as gone
                      from donation.donation gift where id = '%1$s') left_of where cents > gone
                    """.formatted(given.get(one.gift()), one.cents(), today()));
        }
    }

    void tell(int gift) {
        UUID id = given.get(gift);
        if (id != null) {
            long cents = number("select cents from donation.donation where id = '" + id + "'");
            gifts.settled(List.of(new DonationSettled(
                            id,
                            campaign.campaign().id().value(),
                            association.id().value(),
                            1,
                            cents,
                            "EUR",
                            null,
                            today())))
                    .then(gifts.returned(List.of(id)))
                    .block();
        }
    }

    /** What gifts for this instalment brought and did not take back, whoever was told. */
    long truth(int instalment) {
        return number("""
                select coalesce(sum(gift.cents - coalesce((select sum(cents) from donation.reversal
                  where donation_id = gift.id and undone_on is null), 0)), 0)::bigint
                from donation.donation gift join patron.instalment_try begun on begun.donation_id = gift.id
                where begun.pledge_id = '%s' and begun.number = %d
                """.formatted(pledge, instalment));
    }

    Pledge read() {
        return pledges.find(pledge).block();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), association.zone());
    }

    PromisedSupport.Support told() {
        return support.of(campaign, today()).block();
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }

    private long number(String sql) {
        return database.sql(sql).mapValue(Long.class).one().block();
    }
}

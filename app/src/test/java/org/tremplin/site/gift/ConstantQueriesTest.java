package org.tremplin.site.gift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.PaidGifts;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestConnections;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.event.Pump;

/** Pages about money ask the database as often for many gifts as for one. */
@TestApplication
@Import({Samples.class, PaidGifts.class})
class ConstantQueriesTest {

    private static final int MANY = 30;

    @Autowired
    Samples samples;

    @Autowired
    PaidGifts gifts;

    @Autowired
    Visitors visitors;

    @Autowired
    Pump pump;

    @Autowired
    TestConnections connections;

    private Association association;
    private PublishedCampaign campaign;
    private PaidGifts.Gift first;

    @BeforeEach
    void oneGift() {
        String once = UUID.randomUUID().toString().substring(24);
        association = samples.association("Jardins " + once);
        campaign = samples.campaign(association, "jardin-" + once);
        first = gifts.pay(campaign, null, 5_000);
        pump.drain().block();
        gifts.fee(first, 100);
        pump.drain().block();
    }

    @Test
    void ofAGiftAndItsProof() {
        staysTheSame(visitors.anonymous(), "/don/" + first.token(), 30);
        staysTheSame(visitors.anonymous(), "/don/" + first.token() + "/preuve.json", 10);
    }

    @Test
    void ofTheAccountsAndTheirFiles() {
        Visitor treasurer = visitors.member(association.slug(), "TREASURER");
        String home = "/espace/" + association.slug() + "/comptabilite";
        staysTheSame(treasurer, home, 20);
        staysTheSame(treasurer, home + "/comptes", 20);
        staysTheSame(treasurer, home + "/ecritures.csv?de=2026-01&a=2026-12", 20);
        staysTheSame(treasurer, home + "/ecritures.txt?de=2026-01&a=2026-12", 20);
    }

    @Test
    void ofTheJournalAndItsFiles() {
        String journal = "/c/" + campaign.campaign().slug() + "/journal";
        staysTheSame(visitors.anonymous(), journal + "?genre=gift", 15);
        staysTheSame(visitors.anonymous(), journal + ".jsonl", 15);
        staysTheSame(visitors.anonymous(), journal + ".csv", 15);
    }

    private void staysTheSame(Visitor visitor, String path, int most) {
        long few = queries(visitor, path);
        for (int more = 0; more < MANY; more++) {
            gifts.pay(campaign, null, 1_000 + more);
        }
        pump.drain().block();
        assertThat(queries(visitor, path)).as(path).isEqualTo(few).isBetween(1L, (long) most);
    }

    /** The least of some visits, as the application asks things of its own meanwhile; the first warms what is kept. */
    private long queries(Visitor visitor, String path) {
        visitor.page(path);
        return LongStream.range(0, 5)
                .map(look -> {
                    long before = connections.queries();
                    visitor.page(path);
                    return connections.queries() - before;
                })
                .min()
                .orElseThrow();
    }
}

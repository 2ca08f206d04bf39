package org.tremplin.site.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.CardGifts;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestChanges;
import org.tremplin.TestConnections;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.campaign.CampaignNews;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.GatesMet;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.campaign.Waivers;
import org.tremplin.capacity.Needs;
import org.tremplin.platform.event.Changes;
import org.tremplin.site.totals.Totals;
import org.tremplin.transparency.PromisedSupport;
import org.tremplin.transparency.UseOfFunds;
import reactor.core.publisher.Flux;

/** A gift that one instance takes shows on the page that another keeps. */
@TestApplication
@Import({Samples.class, CardGifts.class})
class TwoInstancesTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    Samples samples;

    @Autowired
    CardGifts gifts;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Associations associations;

    @Autowired
    Totals totals;

    @Autowired
    CampaignNews news;

    @Autowired
    Needs needs;

    @Autowired
    Waivers waivers;

    @Autowired
    GatesMet gates;

    @Autowired
    PromisedSupport promised;

    @Autowired
    Clock clock;

    @Autowired
    UseOfFunds funds;

    @Autowired
    TestConnections connections;

    private Changes line;
    private Snapshots other;
    private PublishedCampaign garden;

    @BeforeEach
    void startTheOtherInstance() {
        Association association = samples.association("Jardin " + System.nanoTime());
        garden = samples.campaign(association, "jardin-" + Long.toString(System.nanoTime(), 36));
        AtomicReference<Snapshots> made = new AtomicReference<>();
        line = TestChanges.of(connections.database(), subjects -> made.get().changed(subjects));
        other = new Snapshots(
                campaigns, associations, totals, funds, news, needs, waivers, gates, promised, line, clock);
        made.set(other);
        line.start();
        beats();
    }

    @AfterEach
    void stop() {
        line.stop();
    }

    @Test
    void showsAGiftOfAnotherInstanceWithinTwoSeconds() {
        assertThat(seen()).isZero();
        gifts.give(garden, 50);
        long committed = System.nanoTime();
        Duration passed = untilItShows(5_000).minusNanos(committed);
        // two seconds, and what a loaded machine takes to look; untold it would be ten
        assertThat(passed).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void keepsAQuietPageWithoutReadingItAgain() {
        Snapshot first = other.find(garden.campaign().slug()).block();
        Flux.interval(Duration.ofMillis(250)).take(11).blockLast();
        assertThat(other.find(garden.campaign().slug()).block())
                .as("after three seconds")
                .isSameAs(first);
    }

    @Test
    void showsAGiftThatCameWhileTheLineWasCut() {
        assertThat(seen()).isZero();
        line.stop();
        gifts.give(garden, 50);
        line.start();
        untilItShows(5_000);
    }

    private void beats() {
        long now = System.nanoTime();
        Flux.interval(Duration.ofMillis(20))
                .takeUntil(tick -> line.heardUntil() - now > 0)
                .blockLast(LONG);
    }

    private long seen() {
        return other.find(garden.campaign().slug()).block().received().cents();
    }

    private Duration untilItShows(long cents) {
        Flux.interval(Duration.ofMillis(20))
                .onBackpressureDrop()
                .concatMap(tick -> other.find(garden.campaign().slug()), 1)
                .takeUntil(snapshot -> snapshot.received().cents() == cents)
                .blockLast(LONG);
        return Duration.ofNanos(System.nanoTime());
    }
}

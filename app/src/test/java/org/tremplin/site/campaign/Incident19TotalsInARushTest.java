package org.tremplin.site.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.client.WebClient;
import org.tremplin.CardGifts;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestConnections;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.site.totals.Received;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A rush on one campaign's page while gifts come in, and while the database is away. */
@TestApplication
@Import({Samples.class, CardGifts.class})
@Tag("incident-19")
@DisplayName("incident 19: totals lag and pages fail in a rush")
class Incident19TotalsInARushTest {

    private static final int AT_ONCE = 100;
    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    Samples samples;

    @Autowired
    CardGifts gifts;

    @Autowired
    Snapshots snapshots;

    @Autowired
    TestConnections connections;

    @LocalServerPort
    int port;

    private PublishedCampaign campaign;
    private WebClient web;

    @BeforeEach
    void publish() {
        campaign = samples.campaign(
                samples.association("Jardin " + System.nanoTime()), "jardin-" + Long.toString(System.nanoTime(), 36));
        web = WebClient.create("http://localhost:" + port);
    }

    @Test
    void servesEveryoneAndShowsEachGiftWithinTwoSeconds() {
        AtomicInteger served = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        var rush = Flux.range(0, Integer.MAX_VALUE)
                .flatMap(
                        visitor -> status().doOnNext(status -> (status == 200 ? served : failed).incrementAndGet()),
                        AT_ONCE)
                .subscribe();
        for (int given = 1; given <= 3; given++) {
            gifts.give(campaign, 50);
            long settled = System.nanoTime();
            untilThePageSays(given * 50L);
            // two seconds, and what a page takes that is looked for between a hundred others
            assertThat(Duration.ofNanos(System.nanoTime() - settled)).isLessThan(Duration.ofSeconds(5));
        }
        rush.dispose();
        assertThat(failed).hasValue(0);
        assertThat(served.get()).isPositive();
    }

    @Test
    void readsATotalOnceInTwoSecondsHoweverManyAsk() {
        long began = System.nanoTime();
        List<Received> seen = Flux.range(0, 5_000)
                .flatMap(visitor -> snapshots.find(campaign.campaign().slug()), AT_ONCE)
                .map(Snapshot::received)
                .collectList()
                .block();
        long readings = seen.stream().map(System::identityHashCode).distinct().count();
        assertThat(readings)
                .isLessThanOrEqualTo(
                        1 + Duration.ofNanos(System.nanoTime() - began).dividedBy(Duration.ofSeconds(2)));
    }

    @Test
    void goesOnServingThePageWhileTheDatabaseIsAway() {
        gifts.give(campaign, 50);
        untilThePageSays(50);
        connections.database().reachable(false);
        try {
            // older than two seconds by the end: it was asked for anew, in vain
            assertThat(Flux.interval(Duration.ofMillis(250))
                            .onBackpressureDrop()
                            .take(12)
                            .concatMap(visitor -> status())
                            .collectList()
                            .block(LONG))
                    .containsOnly(200);
        } finally {
            connections.database().reachable(true);
        }
        gifts.give(campaign, 50);
        untilThePageSays(100);
    }

    private Mono<Integer> status() {
        return web.get()
                .uri("/c/" + campaign.campaign().slug())
                .exchangeToMono(answer ->
                        answer.releaseBody().thenReturn(answer.statusCode().value()));
    }

    private void untilThePageSays(long euros) {
        Flux.interval(Duration.ofMillis(50))
                .onBackpressureDrop()
                .concatMap(
                        tick -> web.get()
                                .uri("/en/c/" + campaign.campaign().slug())
                                .retrieve()
                                .bodyToMono(String.class),
                        1)
                .takeUntil(page -> page.contains("€" + euros + "<"))
                .blockLast(LONG);
    }
}

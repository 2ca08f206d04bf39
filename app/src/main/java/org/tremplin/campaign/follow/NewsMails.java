package org.tremplin.campaign.follow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.campaign.CampaignId;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/**
 * Tells followers what is new: each update in a mail of its own, or the news of a week in one. A batch a minute, so that
 * ten thousand followers do not hold up the mails somebody waits for. What a follower knows and the mails that tell it
 * are one transaction.
 */
@Component
public class NewsMails {

    private static final Logger log = LoggerFactory.getLogger(NewsMails.class);
    private static final Duration WEEK = Duration.ofDays(7);

    /** Pieces of news in one mail; the page has the others. */
    private static final int MOST_NEWS = 10;

    private static final int EXCERPT = 400;

    private final Followers followers;
    private final FollowedCampaigns campaigns;
    private final Mails mails;
    private final NewsSettings settings;
    private final DatabaseClient database;
    private final Clock clock;
    private final TransactionalOperator transaction;

    NewsMails(
            Followers followers,
            FollowedCampaigns campaigns,
            Mails mails,
            NewsSettings settings,
            DatabaseClient database,
            Clock clock,
            TransactionalOperator transaction) {
        this.followers = followers;
        this.campaigns = campaigns;
        this.mails = mails;
        this.settings = settings;
        this.database = database;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    Mono<Void> look() {
        return tell().then().onErrorResume(failure -> {
            log.warn("News wait to be mailed: {}", failure.toString());
            return Mono.empty();
        });
    }

    /** One batch of each rhythm. @return mails queued */
    public Mono<Long> tell() {
        return Mono.defer(() -> batch(Follower.Rhythm.IMMEDIATE, clock.instant()))
                .zipWith(
                        Mono.defer(() ->
                                batch(Follower.Rhythm.WEEKLY, clock.instant().minus(WEEK))),
                        Long::sum);
    }

    private Mono<Long> batch(Follower.Rhythm rhythm, Instant before) {
        Instant now = clock.instant();
        return followers
                .untold(rhythm, before, settings.mailsPerMinute())
                .collectList()
                .filter(found -> !found.isEmpty())
                .flatMap(found -> Mono.zip(
                                campaigns.all(
                                        found.stream().map(Follower::campaign).toList()),
                                news(found, now))
                        .flatMap(read -> queue(rhythm, found, read.getT1(), read.getT2()))
                        .flatMap(queued -> followers
                                .told(found.stream().map(Follower::id).toList(), rhythm, now)
                                .thenReturn(queued)))
                .defaultIfEmpty(0L)
                .as(transaction::transactional);
    }

    private Mono<Long> queue(
            Follower.Rhythm rhythm,
            List<Follower> found,
            Map<CampaignId, Followed> named,
            Map<UUID, Collection<News>> news) {
        List<Mail> written = new ArrayList<>();
        for (Follower follower : found) {
            Followed campaign = named.get(follower.campaign());
            List<News> fresh = news.getOrDefault(follower.campaign().value(), List.of()).stream()
                    .filter(one -> one.at().isAfter(follower.toldUntil()))
                    .limit(MOST_NEWS)
                    .toList();
            if (campaign == null || fresh.isEmpty()) {
                continue;
            }
            if (rhythm == Follower.Rhythm.WEEKLY) {
                written.add(FollowMail.news(
                        follower,
                        campaign,
                        lines(fresh, campaign, follower),
                        "week " + follower.toldUntil().toEpochMilli()));
            } else {
                fresh.forEach(one -> written.add(FollowMail.news(
                        follower, campaign, lines(List.of(one), campaign, follower), one.kind() + " " + one.id())));
            }
        }
        return mails.queue(written).thenReturn((long) written.size());
    }

    private static List<Map<String, String>> lines(List<News> news, Followed campaign, Follower follower) {
        Language language = follower.language();
        return news.stream()
                .map(one -> Map.of(
                        "kind",
                        one.kind(),
                        "title",
                        one.title(),
                        "excerpt",
                        excerpt(one.body()),
                        "page",
                        language.to("/c/" + campaign.slug() + "/nouvelles") + "#n-" + one.id()))
                .toList();
    }

    /** The first words, without the marks of the text. */
    static String excerpt(String body) {
        String plain = body.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .replaceAll("(?m)^[#>*\\-+]+\\s*", "")
                .replaceAll("[*_`]", "")
                .replaceAll("\\s+", " ")
                .strip();
        if (plain.codePointCount(0, plain.length()) <= EXCERPT) {
            return plain;
        }
        String cut = plain.substring(0, plain.offsetByCodePoints(0, EXCERPT));
        int blank = cut.lastIndexOf(' ');
        return (blank > EXCERPT / 2 ? cut.substring(0, blank) : cut) + "…";
    }

    /** What these followers may not know yet, the newest first. */
    private Mono<Map<UUID, Collection<News>>> news(List<Follower> found, Instant now) {
        Instant oldest =
                found.stream().map(Follower::toldUntil).min(Instant::compareTo).orElse(now);
        return database.sql("""
                select kind, id, campaign_id, title, left(body, 4000) as body, published_at from campaign.told
                where campaign_id = any(:campaigns) and published_at > :oldest and published_at <= :now
                order by published_at desc, id desc limit 1000
                """)
                .bind(
                        "campaigns",
                        found.stream()
                                .map(one -> one.campaign().value())
                                .distinct()
                                .toArray(UUID[]::new))
                .bind("oldest", oldest)
                .bind("now", now)
                .map(row -> Map.entry(
                        row.get("campaign_id", UUID.class),
                        new News(
                                row.get("kind", String.class),
                                row.get("id", UUID.class),
                                row.get("title", String.class),
                                row.get("body", String.class),
                                row.get("published_at", Instant.class))))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private record News(String kind, UUID id, String title, String body, Instant at) {}
}

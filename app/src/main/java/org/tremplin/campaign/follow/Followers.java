package org.tremplin.campaign.follow;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Following;
import org.tremplin.identity.People;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everybody who follows a campaign by mail. */
@Component
class Followers implements Following {

    /** Mails asked for to one address within {@link #PATIENCE}: nobody's mailbox is flooded. */
    private static final int PER_ADDRESS = 5;

    /** Mails asked for from one neighbourhood within an hour. */
    private static final int PER_BLOCK = 40;

    /** A second press of the button for one campaign sends no second mail so soon. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private static final String COLUMNS = """
            f.id, f.campaign_id, f.email, f.language, f.rhythm, f.token, f.asked_at, f.confirmed_at, f.told_until
            """;

    private final DatabaseClient database;
    private final FollowMail mail;
    private final Ids ids;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Followers(DatabaseClient database, FollowMail mail, Ids ids, Clock clock, TransactionalOperator transaction) {
        this.database = database;
        this.mail = mail;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Mails the link that confirms, or leads who follows already to their choices; whoever asks learns neither.
     *
     * @return false when too many were asked for
     */
    Mono<Boolean> ask(Followed campaign, String typed, Follower.Rhythm rhythm, Language language, String block) {
        String email = People.normal(typed);
        Instant now = clock.instant();
        return allowed(email, block, now)
                .flatMap(allowed -> !allowed
                        ? Mono.just(false)
                        : write(campaign.id(), email, rhythm, language, block, now)
                                .flatMap(follower -> mail.confirm(follower, campaign))
                                .thenReturn(true))
                .as(transaction::transactional);
    }

    private Mono<Boolean> allowed(String email, String block, Instant now) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('follow ' || :email, 0))")
                .bind("email", email)
                .then()
                .then(database.sql("""
                        select (select count(*) from campaign.follower where email = :email and asked_at > :day) < :perAddress
                          and (select count(*) from campaign.follower where address_block = :block and asked_at > :since) < :perBlock
                          as allowed
                        """)
                        .bind("email", email)
                        .bind("block", block)
                        .bind("day", now.minus(PATIENCE))
                        .bind("since", now.minus(Duration.ofHours(1)))
                        .bind("perAddress", PER_ADDRESS)
                        .bind("perBlock", PER_BLOCK)
                        .map(row -> Boolean.TRUE.equals(row.get("allowed", Boolean.class)))
                        .one());
    }

    /** Empty when a mail left just now. Who confirmed keeps their choice: somebody else may have typed the address. */
    private Mono<Follower> write(
            CampaignId campaign, String email, Follower.Rhythm rhythm, Language language, String block, Instant now) {
        return database.sql("""
                insert into campaign.follower as f
                  (id, campaign_id, email, language, rhythm, token, source, address_block, asked_at, told_until)
                values (:id, :campaign, :email, :language, :rhythm, :token, 'form', :block, :now, :now)
                on conflict on constraint follower_follows_once do update
                  set asked_at = excluded.asked_at, address_block = excluded.address_block,
                    rhythm = case when f.confirmed_at is null then excluded.rhythm else f.rhythm end
                  where f.asked_at < :before
                returning\s""" + COLUMNS)
                .bind("id", ids.next())
                .bind("campaign", campaign.value())
                .bind("email", email)
                .bind("language", language.code())
                .bind("rhythm", rhythm.code())
                .bind("token", Tokens.random())
                .bind("block", block)
                .bind("now", now)
                .bind("before", now.minus(PATIENCE))
                .map(Followers::follower)
                .one();
    }

    @Override
    public Mono<Void> forget(AssociationId association, String email) {
        return database.sql("""
                delete from campaign.follower where email = :email
                  and campaign_id in (select id from campaign.campaign where association_id = :association)
                """)
                .bind("email", People.normal(email))
                .bind("association", association.value())
                .then();
    }

    @Override
    public Mono<Void> follow(Collection<Donor> donors) {
        Map<String, Donor> once = new LinkedHashMap<>();
        donors.stream()
                .filter(donor -> !donor.email().isBlank())
                .forEach(donor -> once.putIfAbsent(donor.campaign() + " " + People.normal(donor.email()), donor));
        if (once.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("""
                insert into campaign.follower
                  (id, campaign_id, email, language, rhythm, token, source, asked_at, confirmed_at, told_until)
                select id, campaign, email, language, 'immediate', token, 'gift', :now, :now, :now
                from unnest(:ids, :campaigns, :emails, :languages, :tokens)
                  as donor(id, campaign, email, language, token) order by campaign, email
                on conflict on constraint follower_follows_once do update
                  set confirmed_at = coalesce(follower.confirmed_at, excluded.confirmed_at)
                """)
                .bind("now", clock.instant())
                .bind("ids", once.values().stream().map(donor -> ids.next()).toArray(UUID[]::new))
                .bind("campaigns", once.values().stream().map(Donor::campaign).toArray(UUID[]::new))
                .bind(
                        "emails",
                        once.values().stream()
                                .map(donor -> People.normal(donor.email()))
                                .toArray(String[]::new))
                .bind("languages", once.values().stream().map(Donor::language).toArray(String[]::new))
                .bind(
                        "tokens",
                        once.values().stream().map(donor -> Tokens.random()).toArray(String[]::new))
                .then();
    }

    Mono<Follower> find(String token) {
        return database.sql("select " + COLUMNS + " from campaign.follower f where f.token = :token")
                .bind("token", token)
                .map(Followers::follower)
                .one();
    }

    /** Also the choice of who confirmed before. What was told until now is not told again. */
    Mono<Void> choose(Follower follower, Follower.Rhythm rhythm) {
        return database.sql("""
                update campaign.follower set rhythm = :rhythm, confirmed_at = coalesce(confirmed_at, :now),
                  told_until = case when confirmed_at is null then :now else told_until end
                where id = :id
                """)
                .bind("id", follower.id())
                .bind("rhythm", rhythm.code())
                .bind("now", clock.instant())
                .then();
    }

    /** Nothing is kept of who leaves. */
    Mono<Void> leave(String token) {
        return database.sql("delete from campaign.follower where token = :token")
                .bind("token", token)
                .then();
    }

    /** Confirmed ones. */
    Mono<Long> count(CampaignId campaign) {
        return database.sql("""
                select count(*) as followers from campaign.follower
                where campaign_id = :campaign and confirmed_at is not null
                """)
                .bind("campaign", campaign.value())
                .map(row -> row.get("followers", Long.class))
                .one();
    }

    /**
     * Confirmed followers of this rhythm for whom something is public that they were not told of; locked for the caller's
     * transaction, those another instance tells just now left out.
     *
     * @param before only who was told last before this instant
     */
    Flux<Follower> untold(Follower.Rhythm rhythm, Instant before, int most) {
        return database.sql("""
                select %s from campaign.follower f
                join (select campaign_id, max(published_at) as last from campaign.told group by campaign_id) t
                  on t.campaign_id = f.campaign_id
                where f.confirmed_at is not null and f.rhythm = :rhythm and f.told_until < t.last and f.told_until <= :before
                order by f.told_until, f.id limit :most for update of f skip locked
                """.formatted(COLUMNS))
                .bind("rhythm", rhythm.code())
                .bind("before", before)
                .bind("most", most)
                .map(Followers::follower)
                .all();
    }

    /**
     * Who hears of each update at once was told of the last one there is: what another transaction dates a moment before
     * now is still told. Who hears weekly was told today.
     */
    Mono<Void> told(Collection<UUID> followers, Follower.Rhythm rhythm, Instant now) {
        return database.sql("""
                update campaign.follower f set told_until = case when :weekly then :now else
                  greatest(f.told_until, (select max(t.published_at) from campaign.told t
                    where t.campaign_id = f.campaign_id and t.published_at <= :now)) end
                where f.id = any(:ids)
                """)
                .bind("weekly", rhythm == Follower.Rhythm.WEEKLY)
                .bind("now", now)
                .bind("ids", followers.toArray(UUID[]::new))
                .then();
    }

    private static Follower follower(Readable row) {
        return new Follower(
                row.get("id", UUID.class),
                new CampaignId(row.get("campaign_id", UUID.class)),
                row.get("email", String.class),
                Language.ofCode(row.get("language", String.class)),
                Follower.Rhythm.of(row.get("rhythm", String.class)),
                row.get("token", String.class),
                row.get("asked_at", Instant.class),
                row.get("confirmed_at", Instant.class),
                row.get("told_until", Instant.class));
    }
}

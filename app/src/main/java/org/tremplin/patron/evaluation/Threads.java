package org.tremplin.patron.evaluation;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.CampaignId;
import org.tremplin.patron.company.DailyLimits;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Questions and answers, one thread for an organisation and a campaign. */
@Component
class Threads {

    /** Of one thread; then it is time to meet. */
    static final int MOST_WORDS = 40;

    /** Questions of one organisation within a day, whatever the campaign. */
    static final int DAILY = DailyLimits.QUESTIONS;

    /** How long a mailed link answers. */
    static final Period KEY_LIFE = Period.ofDays(60);

    private static final int MOST = 100;

    private static final String SELECT = """
            select thread.id, company_id, campaign_id, association_id, company.name,
              (select side from patron.thread_word where thread_id = thread.id order by written_at desc, id desc limit 1) as last
            from patron.thread join patron.company on company.id = company_id
            """;

    private final DatabaseClient database;
    private final DailyLimits limits;
    private final Ids ids;
    private final Clock clock;

    Threads(DatabaseClient database, DailyLimits limits, Ids ids, Clock clock) {
        this.database = database;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    /** The thread of both, begun now if there was none. */
    Mono<UUID> begin(UUID company, CampaignId campaign, AssociationId association) {
        return database.sql("""
                insert into patron.thread (id, company_id, campaign_id, association_id, begun_at)
                values (:id, :company, :campaign, :association, :now)
                on conflict on constraint thread_once do update set association_id = excluded.association_id
                returning id
                """)
                .bind("id", ids.next())
                .bind("company", company)
                .bind("campaign", campaign.value())
                .bind("association", association.value())
                .bind("now", clock.instant())
                .map(row -> row.get("id", UUID.class))
                .one();
    }

    /**
     * The last word is the association's, so that no question waits for an answer for which there is no room.
     *
     * @return the id of what was said; empty when the thread is full
     */
    Mono<UUID> say(UUID thread, Side side, UUID person, String body) {
        UUID id = ids.next();
        return database.sql("""
                insert into patron.thread_word (id, thread_id, side, person_id, body, written_at)
                select :id, :thread, :side, :person, :body, :now
                where (select count(*) from patron.thread_word where thread_id = :thread) < :most
                """)
                .bind("id", id)
                .bind("thread", thread)
                .bind("side", side.name())
                .bind("person", person)
                .bind("body", body)
                .bind("now", clock.instant())
                .bind("most", side == Side.PATRON ? MOST_WORDS - 1 : MOST_WORDS)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .map(rows -> id);
    }

    /** Inside the transaction that then asks. Counts for the person too, who can leave and found another organisation. */
    Mono<Boolean> mayAsk(UUID company, UUID person) {
        return limits.mayAsk(person).flatMap(may -> may ? mayAsk(company) : Mono.just(false));
    }

    /** A question of this person was sent. */
    Mono<Void> asked(UUID person) {
        return limits.asked(person);
    }

    private Mono<Boolean> mayAsk(UUID company) {
        return database.sql("""
                select count(*) from patron.thread_word join patron.thread on thread.id = thread_id
                where company_id = :company and side = 'PATRON' and written_at > :dayAgo
                """)
                .bind("company", company)
                .bind("dayAgo", clock.instant().minus(Duration.ofDays(1)))
                .map(row -> row.get(0, Long.class) < DAILY)
                .one();
    }

    Mono<Conversation> find(UUID company, CampaignId campaign) {
        return database.sql(SELECT + "where company_id = :company and campaign_id = :campaign")
                .bind("company", company)
                .bind("campaign", campaign.value())
                .map(Threads::thread)
                .one();
    }

    Mono<Conversation> find(AssociationId association, UUID id) {
        return database.sql(SELECT + "where association_id = :association and thread.id = :id")
                .bind("association", association.value())
                .bind("id", id)
                .map(Threads::thread)
                .one();
    }

    Flux<Conversation> ofCompany(UUID company) {
        return database.sql(SELECT + "where company_id = :company order by begun_at desc limit " + MOST)
                .bind("company", company)
                .map(Threads::thread)
                .all();
    }

    Flux<Conversation> of(AssociationId association) {
        return database.sql(SELECT + "where association_id = :association order by begun_at desc limit " + MOST)
                .bind("association", association.value())
                .map(Threads::thread)
                .all();
    }

    Flux<Word> words(Collection<UUID> threads) {
        return database.sql("""
                select thread_id, side, person_id, body, written_at from patron.thread_word
                where thread_id = any(:threads) order by written_at, id
                """)
                .bind("threads", threads.toArray(UUID[]::new))
                .map(row -> new Word(
                        row.get("thread_id", UUID.class),
                        Side.valueOf(row.get("side", String.class)),
                        row.get("person_id", UUID.class),
                        row.get("body", String.class),
                        row.get("written_at", Instant.class)))
                .all();
    }

    /** @return the token of a mailed link by which this member answers */
    Mono<String> key(UUID thread, UUID person) {
        String token = Tokens.random();
        return database.sql("""
                insert into patron.thread_key (token_hash, thread_id, person_id, made_at)
                values (:hash, :thread, :person, :now)
                """)
                .bind("hash", Tokens.sha256(token))
                .bind("thread", thread)
                .bind("person", person)
                .bind("now", clock.instant())
                .then()
                .thenReturn(token);
    }

    /** Empty for an unknown or an old link. */
    Mono<Key> byToken(String token) {
        return database.sql("""
                select thread_id, association_id, person_id from patron.thread_key
                join patron.thread on thread.id = thread_id where token_hash = :hash and made_at > :oldest
                """)
                .bind("hash", Tokens.sha256(token))
                .bind("oldest", clock.instant().minus(KEY_LIFE))
                .map(row -> new Key(
                        row.get("thread_id", UUID.class),
                        new AssociationId(row.get("association_id", UUID.class)),
                        row.get("person_id", UUID.class)))
                .one();
    }

    private static Conversation thread(Readable row) {
        return new Conversation(
                row.get("id", UUID.class),
                row.get("company_id", UUID.class),
                new CampaignId(row.get("campaign_id", UUID.class)),
                new AssociationId(row.get("association_id", UUID.class)),
                row.get("name", String.class),
                "PATRON".equals(row.get("last", String.class)));
    }

    enum Side {
        PATRON,
        ASSOCIATION
    }

    /** @param name of the organisation; @param waits for a word of the association */
    record Conversation(
            UUID id, UUID company, CampaignId campaign, AssociationId association, String name, boolean waits) {}

    record Word(UUID thread, Side side, UUID person, String body, Instant at) {}

    record Key(UUID thread, AssociationId association, UUID person) {}
}

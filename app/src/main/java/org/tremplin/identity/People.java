package org.tremplin.identity;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everybody who can sign in. */
@Component
public class People {

    private final DatabaseClient database;
    private final Ids ids;
    private final Clock clock;

    People(DatabaseClient database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** The person of this address, made now if nobody had it. The caller has proof that the address is theirs. */
    public Mono<Person> welcome(String email, String name, String language) {
        return database.sql("""
                insert into identity.person (id, email, name, language, created_at, last_seen_at)
                values (:id, :email, :name, :language, :now, :now)
                on conflict (email) do update set name = coalesce(nullif(identity.person.name, ''), excluded.name),
                  last_seen_at = excluded.last_seen_at
                returning id, email, name, language
                """)
                .bind("id", ids.next())
                .bind("email", normal(email))
                .bind("name", name)
                .bind("language", language)
                .bind("now", clock.instant())
                .map(People::person)
                .one();
    }

    /** Empty for nobody, and for who was erased: their id stands in the books and logs, and means nobody any more. */
    public Mono<Person> find(UUID id) {
        return database.sql(
                        "select id, email, name, language from identity.person where id = :id and erased_at is null")
                .bind("id", id)
                .map(People::person)
                .one();
    }

    public Mono<Person> findByEmail(String email) {
        return database.sql("select id, email, name, language from identity.person where email = :email")
                .bind("email", normal(email))
                .map(People::person)
                .one();
    }

    public Flux<Person> findAll(Collection<UUID> ids) {
        return database.sql("select id, email, name, language from identity.person"
                        + " where id = any(:ids) and erased_at is null")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(People::person)
                .all();
    }

    /** When each of these people wishes to be written to about what waits for them. */
    public Mono<Map<UUID, Reminders>> reminders(Collection<UUID> ids) {
        return database.sql("select id, reminders from identity.person where id = any(:ids) and erased_at is null")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> Map.entry(row.get("id", UUID.class), Reminders.ofCode(row.get("reminders", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** As the person wishes to be called here, which may be nothing, the language of workspace and mails, and when. */
    Mono<Void> rename(UUID id, String name, String language, Reminders reminders) {
        return database.sql("""
                update identity.person set name = :name, language = :language, reminders = :reminders where id = :id
                """)
                .bind("name", name)
                .bind("language", language)
                .bind("reminders", reminders.code())
                .bind("id", id)
                .then();
    }

    /** Leaves a tombstone: the id, and what it takes to be a row. */
    Mono<Void> erase(Collection<UUID> ids) {
        return database.sql("""
                update identity.person set name = '', email = id || '@erased.invalid', erased_at = :now
                where id = any(:ids) and erased_at is null
                """)
                .bind("now", clock.instant())
                .bind("ids", ids.toArray(UUID[]::new))
                .then();
    }

    Mono<Void> seen(Collection<UUID> ids) {
        return database.sql("update identity.person set last_seen_at = :now where id = any(:ids)")
                .bind("now", clock.instant())
                .bind("ids", ids.toArray(UUID[]::new))
                .then();
    }

    /** Those nobody has signed in as since this instant, the longest away first. */
    Flux<UUID> unseenSince(Instant before, int most) {
        return database.sql("""
                select id from identity.person where erased_at is null and last_seen_at < :before
                order by last_seen_at limit :most
                """)
                .bind("before", before)
                .bind("most", most)
                .map(row -> row.get("id", UUID.class))
                .all();
    }

    /** Addresses are compared without regard to case. */
    public static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static Person person(Readable row) {
        return new Person(
                row.get("id", UUID.class),
                row.get("email", String.class),
                row.get("name", String.class),
                row.get("language", String.class));
    }
}

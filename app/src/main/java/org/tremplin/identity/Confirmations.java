package org.tremplin.identity;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.AddressBlock;
import org.tremplin.platform.security.Sessions;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/**
 * Confirms a device by a code mailed to who is signed in on it: asked for before acts that move money or open accounts,
 * so that a session left open, or a cookie that was taken, is not enough.
 */
@Component
class Confirmations {

    static final int TRIES = 5;
    static final Duration LIFE = Duration.ofMinutes(15);

    private static final String OPEN = """
             where id = (
              select id from identity.confirmation
              where person_id = :person and session_key = :session and used_at is null and expires_at > :now
              order by asked_at desc, id desc limit 1)
            """;

    private final DatabaseClient database;
    private final SignInSettings settings;
    private final Codes codes;
    private final Mails mails;
    private final Sessions sessions;
    private final AddressBlock addressBlock;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Confirmations(
            DatabaseClient database,
            SignInSettings settings,
            Codes codes,
            Mails mails,
            Sessions sessions,
            AddressBlock addressBlock,
            Audit audit,
            Ids ids,
            Clock clock,
            TransactionalOperator transaction) {
        this.database = database;
        this.settings = settings;
        this.codes = codes;
        this.mails = mails;
        this.sessions = sessions;
        this.addressBlock = addressBlock;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Mails a code for this session; false when too many were. */
    Mono<Boolean> send(Person person, ServerWebExchange exchange) {
        String block = addressBlock.of(exchange.getRequest());
        return lock("block " + block)
                .then(lock("person " + person.id()))
                .then(allowed(person.id(), block))
                .flatMap(allowed -> allowed ? write(person, block, exchange).thenReturn(true) : Mono.just(false))
                .as(transaction::transactional);
    }

    /** Whether a code may still be typed in this session. */
    Mono<Boolean> waits(UUID person, ServerWebExchange exchange) {
        return bound(database.sql("select tries from identity.confirmation" + OPEN), person, exchange)
                .map(row -> row.get("tries", Integer.class) < TRIES)
                .one()
                .defaultIfEmpty(false);
    }

    /** Counts the try before looking at it, so that parallel ones are no more than five. */
    Mono<Answer> enter(UUID person, String typed, ServerWebExchange exchange) {
        String digits = typed.replaceAll("\\s", "");
        return bound(
                        database.sql("update identity.confirmation set tries = tries + 1" + OPEN + " and tries < "
                                + TRIES + " returning id, tries, code_hash"),
                        person,
                        exchange)
                .map(Try::of)
                .one()
                .flatMap(one -> codes.matches(one.id(), digits, one.hash())
                        ? right(one.id(), person, exchange)
                        : Mono.just(new Answer(false, TRIES - one.tries())))
                .defaultIfEmpty(new Answer(false, 0))
                .as(transaction::transactional);
    }

    private Mono<Answer> right(UUID id, UUID person, ServerWebExchange exchange) {
        return database.sql("update identity.confirmation set used_at = :now where id = :id and used_at is null")
                .bind("now", clock.instant())
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .filter(used -> used == 1)
                .flatMap(used -> sessions.confirm(exchange)
                        .then(audit.note("identity.device-confirmed", person, null, person))
                        .thenReturn(new Answer(true, 0)));
    }

    private Mono<Void> write(Person person, String block, ServerWebExchange exchange) {
        UUID id = ids.next();
        String code = Tokens.code();
        Instant expires = clock.instant().plus(LIFE);
        Map<String, Object> values =
                Map.of("code", code.substring(0, 3) + " " + code.substring(3), "minutes", LIFE.toMinutes());
        Mail mail = Mail.of(
                        "identity.confirmation",
                        id,
                        person.email(),
                        Language.ofCode(person.language()),
                        "confirmation",
                        values)
                .usefulUntil(expires);
        return database.sql("""
                insert into identity.confirmation (id, person_id, session_key, code_hash, address_block, expires_at)
                values (:id, :person, :session, :code, :block, :expires)
                """)
                .bind("id", id)
                .bind("person", person.id())
                .bind("session", sessions.current(exchange))
                .bind("code", codes.hash(id, code))
                .bind("block", block)
                .bind("expires", expires)
                .then()
                .then(mails.queue(mail));
    }

    /** As many as sign-in mails: to one person, and asked for from one address block. */
    private Mono<Boolean> allowed(UUID person, String block) {
        return database.sql("""
                select (select count(*) from identity.confirmation
                        where person_id = :person and asked_at > now() - interval '1 hour') < :perAddress
                   and (select count(*) from identity.confirmation
                        where address_block = :block and asked_at > now() - interval '1 hour') < :perBlock as allowed
                """)
                .bind("person", person)
                .bind("block", block)
                .bind("perAddress", settings.mailsPerAddress())
                .bind("perBlock", settings.mailsPerBlock())
                .map(row -> Boolean.TRUE.equals(row.get("allowed", Boolean.class)))
                .one();
    }

    private Mono<Void> lock(String name) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .bind("name", "identity.confirmation " + name)
                .then();
    }

    private DatabaseClient.GenericExecuteSpec bound(
            DatabaseClient.GenericExecuteSpec statement, UUID person, ServerWebExchange exchange) {
        return statement
                .bind("person", person)
                .bind("session", sessions.current(exchange))
                .bind("now", clock.instant());
    }

    /** @param left tries that remain after a wrong one; 0 when the code is of no more use */
    record Answer(boolean right, int left) {}

    private record Try(UUID id, int tries, byte[] hash) {
        static Try of(Readable row) {
            return new Try(
                    row.get("id", UUID.class), row.get("tries", Integer.class), row.get("code_hash", byte[].class));
        }
    }
}

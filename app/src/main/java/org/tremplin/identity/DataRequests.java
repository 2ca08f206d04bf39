package org.tremplin.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.privacy.Erasures;
import org.tremplin.platform.privacy.Remainder;
import org.tremplin.platform.privacy.Subject;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/**
 * Lets people read and erase what is held of them: whoever opens the link mailed to an address has proven that it is
 * theirs. Known and unknown addresses are treated alike.
 */
@Component
public class DataRequests {

    static final Duration LIFE = Duration.ofHours(24);

    private final DatabaseClient database;
    private final Holders holders;
    private final Erasures erasures;
    private final SignInLimits limits;
    private final Mails mails;
    private final Audit audit;
    private final TremplinSettings instance;
    private final Ids ids;
    private final Clock clock;
    private final TransactionalOperator transaction;

    DataRequests(
            DatabaseClient database,
            Holders holders,
            Erasures erasures,
            SignInLimits limits,
            Mails mails,
            Audit audit,
            TremplinSettings instance,
            Ids ids,
            Clock clock,
            TransactionalOperator transaction) {
        this.database = database;
        this.holders = holders;
        this.erasures = erasures;
        this.limits = limits;
        this.mails = mails;
        this.audit = audit;
        this.instance = instance;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Mails the link; false when too many were asked for. */
    public Mono<Boolean> ask(String email, Language language, String block) {
        String normal = People.normal(email);
        return limits.allowData(normal, block)
                .flatMap(allowed -> allowed ? write(normal, language, block).thenReturn(true) : Mono.just(false))
                .as(transaction::transactional);
    }

    private Mono<Void> write(String email, Language language, String block) {
        UUID id = ids.next();
        String token = Tokens.random();
        Instant expires = clock.instant().plus(LIFE);
        Mail mail = Mail.of(
                        "identity.data",
                        id,
                        email,
                        language,
                        "data-request",
                        Map.of(
                                "link",
                                instance.absolute(language.to("/donnees/dossier")) + "?token=" + token,
                                "hours",
                                LIFE.toHours()))
                .usefulUntil(expires);
        return database.sql("""
                insert into identity.data_request (id, email, language, token_hash, address_block, expires_at)
                values (:id, :email, :language, :hash, :block, :expires)
                """)
                .bind("id", id)
                .bind("email", email)
                .bind("language", language.code())
                .bind("hash", Tokens.sha256(token))
                .bind("block", block)
                .bind("expires", expires)
                .then()
                .then(mails.queue(mail));
    }

    /** Whose link this is; empty when it is unknown, used or too old. */
    Mono<Subject> subject(String token) {
        return open(token).map(Request::subject);
    }

    /** Everything that is held, by what it is. */
    Mono<Map<String, Object>> copy(Subject subject) {
        return holders.all().concatMap(holder -> holder.copy(subject)).collect(LinkedHashMap::new, Map::putAll);
    }

    Mono<List<Remainder>> remains(Subject subject) {
        return holders.all().concatMap(holder -> holder.remains(subject)).collectList();
    }

    /** Erases all of it at once, or nothing; gives what stays. Empty when the link is over. */
    Mono<List<Remainder>> erase(String token) {
        return open(token)
                .flatMap(request -> remains(request.subject())
                        .flatMap(stays -> holders.erase(request.subject())
                                .then(erasures.done(AddressesErasedAgain.KIND, erasures.mark(request.subject())))
                                .then(audit.note("identity.data-erased", null, request.id()))
                                .thenReturn(stays)))
                .as(transaction::transactional);
    }

    private Mono<Request> open(String token) {
        return database.sql(
                        "select id, email from identity.data_request where token_hash = :hash and expires_at > :now")
                .bind("hash", Tokens.sha256(token))
                .bind("now", clock.instant())
                .map(row -> new Request(row.get("id", UUID.class), new Subject(row.get("email", String.class))))
                .one();
    }

    private record Request(UUID id, Subject subject) {}
}

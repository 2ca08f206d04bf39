package org.tremplin.capacity.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.capacity.NeedKind;
import org.tremplin.identity.People;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** What people offer: asked, confirmed by the mailed link, taken back. */
@Component
class Offers {

    static final String CONFIRM = "exchange.confirm";

    /** To one address within a day: nobody's mailbox is flooded. */
    private static final int PER_ADDRESS = 5;

    /** From one neighbourhood within an hour. */
    private static final int PER_BLOCK = 30;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Matches matches;
    private final Mails mails;
    private final Ids ids;
    private final Clock clock;

    Offers(
            DatabaseClient database,
            TransactionalOperator transaction,
            Matches matches,
            Mails mails,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.matches = matches;
        this.mails = mails;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Mails the link that confirms; nobody sees anything of it before.
     *
     * @param kind of the need it answers, or as typed
     * @return false when too many were asked for
     */
    Mono<Boolean> ask(OfferForm form, NeedKind kind, String title, Language language, String block) {
        String email = People.normal(form.email());
        Instant now = clock.instant();
        return database.sql("select pg_advisory_xact_lock(hashtextextended('offer ' || :email, 0))")
                .bind("email", email)
                .then()
                .then(allowed(email, block, now))
                .flatMap(allowed -> allowed
                        ? write(form, kind, email, language, block, now)
                                .flatMap(offer -> mails.queue(confirm(offer, title)))
                                .thenReturn(true)
                        : Mono.just(false))
                .as(transaction::transactional);
    }

    private Mono<Boolean> allowed(String email, String block, Instant now) {
        return database.sql("""
                select (select count(*) from capacity.offer where email = :email and asked_at > :day) < :perAddress
                  and (select count(*) from capacity.offer where address_block = :block and asked_at > :hour) < :perBlock
                  as allowed
                """)
                .bind("email", email)
                .bind("block", block)
                .bind("day", now.minus(Duration.ofDays(1)))
                .bind("hour", now.minus(Duration.ofHours(1)))
                .bind("perAddress", PER_ADDRESS)
                .bind("perBlock", PER_BLOCK)
                .map(row -> Boolean.TRUE.equals(row.get("allowed", Boolean.class)))
                .one();
    }

    private Mono<Offer> write(
            OfferForm form, NeedKind kind, String email, Language language, String block, Instant now) {
        return database.sql("""
                insert into capacity.offer as offer (id, need_id, name, email, language, kind, what, hours, department, remote,
                  until_on, token, address_block, asked_at)
                values (:id, :need, :name, :email, :language, :kind, :what, :hours, :department, :remote, :until, :token,
                  :block, :now)
                returning\s""" + Offer.COLUMNS)
                .bind("id", ids.next())
                .bind("need", Parameter.fromOrEmpty(form.besoin(), UUID.class))
                .bind("name", form.nom())
                .bind("email", email)
                .bind("language", language.code())
                .bind("kind", kind.name())
                .bind("what", form.quoi())
                .bind("hours", Parameter.fromOrEmpty(Blanks.hours(form.heures()), Integer.class))
                .bind("department", form.lieu())
                .bind("remote", form.distance())
                .bind("until", form.until())
                .bind("token", Tokens.random())
                .bind("block", block)
                .bind("now", now)
                .map(Offer::of)
                .one();
    }

    /** Without a word of what was typed: nobody writes to somebody else in our name. */
    private static Mail confirm(Offer offer, String title) {
        return new Mail(
                CONFIRM,
                offer.id().toString(),
                offer.email(),
                offer.language(),
                "exchange",
                Map.of(
                        "step",
                        "confirm",
                        "what",
                        "",
                        "campaign",
                        title,
                        "association",
                        "",
                        "words",
                        "",
                        "page",
                        offer.language().to(offer.page())),
                null);
    }

    Mono<Offer> find(String token) {
        return database.sql("select " + Offer.COLUMNS + " from capacity.offer offer where offer.token = :token")
                .bind("token", token)
                .map(Offer::of)
                .one();
    }

    /** The latest of this person. */
    Mono<Offer> of(String email) {
        return database.sql(
                        "select " + Offer.COLUMNS
                                + " from capacity.offer offer where offer.email = :email order by asked_at desc, id desc limit 1")
                .bind("email", People.normal(email))
                .map(Offer::of)
                .one();
    }

    /** Proposed from now on where it helps. A second press changes nothing. */
    Mono<Void> confirm(Offer offer) {
        return database.sql("update capacity.offer set confirmed_at = :now where id = :id and confirmed_at is null")
                .bind("now", clock.instant())
                .bind("id", offer.id())
                .fetch()
                .rowsUpdated()
                .flatMap(confirmed -> confirmed == 0 ? Mono.<Void>empty() : matches.propose(offer))
                .as(transaction::transactional);
    }

    /** Forgets the person; hours that were given stay, without them. */
    Mono<Void> withdraw(@Nullable String token) {
        return token == null ? Mono.empty() : remove("offer.token = :what", token);
    }

    Mono<Void> forget(String email) {
        return remove("offer.email = :what", email);
    }

    private Mono<Void> remove(String which, String what) {
        return database.sql("""
                update capacity.help_match match set offer_id = null, thanks = '' from capacity.offer offer
                where offer.id = match.offer_id and match.state in ('DONE', 'NOT_DONE') and\s""" + which)
                .bind("what", what)
                .then()
                .then(database.sql("delete from capacity.help_match match using capacity.offer offer"
                                + " where offer.id = match.offer_id and " + which)
                        .bind("what", what)
                        .then())
                .then(database.sql("delete from capacity.offer offer where " + which)
                        .bind("what", what)
                        .then())
                .as(transaction::transactional);
    }
}

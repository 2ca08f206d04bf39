package org.tremplin.patron.company;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How a second person comes to act for an organisation: by a mailed link, in time. */
@Component
class CompanyInvitations {

    static final Duration LIFE = Duration.ofDays(14);

    private static final String SELECT = "select i.id, i.company_id, company.name, i.email, i.role, i.invited_at"
            + " from patron.company_invitation i join patron.company on company.id = i.company_id ";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Companies companies;
    private final DailyLimits limits;
    private final People people;
    private final Mails mails;
    private final TremplinSettings settings;
    private final Ids ids;
    private final Clock clock;

    CompanyInvitations(
            DatabaseClient database,
            TransactionalOperator transaction,
            Companies companies,
            DailyLimits limits,
            People people,
            Mails mails,
            TremplinSettings settings,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.companies = companies;
        this.limits = limits;
        this.people = people;
        this.mails = mails;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new link ends the one before to the same address. */
    Mono<Sent> invite(Company company, String email, Company.Role role, SignedInPerson by) {
        return limits.mayInvite(by.id(), email)
                .flatMap(may -> may ? write(company, email, role, by) : Mono.just(Sent.TOO_OFTEN))
                .as(transaction::transactional);
    }

    private Mono<Sent> write(Company company, String email, Company.Role role, SignedInPerson by) {
        UUID id = ids.next();
        String token = Tokens.random();
        Language language = Language.ofCode(by.language());
        return database.sql("""
                insert into patron.company_invitation (id, company_id, email, role, token_hash, invited_by, invited_at)
                select :id, :company, :email, :role, :hash, :by, :now
                where (select count(*) from patron.company_member where company_id = :company)
                  + (select count(*) from patron.company_invitation where company_id = :company and email <> :email)
                  < :most
                on conflict on constraint invitation_once do update set id = excluded.id, role = excluded.role,
                  token_hash = excluded.token_hash, invited_by = excluded.invited_by, invited_at = excluded.invited_at
                """)
                .bind("id", id)
                .bind("company", company.id())
                .bind("email", People.normal(email))
                .bind("role", role.name())
                .bind("hash", Tokens.sha256(token))
                .bind("by", by.id())
                .bind("now", clock.instant())
                .bind("most", Companies.MOST)
                .fetch()
                .rowsUpdated()
                .filter(done -> done == 1)
                .flatMap(done -> mails.queue(Mail.of(
                                        "patron.invited",
                                        id,
                                        email,
                                        language,
                                        "patron-invited",
                                        Map.of(
                                                "inviter",
                                                by.displayName(),
                                                "days",
                                                LIFE.toDays(),
                                                "link",
                                                settings.absolute(language.to("/invitation/mecene?token=" + token))))
                                .usefulUntil(clock.instant().plus(LIFE)))
                        .then(limits.invited(by.id(), email))
                        .thenReturn(Sent.YES))
                .defaultIfEmpty(Sent.FULL);
    }

    Flux<Invited> of(UUID company) {
        return database.sql(SELECT + "where i.company_id = :company and i.invited_at > :oldest order by i.invited_at")
                .bind("company", company)
                .bind("oldest", clock.instant().minus(LIFE))
                .map(CompanyInvitations::invited)
                .all();
    }

    /** Empty for a link that nobody was sent, that was used, taken back, or is too old. */
    Mono<Invited> byToken(String token) {
        return database.sql(SELECT + "where i.token_hash = :hash and i.invited_at > :oldest")
                .bind("hash", Tokens.sha256(token))
                .bind("oldest", clock.instant().minus(LIFE))
                .map(CompanyInvitations::invited)
                .one();
    }

    /**
     * Whoever acts for another organisation leaves the link as it is.
     *
     * @return who acts for it now; empty when the link was used before, or the person acts for another organisation
     */
    Mono<UUID> accept(Invited invited, @Nullable UUID signedIn, String language) {
        Mono<UUID> person = signedIn != null
                ? Mono.just(signedIn)
                : people.welcome(invited.email(), "", language).map(Person::id);
        return database.sql("select id from patron.company_invitation where id = :id for update")
                .bind("id", invited.id())
                .map(row -> row.get("id", UUID.class))
                .one()
                .flatMap(still -> person)
                .filterWhen(id -> companies
                        .seat(invited.company(), id, invited.role())
                        .then(companies.of(id))
                        .map(seat -> seat.company().id().equals(invited.company())))
                .flatMap(id -> withdraw(invited.company(), invited.id()).thenReturn(id))
                .as(transaction::transactional);
    }

    Mono<Boolean> withdraw(UUID company, UUID id) {
        return database.sql("delete from patron.company_invitation where id = :id and company_id = :company")
                .bind("id", id)
                .bind("company", company)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Invited invited(Readable row) {
        return new Invited(
                row.get("id", UUID.class),
                row.get("company_id", UUID.class),
                row.get("name", String.class),
                row.get("email", String.class),
                Company.Role.valueOf(row.get("role", String.class)),
                row.get("invited_at", Instant.class));
    }

    enum Sent {
        YES,
        /** As many are in or asked as there may be. */
        FULL,
        /** The day's limit of the person, or of the address. */
        TOO_OFTEN
    }

    /** @param name of the organisation */
    record Invited(UUID id, UUID company, String name, String email, Company.Role role, Instant at) {

        public LocalDate lastDay() {
            return LocalDate.ofInstant(at.plus(LIFE), ZoneOffset.UTC);
        }
    }
}

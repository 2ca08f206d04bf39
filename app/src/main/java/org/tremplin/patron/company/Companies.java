package org.tremplin.patron.company;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.server.ResponseStatusException;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Organisations that support projects. A person acts for one; one that nobody acts for any more is gone. */
@Component
public class Companies {

    /** People of one organisation; more are not let in. */
    static final int MOST = 20;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Ids ids;
    private final Clock clock;

    Companies(DatabaseClient database, TransactionalOperator transaction, Ids ids, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Empty for whoever has none. */
    public Mono<Seat> of(UUID person) {
        return database.sql("""
                select company.id, name, kind, siren, person_id, role
                from patron.company_member join patron.company on company.id = company_id where person_id = :person
                """).bind("person", person).map(Companies::seat).one();
    }

    /** For what only somebody of an organisation reaches: 404 for everybody else. */
    public Mono<Seat> at(UUID person) {
        return of(person).switchIfEmpty(NotFound.page());
    }

    /** For what only those who decide do: 403 for those who read. */
    public Mono<Seat> deciding(UUID person) {
        return at(person)
                .filter(Seat::decides)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)));
    }

    /** The name an association reads above a question. */
    public Mono<String> name(UUID company) {
        return database.sql("select name from patron.company where id = :company")
                .bind("company", company)
                .map(row -> row.get("name", String.class))
                .one();
    }

    /** Whoever has one already keeps it. */
    Mono<Void> found(CompanyForm form, UUID person) {
        UUID id = ids.next();
        return of(person)
                .hasElement()
                .filter(known -> !known)
                .flatMap(none -> database.sql("""
                                insert into patron.company (id, name, kind, siren, created_at)
                                values (:id, :name, :kind, :siren, :now)
                                """)
                        .bind("id", id)
                        .bind("name", form.name())
                        .bind("kind", form.kind())
                        .bind("siren", Parameter.fromOrEmpty(form.number(), String.class))
                        .bind("now", clock.instant())
                        .then()
                        .then(seat(id, person, Company.Role.DECIDER))
                        // founded by the same person in the same moment
                        .flatMap(seated -> seated ? Mono.<Void>empty() : dropEmpty()))
                .as(transaction::transactional);
    }

    /** A firm known by its name only. */
    public Mono<Void> found(String firm, UUID person) {
        return found(new CompanyForm(firm, Company.Kind.FIRM.name(), ""), person);
    }

    Mono<Void> change(UUID company, CompanyForm form) {
        return database.sql("update patron.company set name = :name, kind = :kind, siren = :siren where id = :id")
                .bind("name", form.name())
                .bind("kind", form.kind())
                .bind("siren", Parameter.fromOrEmpty(form.number(), String.class))
                .bind("id", company)
                .then();
    }

    /** In the caller's transaction. @return false when this person already acts for an organisation */
    Mono<Boolean> seat(UUID company, UUID person, Company.Role role) {
        return database.sql("""
                insert into patron.company_member (person_id, company_id, role, since)
                values (:person, :company, :role, :now) on conflict do nothing
                """)
                .bind("person", person)
                .bind("company", company)
                .bind("role", role.name())
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Flux<Seated> people(UUID company) {
        return database.sql("""
                select person_id, role, since from patron.company_member
                where company_id = :company order by since, person_id limit :most
                """)
                .bind("company", company)
                .bind("most", MOST)
                .map(row -> new Seated(
                        row.get("person_id", UUID.class),
                        Company.Role.valueOf(row.get("role", String.class)),
                        row.get("since", Instant.class)))
                .all();
    }

    /** Who decides for it. */
    public Flux<UUID> deciders(UUID company) {
        return people(company).filter(one -> one.role() == Company.Role.DECIDER).map(Seated::person);
    }

    /** Whoever decides alone cannot leave others behind who only read: false then. With the last person all of it goes. */
    Mono<Boolean> leave(UUID company, UUID person) {
        return database.sql("select role from patron.company_member where company_id = :company for update")
                .bind("company", company)
                .map(row -> row.get("role", String.class))
                .all()
                .then(database.sql("""
                        delete from patron.company_member seat where company_id = :company and person_id = :person
                          and (role = 'READER'
                            or exists (select 1 from patron.company_member other where other.company_id = :company
                              and other.person_id <> :person and other.role = 'DECIDER')
                            or not exists (select 1 from patron.company_member other
                              where other.company_id = :company and other.person_id <> :person))
                        """)
                        .bind("company", company)
                        .bind("person", person)
                        .fetch()
                        .rowsUpdated())
                .flatMap(gone -> dropEmpty().thenReturn(gone == 1))
                .as(transaction::transactional);
    }

    /** Takes the erased person out; the reader who has been there longest decides where nobody else does. */
    Mono<Void> forget(UUID person) {
        return database.sql("delete from patron.company_member where person_id = :person returning company_id")
                .bind("person", person)
                .map(row -> row.get("company_id", UUID.class))
                .all()
                .concatMap(company -> database.sql("""
                                update patron.company_member set role = 'DECIDER' where person_id = (
                                  select person_id from patron.company_member where company_id = :company
                                  order by since, person_id limit 1)
                                and not exists (select 1 from patron.company_member
                                  where company_id = :company and role = 'DECIDER')
                                """).bind("company", company).then())
                .then(dropEmpty());
    }

    private Mono<Void> dropEmpty() {
        return database.sql("""
                delete from patron.company where not exists (
                  select 1 from patron.company_member where company_id = company.id)
                """).then();
    }

    private static Seat seat(Readable row) {
        return new Seat(
                new Company(
                        row.get("id", UUID.class),
                        row.get("name", String.class),
                        Company.Kind.valueOf(row.get("kind", String.class)),
                        row.get("siren", String.class)),
                row.get("person_id", UUID.class),
                Company.Role.valueOf(row.get("role", String.class)));
    }

    /** Somebody who acts for an organisation since an instant. */
    record Seated(UUID person, Company.Role role, Instant since) {}
}

package org.tremplin.patron.company;

import java.time.Instant;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Subject;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who acts for which organisation, and whom it invited. An organisation without people is gone with all it kept. */
@Component
class CompanyForgetting implements Retention, PersonalData {

    private static final Term UNANSWERED = Term.fixed(Period.ofDays(30));

    /** People looked up at one time. */
    private static final int PAGE = 500;

    private static final UUID FIRST = new UUID(0, 0);

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Companies companies;
    private final People people;

    CompanyForgetting(DatabaseClient database, TransactionalOperator transaction, Companies companies, People people) {
        this.database = database;
        this.transaction = transaction;
        this.companies = companies;
        this.people = people;
    }

    @Override
    public Holding holding() {
        return Holding.of("patron-accounts", Basis.CONTRACT, UNANSWERED);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return delete("""
                delete from patron.company_invitation where id in (
                  select id from patron.company_invitation where invited_at < :before
                  order by invited_at limit :most for update skip locked)
                """, UNANSWERED.before(now), most)
                .flatMap(gone ->
                        delete("""
                                delete from patron.counted_act where id in (
                                  select id from patron.counted_act where at < :before
                                  order by at limit :most for update skip locked)
                                """, now.minus(DailyLimits.DAY), most - gone).map(more -> gone + more))
                .flatMap(gone -> unseat(most - gone).map(more -> gone + more))
                .as(transaction::transactional);
    }

    private Mono<Long> delete(String sql, Instant before, long most) {
        return database.sql(sql)
                .bind("before", before)
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }

    /** Accounts that nobody used are erased elsewhere: their seats go here. */
    private Mono<Long> unseat(long most) {
        return seated(FIRST)
                .expand(page -> page.size() < PAGE ? Mono.empty() : seated(page.get(page.size() - 1)))
                .concatMap(page -> people.findAll(page)
                        .map(Person::id)
                        .collect(Collectors.toSet())
                        .flatMapIterable(known ->
                                page.stream().filter(id -> !known.contains(id)).toList()))
                .take(most)
                .concatMap(person -> companies.forget(person).thenReturn(person))
                .count();
    }

    private Mono<List<UUID>> seated(UUID after) {
        return database.sql("""
                select person_id from patron.company_member where person_id > :after order by person_id limit :most
                """)
                .bind("after", after)
                .bind("most", PAGE)
                .map(row -> row.get("person_id", UUID.class))
                .all()
                .collectList();
    }

    @Override
    public Mono<Map<String, Object>> copy(Subject subject) {
        return Mono.zip(organisation(subject), invitations(subject))
                .map(found -> {
                    Map<String, Object> all = new HashMap<>();
                    if (!found.getT1().isEmpty()) {
                        all.put("patron_organisation", found.getT1());
                    }
                    if (!found.getT2().isEmpty()) {
                        all.put("patron_invitations", found.getT2());
                    }
                    return all;
                })
                .filter(all -> !all.isEmpty());
    }

    private Mono<List<Map<String, Object>>> organisation(Subject subject) {
        return people.findByEmail(subject.email())
                .flatMapMany(person -> database.sql("""
                                select company.name, member.role, member.since from patron.company_member member
                                join patron.company on company.id = member.company_id where person_id = :person
                                """)
                        .bind("person", person.id())
                        .map(row -> Map.<String, Object>of(
                                "name", String.valueOf(row.get("name", String.class)),
                                "role", String.valueOf(row.get("role", String.class)),
                                "since", String.valueOf(row.get("since", Instant.class))))
                        .all())
                .collectList();
    }

    private Mono<List<Map<String, Object>>> invitations(Subject subject) {
        return database.sql("""
                select name, invited_at from patron.company_invitation
                join patron.company on company.id = company_id where email = :email order by invited_at
                """)
                .bind("email", subject.email())
                .map(row -> Map.<String, Object>of(
                        "name", String.valueOf(row.get("name", String.class)),
                        "invited_at", String.valueOf(row.get("invited_at", Instant.class))))
                .all()
                .collectList();
    }

    @Override
    public Flux<String> addresses() {
        return database.sql("select email from patron.company_invitation")
                .map(row -> String.valueOf(row.get("email", String.class)))
                .all();
    }

    @Override
    public Mono<Void> erase(Subject subject) {
        return database.sql("delete from patron.company_invitation where email = :email")
                .bind("email", subject.email())
                .then()
                .then(people.findByEmail(subject.email()).flatMap(person -> companies.forget(person.id())))
                .as(transaction::transactional);
    }
}

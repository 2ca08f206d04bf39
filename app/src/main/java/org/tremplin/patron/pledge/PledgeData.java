package org.tremplin.patron.pledge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Remainder;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Subject;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who signs a promise. An offer that never became an agreement goes; the text both accepted is an accounting record of the
 * association and stays ten years, whoever asks (code de commerce, article L123-22). A mailed link ends some time after its
 * promise; while that runs, the newest stays.
 */
@Component
class PledgeData implements Retention, PersonalData {

    private static final Term OFFERS = Term.fixed(Period.ofMonths(6));
    private static final Term AGREEMENTS = Term.fixed(Period.ofYears(10));
    private static final Duration LIMITS = Duration.ofDays(1);

    private static final String NOBODY = """
            first_name = '', last_name = '', signs_as = '', email = '', name_public = false, amount_public = false
            """;

    private final DatabaseClient database;
    private final Changes changes;
    private final TransactionalOperator transaction;

    PledgeData(DatabaseClient database, Changes changes, TransactionalOperator transaction) {
        this.database = database;
        this.changes = changes;
        this.transaction = transaction;
    }

    @Override
    public Holding holding() {
        return Holding.of("pledges", Basis.CONTRACT, OFFERS, AGREEMENTS);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        Mono<Long> blocks = database.sql("""
                update patron.pledge set address_block = '' where id in (
                  select id from patron.pledge where address_block <> '' and proposed_at < :before
                  order by proposed_at limit :most)
                """)
                .bind("before", now.minus(LIMITS))
                .bind("most", most)
                .fetch()
                .rowsUpdated();
        Mono<Long> offers = database.sql("""
                delete from patron.pledge where id in (
                  select id from patron.pledge where accepted_at is null and coalesce(ended_at, answer_by) < :before
                  order by answer_by limit :most)
                """)
                .bind("before", OFFERS.before(now))
                .bind("most", most)
                .fetch()
                .rowsUpdated();
        Mono<Long> agreements = database.sql("update patron.pledge set " + NOBODY + """
                , organisation = '', street = '', postal_code = '', city = '', in_kind = '', ended_why = '',
                  agreement = '', reading = '' where id in (
                  select id from patron.pledge where accepted_at is not null and agreement <> '' and ends_on < :before
                  order by ends_on limit :most)
                """)
                .bind("before", LocalDate.ofInstant(AGREEMENTS.before(now), ZoneOffset.UTC))
                .bind("most", most)
                .fetch()
                .rowsUpdated();
        Mono<Long> links = database.sql("""
                delete from patron.pledge_link where token_hash in (
                  select link.token_hash from patron.pledge_link link join patron.pledge p on p.id = link.pledge_id
                  where link.made_at < :before
                    and (coalesce(p.ended_at, p.ends_on::timestamptz) < :before
                        and not p.name_public and not p.amount_public
                        and (p.email = '' or not exists (select from patron.instalment i
                          where i.pledge_id = p.id and i.released_on is not null and i.withdrawn_on is null
                            and i.cents > (select coalesce(sum(g.cents - g.returned_cents), 0)
                              from patron.instalment_gift g where g.pledge_id = i.pledge_id and g.number = i.number)))
                      or exists (select from patron.pledge_link newer
                        where newer.pledge_id = link.pledge_id and newer.made_at > link.made_at))
                  order by link.made_at limit :most)
                """)
                .bind("before", OFFERS.before(now))
                .bind("most", most)
                .fetch()
                .rowsUpdated();
        Mono<Long> tries = database.sql("""
                delete from patron.pledge_try where id in (
                  select id from patron.pledge_try where at < :before order by at limit :most)
                """)
                .bind("before", now.minus(LIMITS))
                .bind("most", most)
                .fetch()
                .rowsUpdated();
        return Flux.concat(blocks, offers, agreements, links, tries)
                .reduce(0L, Math::max)
                .as(transaction::transactional);
    }

    @Override
    public Mono<Map<String, Object>> copy(Subject subject) {
        return database.sql("""
                select organisation, first_name, last_name, signs_as, email, cents, agreement, proposed_at, accepted_at, ended_why
                from patron.pledge where email = :email order by proposed_at
                """)
                .bind("email", subject.email())
                .map(row -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    List.of("organisation", "first_name", "last_name", "signs_as", "email", "agreement", "ended_why")
                            .forEach(name -> one.put(name, String.valueOf(row.get(name, String.class))));
                    one.put("cents", row.get("cents", Long.class));
                    one.put("proposed_at", String.valueOf(row.get("proposed_at", Instant.class)));
                    one.put("accepted_at", String.valueOf(row.get("accepted_at", Instant.class)));
                    return one;
                })
                .all()
                .as(rows -> PersonalData.listed("promises", rows));
    }

    @Override
    public Flux<String> addresses() {
        return database.sql("select distinct email from patron.pledge where email <> ''")
                .map(row -> String.valueOf(row.get("email", String.class)))
                .all();
    }

    @Override
    public Mono<Void> erase(Subject subject) {
        return database.sql("""
                delete from patron.pledge_link where pledge_id in (select id from patron.pledge where email = :email)
                """)
                .bind("email", subject.email())
                .then()
                .then(database.sql("delete from patron.pledge where email = :email and accepted_at is null")
                        .bind("email", subject.email())
                        .then())
                .thenMany(database.sql("update patron.pledge set " + NOBODY
                                + ", ended_why = '' where email = :email returning campaign_id")
                        .bind("email", subject.email())
                        .map(row -> Objects.requireNonNull(row.get("campaign_id", UUID.class)))
                        .all())
                .collectList()
                .flatMap(changes::tell);
    }

    @Override
    public Flux<Remainder> remains(Subject subject) {
        return database.sql("""
                select count(*) as agreements, max(ends_on) as ends_on
                from patron.pledge where email = :email and accepted_at is not null
                """)
                .bind("email", subject.email())
                .map(row -> {
                    Long count = row.get("agreements", Long.class);
                    LocalDate ends = row.get("ends_on", LocalDate.class);
                    return new Remainder(
                            "agreements",
                            count == null ? 0 : count,
                            ends == null ? null : ends.plus(AGREEMENTS.time()));
                })
                .one()
                .filter(rest -> rest.count() > 0)
                .flux();
    }
}

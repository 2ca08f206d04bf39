package org.tremplin.capacity.network;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Subject;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** To which address a partner was asked: cut when it answers, or some days later; its link goes on working. */
@Component
class NamingForgetting implements Retention, PersonalData {

    private static final Term UNANSWERED = Term.fixed(Period.ofDays(30));

    private final DatabaseClient database;

    NamingForgetting(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Holding holding() {
        return Holding.of("namings", Basis.LEGITIMATE_INTEREST, UNANSWERED);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return database.sql("""
                update capacity.partner_naming set email = null where id in (
                  select id from capacity.partner_naming where email is not null and asked_at < :before
                  order by asked_at limit :most for update skip locked)
                """)
                .bind("before", UNANSWERED.before(now))
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Map<String, Object>> copy(Subject subject) {
        return database.sql("""
                select name, asked_at from capacity.partner_naming where email = :email order by asked_at
                """)
                .bind("email", subject.email())
                .map(row -> Map.<String, Object>of(
                        "name", String.valueOf(row.get("name", String.class)),
                        "asked_at", String.valueOf(row.get("asked_at", Instant.class))))
                .all()
                .collectList()
                .filter(found -> !found.isEmpty())
                .map(found -> Map.of("asked_to_be_named", List.copyOf(found)));
    }

    @Override
    public Flux<String> addresses() {
        return database.sql("select email from capacity.partner_naming where email is not null")
                .map(row -> String.valueOf(row.get("email", String.class)))
                .all();
    }

    @Override
    public Mono<Void> erase(Subject subject) {
        return database.sql("update capacity.partner_naming set email = null where email = :email")
                .bind("email", subject.email())
                .then();
    }
}

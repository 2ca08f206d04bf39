package org.tremplin.capacity.network;

import java.time.Instant;
import java.time.Period;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Subject;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * To which address a partner was asked: cut when it answers, or some days later; its link goes on working. The mark of
 * the address stays as long after the mail or the no, whoever asks to be forgotten: it keeps mails away from them.
 */
@Component
class NamingForgetting implements Retention, PersonalData {

    private static final Term UNANSWERED = Term.fixed(Period.ofDays(30));

    private final DatabaseClient database;
    private final NamingMarks marks;
    private final Associations associations;

    NamingForgetting(DatabaseClient database, NamingMarks marks, Associations associations) {
        this.database = database;
        this.marks = marks;
        this.associations = associations;
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
                .rowsUpdated()
                .flatMap(cut -> cut == most
                        ? Mono.just(cut)
                        : marks.forget(UNANSWERED.before(now), (int) (most - cut))
                                .map(more -> cut + more));
    }

    @Override
    public Mono<Map<String, Object>> copy(Subject subject) {
        return PersonalData.listed(
                "asked_to_be_named",
                database.sql("""
                        select association_id, name, asked_at from capacity.partner_naming where email = :email
                        order by asked_at
                        """)
                        .bind("email", subject.email())
                        .map(row -> new Asked(
                                new AssociationId(Objects.requireNonNull(row.get("association_id", UUID.class))),
                                String.valueOf(row.get("name", String.class)),
                                String.valueOf(row.get("asked_at", Instant.class))))
                        .all()
                        .concatMap(asked -> associations
                                .find(asked.by())
                                .map(association -> Map.<String, Object>of(
                                        "association",
                                        association.name(),
                                        "name",
                                        asked.name(),
                                        "asked_at",
                                        asked.at()))));
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

    private record Asked(AssociationId by, String name, String at) {}
}

package org.tremplin.association.member;

import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Subject;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Mono;

/** Addresses that were invited and did not answer. */
@Component
class InvitationForgetting implements Retention, PersonalData {

    private final DatabaseClient database;
    private final Term kept;

    InvitationForgetting(DatabaseClient database, KeepSettings settings) {
        this.database = database;
        this.kept = new Term("tremplin.association.keep.invitations", settings.invitations())
                .atMost(Period.ofYears(1), "an invitation that ran out serves nobody");
    }

    @Override
    public Holding holding() {
        return Holding.of("invitations", Basis.LEGITIMATE_INTEREST, kept);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return database.sql("""
                update association.invitation set revoked_at = :now, email = null where id in (
                  select id from association.invitation where email is not null and expires_at < :before
                  order by expires_at limit :most for update skip locked)
                """)
                .bind("now", now)
                .bind("before", kept.before(now))
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Map<String, Object>> copy(Subject subject) {
        return database.sql("select role, created_at, expires_at from association.invitation where email = :email")
                .bind("email", subject.email())
                .map(row -> Map.<String, Object>of(
                        "role", String.valueOf(row.get("role", String.class)),
                        "created_at", String.valueOf(row.get("created_at", Instant.class)),
                        "expires_at", String.valueOf(row.get("expires_at", Instant.class))))
                .all()
                .as(rows -> PersonalData.listed("invitations", rows));
    }

    @Override
    public Mono<Void> erase(Subject subject) {
        return database.sql(
                        "update association.invitation set revoked_at = expires_at, email = null where email = :email")
                .bind("email", subject.email())
                .then();
    }
}

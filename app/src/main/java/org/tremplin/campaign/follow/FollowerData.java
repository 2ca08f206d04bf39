package org.tremplin.campaign.follow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
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

/** Addresses that follow campaigns: forgotten when nobody confirmed them, or long after the campaign. */
@Component
class FollowerData implements Retention, PersonalData {

    /** As long as the link of a sign-in's cousin is of any use. */
    private static final Term UNCONFIRMED = Term.fixed(Period.ofDays(7));

    /** Reports come up to a year after a project; who wants to hear more follows the next one. */
    private static final Term AFTER_END = Term.fixed(Period.ofYears(1));

    private final DatabaseClient database;

    FollowerData(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Holding holding() {
        return Holding.of("followers", Basis.CONSENT, UNCONFIRMED, AFTER_END);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return database.sql("""
                delete from campaign.follower where id in (
                  select f.id from campaign.follower f join campaign.campaign c on c.id = f.campaign_id
                  where f.confirmed_at is null and f.asked_at < :unconfirmed
                    or c.closed_at < :ended or c.closes_on < :endedOn and f.asked_at < :ended
                  limit :most)
                """)
                .bind("unconfirmed", UNCONFIRMED.before(now))
                .bind("ended", AFTER_END.before(now))
                .bind("endedOn", LocalDate.ofInstant(AFTER_END.before(now), ZoneOffset.UTC))
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Map<String, Object>> copy(Subject subject) {
        return database.sql("""
                select c.title, f.rhythm, f.language, f.asked_at, f.confirmed_at
                from campaign.follower f join campaign.campaign c on c.id = f.campaign_id
                where f.email = :email order by f.asked_at
                """)
                .bind("email", subject.email())
                .map(row -> Map.<String, Object>of(
                        "campaign", String.valueOf(row.get("title", String.class)),
                        "rhythm", String.valueOf(row.get("rhythm", String.class)),
                        "language", String.valueOf(row.get("language", String.class)),
                        "asked_at", String.valueOf(row.get("asked_at", Instant.class)),
                        "confirmed_at", String.valueOf(row.get("confirmed_at", Instant.class))))
                .all()
                .as(rows -> PersonalData.listed("follows", rows));
    }

    @Override
    public Mono<Void> erase(Subject subject) {
        return database.sql("delete from campaign.follower where email = :email")
                .bind("email", subject.email())
                .then();
    }
}

package org.tremplin.identity;

import java.time.Instant;
import java.time.Period;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Mono;

/** Deletes wishes to sign in, mailed codes and links to one's data: after a day they are of no use, not even for the limits. */
@Component
class SignInForgetting implements Retention {

    private static final Term KEPT = Term.fixed(Period.ofDays(1));

    private final DatabaseClient database;

    SignInForgetting(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Holding holding() {
        return Holding.of("sign-ins", Basis.LEGITIMATE_INTEREST, KEPT);
    }

    /** By the database's clock, which wrote the rows. */
    @Override
    public Mono<Long> forget(Instant now, int most) {
        return database.sql("""
                with codes as (
                  delete from identity.confirmation where id in (
                    select id from identity.confirmation
                    where asked_at < now() - make_interval(days => :kept) limit :most)
                  returning id),
                wishes as (
                  delete from identity.sign_in where id in (
                    select id from identity.sign_in
                    where asked_at < now() - make_interval(days => :kept) limit :most)
                  returning id),
                requests as (
                  delete from identity.data_request where id in (
                    select id from identity.data_request
                    where asked_at < now() - make_interval(days => :kept) limit :most)
                  returning id)
                select greatest((select count(*) from codes), (select count(*) from wishes),
                  (select count(*) from requests)) as gone
                """)
                .bind("kept", KEPT.time().getDays())
                .bind("most", most)
                .map(row -> row.get("gone", Long.class))
                .one();
    }
}

package org.tremplin.donation.give;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import org.tremplin.platform.security.AddressBlock;
import org.tremplin.platform.security.Keys;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/**
 * Keeps thieves from trying stolen cards on a gift form, without a puzzle. What counts are gifts begun and never paid;
 * parallel requests may pass a limit by a few, which costs less than making honest donors wait for each other.
 */
@Component
class Attempts implements Retention {

    private static final int BATCH = 10_000;
    private static final Term KEPT = Term.fixed(Period.ofDays(7));

    private final DatabaseClient database;
    private final LimitSettings limits;
    private final AddressBlock blocks;
    private final Alarms alarms;
    private final byte[] key;

    Attempts(DatabaseClient database, LimitSettings limits, AddressBlock blocks, Alarms alarms, Keys keys) {
        this.database = database;
        this.limits = limits;
        this.blocks = blocks;
        this.alarms = alarms;
        this.key = keys.derive("attempts");
    }

    /** Notes this attempt, or gives false: then it must not go on. Under attack the answer comes a little later. */
    Mono<Boolean> allow(UUID campaign, String email, String onceKey, ServerWebExchange exchange) {
        String block = blocks.of(exchange.getRequest());
        byte[] hash = Keys.hmac(key, email.toLowerCase(Language.FR.locale()).getBytes(StandardCharsets.UTF_8));
        return count(campaign, block, hash, onceKey).flatMap(counts -> {
            if (counts.resting()) {
                return note(campaign, block, hash, onceKey).thenReturn(true);
            }
            if (counts.over()) {
                return alarm(campaign).thenReturn(false);
            }
            Mono<Boolean> noted = note(campaign, block, hash, onceKey).thenReturn(true);
            return counts.attack()
                    ? alarm(campaign).then(Mono.delay(limits.slowDown())).then(noted)
                    : noted;
        });
    }

    private Mono<Counts> count(UUID campaign, String block, byte[] email, String onceKey) {
        return database.sql("""
                with unpaid as (
                  select attempt.* from donation.attempt attempt
                  where attempt.at > now() - interval '1 hour'
                    and (attempt.address_block = :block or attempt.email_hash = :email or attempt.campaign_id = :campaign)
                    and not exists (
                      select 1 from donation.donation gift
                      where gift.campaign_id = attempt.campaign_id and gift.once_key = attempt.once_key
                        and gift.state in ('PENDING', 'SETTLED'))
                  order by attempt.at desc limit :most)
                select
                  count(distinct once_key) filter (where address_block = :block and at < now() - make_interval(secs => :patience)) as block_old,
                  count(distinct once_key) filter (where address_block = :block) as block_all,
                  count(distinct once_key) filter (where email_hash = :email and at < now() - make_interval(secs => :patience)) as email_old,
                  count(distinct once_key) filter (where email_hash = :email) as email_all,
                  count(distinct once_key) filter (where campaign_id = :campaign and at < now() - make_interval(secs => :patience)) as campaign_old,
                  (select count(*) from donation.attempt
                    where once_key = :key and at > now() - interval '1 hour') as key_all,
                  exists (select 1 from donation.limit_rest
                    where campaign_id = :campaign and until > now()) as resting
                from unpaid
                """)
                .bind("block", block)
                .bind("email", email)
                .bind("campaign", campaign)
                .bind("key", onceKey)
                .bind("patience", limits.patience().toSeconds())
                .bind("most", BATCH)
                .map(row -> new Counts(
                        Boolean.TRUE.equals(row.get("resting", Boolean.class)),
                        beyond(row.get("block_old", Long.class), row.get("block_all", Long.class), limits.perBlock())
                                || beyond(
                                        row.get("email_old", Long.class),
                                        row.get("email_all", Long.class),
                                        limits.perEmail())
                                || row.get("key_all", Long.class) >= limits.perKey(),
                        row.get("campaign_old", Long.class) >= limits.perCampaign()))
                .one();
    }

    private boolean beyond(long givenUp, long all, long limit) {
        return givenUp >= limit || all >= limit * limits.rush();
    }

    private Mono<Void> note(UUID campaign, String block, byte[] email, String onceKey) {
        return database.sql("""
                insert into donation.attempt (campaign_id, address_block, email_hash, once_key)
                values (:campaign, :block, :email, :key)
                """)
                .bind("campaign", campaign)
                .bind("block", block)
                .bind("email", email)
                .bind("key", onceKey)
                .then();
    }

    private Mono<Void> alarm(UUID campaign) {
        return alarms.raise(
                "donation.many_tries",
                campaign.toString(),
                "Many gifts are begun and not paid on one campaign: somebody may be trying stolen cards",
                "Look at declined payments at the provider; let the limits of the campaign rest if these are honest donors");
    }

    @Override
    public Holding holding() {
        return Holding.of("attempts", Basis.LEGITIMATE_INTEREST, KEPT);
    }

    /** By the database's clock, which wrote the rows. */
    @Override
    public Mono<Long> forget(Instant now, int most) {
        return database.sql("""
                delete from donation.attempt where id in (
                  select id from donation.attempt where at < now() - make_interval(days => :kept) order by id limit :batch)
                """)
                .bind("kept", KEPT.time().getDays())
                .bind("batch", most)
                .fetch()
                .rowsUpdated();
    }

    /** @param over whether this attempt is one too many; @param attack whether the campaign sees too many */
    private record Counts(boolean resting, boolean over, boolean attack) {}
}

package org.tremplin.payment.checkout;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.payment.Checkout;
import org.tremplin.payment.checkout.Buckets.Account;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The rows of those who wait for their payment page. Times are the database's, so that all instances count alike. */
@Component
class StartLine {

    /** A page that waits renews itself at least every half minute; who was not seen for longer is passed over. */
    static final Duration AWAY = Duration.ofMinutes(2);

    /** So long a place is kept for who is away. */
    static final Duration KEPT = Duration.ofMinutes(30);

    /** A claim of an instance that was stopped is taken over after this; the provider's key makes a second try harmless. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private static final int BATCH = 1_000;

    private static final String AWAKE =
            " state = 'WAITING' and seen_at > now() - make_interval(secs => " + AWAY.toSeconds() + ") ";

    private final DatabaseClient database;
    private final JsonMapper json;

    StartLine(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Puts the payer in line; one who waits already keeps his place, whatever he changed of his payment. False when more
     * wait than anybody has patience for.
     *
     * @param arrival the place he had before the provider refused him; else he comes last
     * @param most how many may wait
     */
    Mono<Boolean> join(UUID payment, Checkout.Words words, @Nullable Long arrival, long most) {
        return database.sql("""
                insert into payment.start_line as known (subject, payment_id, provider, account, arrival, ahead, words)
                select subject, id, provider, account, coalesce(:arrival, nextval('payment.arrival')), before, :words::jsonb
                from payment.payment
                cross join lateral (
                  select count(*) as before from payment.start_line other
                  where other.provider = payment.provider and other.account = payment.account and""" + AWAKE + """
                    and other.arrival < coalesce(:arrival, other.arrival + 1)) line
                where id = :payment
                  and (before < :most or exists (select 1 from payment.start_line mine where mine.subject = payment.subject))
                on conflict (subject) do update set
                  payment_id = excluded.payment_id, words = excluded.words, seen_at = now(), state = 'WAITING',
                  arrival = case when known.state = 'WAITING' then known.arrival else excluded.arrival end,
                  ahead = case when known.state = 'WAITING' then known.ahead else excluded.ahead end,
                  joined_at = case when known.state = 'WAITING' then known.joined_at else now() end,
                  tries = case when known.state = 'WAITING' then known.tries else 0 end,
                  claimed_until = case when known.payment_id = excluded.payment_id then known.claimed_until end
                """)
                .bind("payment", payment)
                .bind("arrival", Parameter.fromOrEmpty(arrival, Long.class))
                .bind("words", json.writeValueAsString(words))
                .bind("most", most)
                .fetch()
                .rowsUpdated()
                .map(joined -> joined == 1);
    }

    /** Whether somebody waits at this account. */
    Mono<Boolean> any(Account account) {
        return of(
                        account,
                        "select exists (select 1 from payment.start_line"
                                + " where provider = :provider and account = :account and" + AWAKE + ") as waits")
                .map(row -> Boolean.TRUE.equals(row.get("waits", Boolean.class)))
                .one();
    }

    /** Accounts of this provider at which somebody waits. */
    Flux<Account> accounts(String provider) {
        return database.sql("select distinct account from payment.start_line where provider = :provider and" + AWAKE)
                .bind("provider", provider)
                .map(row -> new Account(provider, Objects.requireNonNull(row.get("account", String.class))))
                .all();
    }

    /** Takes the head of the line, in order of arrival; inside the transaction that takes their tokens. */
    Mono<List<Turn>> claim(Account account, int most) {
        return of(account, """
                update payment.start_line set claimed_until = now() + make_interval(secs => :claim)
                where subject in (
                  select subject from payment.start_line
                  where provider = :provider and account = :account and""" + AWAKE + """
                    and (claimed_until is null or claimed_until < now()) and (not_before is null or not_before < now())
                  order by arrival limit :most for update skip locked)
                returning subject, payment_id, arrival, words::text as words
                """)
                .bind("claim", CLAIM.toSeconds())
                .bind("most", most)
                .map(this::turn)
                .all()
                .sort(Comparator.comparing(Turn::arrival))
                .collectList();
    }

    /** His page is there, or the payment he waited with is over. */
    Mono<Void> leave(Turn turn) {
        return of(turn, "delete from payment.start_line where subject = :subject and payment_id = :payment")
                .then();
    }

    /** Whoever paid or is to pay this waits no more. */
    Mono<Void> leave(UUID subject) {
        return database.sql("delete from payment.start_line where subject = :subject")
                .bind("subject", subject)
                .then();
    }

    /** Back to where he was: the provider takes no more for now. */
    Mono<Void> putBack(Turn turn) {
        return of(
                        turn,
                        "update payment.start_line set claimed_until = null where subject = :subject and payment_id = :payment")
                .then();
    }

    /** The provider did not answer: tried again after a moment. Gives how often it was tried. */
    Mono<Integer> tried(Turn turn, Duration pause) {
        return of(turn, """
                update payment.start_line set claimed_until = null, tries = tries + 1,
                  not_before = now() + make_interval(secs => :pause)
                where subject = :subject and payment_id = :payment returning tries
                """)
                .bind("pause", pause.toSeconds())
                .map(row -> row.get("tries", Integer.class))
                .one();
    }

    /** He waits no more, and his page says why. False when he changed his payment meanwhile. */
    Mono<Boolean> giveUp(Turn turn, String state) {
        return of(turn, """
                update payment.start_line set claimed_until = null, state = :state
                where subject = :subject and payment_id = :payment
                """).bind("state", state).fetch().rowsUpdated().map(updated -> updated == 1);
    }

    /** Notes that his page is open, not at each look. */
    Mono<Void> seen(UUID payment) {
        return database.sql("""
                update payment.start_line set seen_at = now()
                where payment_id = :payment and seen_at < now() - interval '20 seconds'
                """).bind("payment", payment).then();
    }

    /** Empty for who is not in line. */
    Mono<Place> place(UUID payment) {
        return database.sql("""
                select state, ahead, account, provider,
                  (select count(*) from payment.start_line other
                    where other.provider = mine.provider and other.account = mine.account and other.arrival < mine.arrival
                      and""" + AWAKE + """
                  ) as before
                from payment.start_line mine where payment_id = :payment
                """)
                .bind("payment", payment)
                .map(row -> new Place(
                        String.valueOf(row.get("state", String.class)),
                        row.get("ahead", Long.class),
                        row.get("before", Long.class),
                        new Account(
                                String.valueOf(row.get("provider", String.class)),
                                String.valueOf(row.get("account", String.class)))))
                .one();
    }

    /** Deletes the places of those who did not come back. */
    Mono<Long> forget() {
        return database.sql("""
                delete from payment.start_line where subject in (
                  select subject from payment.start_line
                  where joined_at < now() - make_interval(secs => :kept) and seen_at < now() - make_interval(secs => :kept)
                  order by joined_at limit :most)
                """)
                .bind("kept", KEPT.toSeconds())
                .bind("most", BATCH)
                .fetch()
                .rowsUpdated();
    }

    private DatabaseClient.GenericExecuteSpec of(Account account, String sql) {
        return database.sql(sql).bind("provider", account.provider()).bind("account", account.account());
    }

    private DatabaseClient.GenericExecuteSpec of(Turn turn, String sql) {
        return database.sql(sql).bind("subject", turn.subject()).bind("payment", turn.payment());
    }

    private Turn turn(Readable row) {
        return new Turn(
                Objects.requireNonNull(row.get("subject", UUID.class)),
                Objects.requireNonNull(row.get("payment_id", UUID.class)),
                Objects.requireNonNull(row.get("arrival", Long.class)),
                json.readValue(row.get("words", String.class), Checkout.Words.class));
    }

    /** Somebody whose turn it is. */
    record Turn(UUID subject, UUID payment, long arrival, Checkout.Words words) {}

    /** @param ahead when he came; @param before him now */
    record Place(String state, long ahead, long before, Account account) {}
}

package org.tremplin.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.audit.Audit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sessions as rows: opened at sign-in, read at each request, ended by the person. */
@Component
public class Sessions {

    static final String COOKIE = "session";
    static final Duration LIFE = Duration.ofDays(30);

    /** Asked at each guarded request. */
    static final String CONFIRMING = """
            select exists (
              select from platform.session
              where token_hash = :hash and second_factor_at > :oldest and created_at > :born)
            """;

    /** A SHA-256 in hexadecimal. */
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    /** How long a device stays confirmed. */
    private static final Duration CONFIRMED = Duration.ofDays(30);

    private final DatabaseClient database;
    private final Clock clock;
    private final TremplinSettings settings;
    private final SessionCache cache;
    private final AddressBlock addressBlock;
    private final PersonLookup people;
    private final Audit audit;

    Sessions(
            DatabaseClient database,
            Clock clock,
            TremplinSettings settings,
            SessionCache cache,
            AddressBlock addressBlock,
            PersonLookup people,
            Audit audit) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.cache = cache;
        this.addressBlock = addressBlock;
        this.people = people;
        this.audit = audit;
    }

    /** Opens a session for this person and sets its cookie; a session the browser had before ends. */
    public Mono<Void> open(UUID person, ServerWebExchange exchange) {
        return open(person, exchange, false);
    }

    /** The same with the device confirmed already: for the roles of the demonstration. */
    public Mono<Void> openConfirmed(UUID person, ServerWebExchange exchange) {
        return open(person, exchange, true);
    }

    private Mono<Void> open(UUID person, ServerWebExchange exchange, boolean confirmed) {
        String token = Tokens.random();
        Instant now = clock.instant();
        return forget(exchange)
                .then(database.sql("""
                        insert into platform.session (token_hash, person_id, created_at, last_used_at, address_block)
                        values (:hash, :person, :now, :now, :block)
                        """)
                        .bind("hash", Tokens.sha256(token))
                        .bind("person", person)
                        .bind("now", now)
                        .bind("block", addressBlock.of(exchange.getRequest()))
                        .then())
                .then(confirmed ? confirm(Tokens.sha256(token)) : Mono.empty())
                .then(noteOperator(person))
                .then(Mono.fromRunnable(() -> exchange.getResponse().addCookie(cookie(token, LIFE))));
    }

    /** Whoever runs the instance opens more than others: their entering is noted. */
    private Mono<Void> noteOperator(UUID person) {
        return people.find(person)
                .filter(SignedInPerson::operator)
                .flatMap(operator -> audit.note("identity.operator-signed-in", person, null, person));
    }

    /** Whether whoever uses this browser has lately typed a code that was mailed to them for it. */
    public Mono<Boolean> confirmed(ServerWebExchange exchange) {
        return database.sql(CONFIRMING)
                .bind("hash", hash(key(exchange)))
                .bind("oldest", clock.instant().minus(CONFIRMED))
                .bind("born", clock.instant().minus(LIFE))
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    /** Confirms the device of this session: for 30 days, and no longer than the session lasts. */
    public Mono<Void> confirm(ServerWebExchange exchange) {
        String token = token(exchange);
        return token == null ? Mono.empty() : confirm(Tokens.sha256(token));
    }

    private Mono<Void> confirm(byte[] hash) {
        return database.sql("update platform.session set second_factor_at = :now where token_hash = :hash")
                .bind("now", clock.instant())
                .bind("hash", hash)
                .then();
    }

    /** Takes the confirmation of one device of this person back. */
    public Mono<Void> withdraw(UUID person, String key) {
        return database.sql("""
                update platform.session set second_factor_at = null
                where person_id = :person and token_hash = :hash
                """).bind("person", person).bind("hash", hash(key)).then();
    }

    /** What names the session of this browser in a form or a row; the cookie cannot be made from it. Empty for none. */
    public String current(ServerWebExchange exchange) {
        return key(exchange);
    }

    /** Ends the session of this browser, if it has one. */
    public Mono<Void> end(ServerWebExchange exchange) {
        return forget(exchange).then(Mono.fromRunnable(() -> {
            if (token(exchange) != null) {
                exchange.getResponse().addCookie(cookie("", Duration.ZERO));
            }
        }));
    }

    /** The open sessions of this person, the last used first. */
    public Flux<OpenSession> list(UUID person, ServerWebExchange exchange) {
        String current = key(exchange);
        return database.sql("""
                select token_hash, created_at, last_used_at, address_block, second_factor_at from platform.session
                where person_id = :person and created_at > :oldest
                order by last_used_at desc limit 100
                """)
                .bind("person", person)
                .bind("oldest", clock.instant().minus(LIFE))
                .map(row -> {
                    String key = HexFormat.of().formatHex(row.get("token_hash", byte[].class));
                    return new OpenSession(
                            key,
                            row.get("created_at", Instant.class),
                            row.get("last_used_at", Instant.class),
                            row.get("address_block", String.class),
                            key.equals(current),
                            confirmedUntil(row.get("second_factor_at", Instant.class)));
                })
                .all();
    }

    /** Ends one session of this person; another instance may believe in it for 30 seconds more. */
    public Mono<Void> end(UUID person, String key) {
        return database.sql("""
                delete from platform.session
                where person_id = :person and token_hash = :hash returning token_hash
                """)
                .bind("person", person)
                .bind("hash", hash(key))
                .map(row -> row.get("token_hash", byte[].class))
                .all()
                .doOnNext(cache::forget)
                .then();
    }

    /** Ends all sessions of this person but the one of this browser. */
    public Mono<Void> endOthers(UUID person, ServerWebExchange exchange) {
        return database.sql("""
                delete from platform.session
                where person_id = :person and token_hash <> :current returning token_hash
                """)
                .bind("person", person)
                .bind("current", hash(key(exchange)))
                .map(row -> row.get("token_hash", byte[].class))
                .all()
                .doOnNext(cache::forget)
                .then();
    }

    /** Ends every session of these people. */
    public Mono<Void> endAll(Collection<UUID> people) {
        return database.sql("delete from platform.session where person_id = any(:people) returning token_hash")
                .bind("people", people.toArray(UUID[]::new))
                .map(row -> row.get("token_hash", byte[].class))
                .all()
                .doOnNext(cache::forget)
                .then();
    }

    /** Makes the next request of this browser read anew who acts: after a change of name or language. */
    public void reread(ServerWebExchange exchange) {
        String token = token(exchange);
        if (token != null) {
            cache.forget(Tokens.sha256(token));
        }
    }

    private @Nullable Instant confirmedUntil(@Nullable Instant confirmedAt) {
        Instant until = confirmedAt == null ? null : confirmedAt.plus(CONFIRMED);
        return until != null && until.isAfter(clock.instant()) ? until : null;
    }

    private Mono<Void> forget(ServerWebExchange exchange) {
        String token = token(exchange);
        if (token == null) {
            return Mono.empty();
        }
        byte[] hash = Tokens.sha256(token);
        return database.sql("delete from platform.session where token_hash = :hash")
                .bind("hash", hash)
                .then()
                .then(Mono.fromRunnable(() -> cache.forget(hash)));
    }

    private static String key(ServerWebExchange exchange) {
        String token = token(exchange);
        return token == null ? "" : HexFormat.of().formatHex(Tokens.sha256(token));
    }

    /** What a key of ours stands for; nonsense stands for no session. */
    private static byte[] hash(String key) {
        return KEY.matcher(key).matches() ? HexFormat.of().parseHex(key) : new byte[0];
    }

    static @Nullable String token(ServerWebExchange exchange) {
        var cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
    }

    private ResponseCookie cookie(String value, Duration life) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build();
    }

    /**
     * A session as its owner may see it.
     *
     * @param key names it in a form; the cookie cannot be made from it
     * @param addressBlock where it was opened, coarse
     * @param current whether it is the one that asks
     * @param confirmedUntil until when no code is asked for here; none when the next such act asks for one
     */
    public record OpenSession(
            String key,
            Instant createdAt,
            Instant lastUsedAt,
            String addressBlock,
            boolean current,
            @Nullable Instant confirmedUntil) {}
}

package org.tremplin.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.TremplinSettings;
import reactor.core.publisher.Mono;

/** Sessions as rows: opened at sign-in, read at each request, ended by the person. */
@Component
public class Sessions {

    static final String COOKIE = "session";
    static final Duration LIFE = Duration.ofDays(30);

    private final DatabaseClient database;
    private final Clock clock;
    private final TremplinSettings settings;
    private final SessionCache cache;

    Sessions(DatabaseClient database, Clock clock, TremplinSettings settings, SessionCache cache) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.cache = cache;
    }

    /** Opens a session for this person and sets its cookie; a session the browser had before ends. */
    public Mono<Void> open(UUID person, ServerWebExchange exchange) {
        String token = Tokens.random();
        Instant now = clock.instant();
        return end(exchange)
                .then(database.sql("""
                        insert into platform.session (token_hash, person_id, created_at, last_used_at, address_block)
                        values (:hash, :person, :now, :now, :block)
                        """)
                        .bind("hash", Tokens.sha256(token))
                        .bind("person", person)
                        .bind("now", now)
                        .bind("block", AddressBlock.of(exchange.getRequest()))
                        .then())
                .then(Mono.fromRunnable(() -> exchange.getResponse().addCookie(cookie(token, LIFE))));
    }

    /** Ends the session of this browser, if it has one. */
    public Mono<Void> end(ServerWebExchange exchange) {
        String token = token(exchange);
        if (token == null) {
            return Mono.empty();
        }
        byte[] hash = Tokens.sha256(token);
        return database.sql("delete from platform.session where token_hash = :hash")
                .bind("hash", hash)
                .then()
                .then(Mono.fromRunnable(() -> {
                    cache.forget(hash);
                    exchange.getResponse().addCookie(cookie("", Duration.ZERO));
                }));
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
}

package org.tremplin.platform.security;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells Spring Security who acts, from the session row; makes no web session. */
@Component
class SessionContext implements ServerSecurityContextRepository {

    private final DatabaseClient database;
    private final PersonLookup people;
    private final SessionCache cache;
    private final Clock clock;

    SessionContext(DatabaseClient database, PersonLookup people, SessionCache cache, Clock clock) {
        this.database = database;
        this.people = people;
        this.cache = cache;
        this.clock = clock;
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.empty();
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        String token = Sessions.token(exchange);
        if (token == null) {
            return Mono.empty();
        }
        byte[] hash = Tokens.sha256(token);
        return cache.get(hash, read(hash)).map(SecurityContextImpl::new);
    }

    private Mono<SignedInPerson> read(byte[] hash) {
        return database.sql("""
                update platform.session set last_used_at = :now
                where token_hash = :hash and created_at > :oldest
                returning person_id
                """)
                .bind("now", clock.instant())
                .bind("oldest", clock.instant().minus(Sessions.LIFE))
                .bind("hash", hash)
                .map(row -> row.get("person_id", UUID.class))
                .one()
                .flatMap(people::find);
    }
}

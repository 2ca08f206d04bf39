package org.tremplin.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Tells Spring Security who acts, from the session row; makes no web session. */
@Component
class SessionContext implements ServerSecurityContextRepository {

    private static final Logger log = LoggerFactory.getLogger(SessionContext.class);
    private static final Duration ANSWER = Duration.ofSeconds(3);

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
                // on a crowded machine an answer has been seen to stay away for ever: no page may hang on it
                .timeout(ANSWER)
                .retryWhen(Retry.max(1)
                        .filter(TimeoutException.class::isInstance)
                        .doBeforeRetry(ignored -> log.warn("A session was not read within {}: once more", ANSWER)))
                .onErrorMap(
                        Exceptions::isRetryExhausted,
                        late -> new DataAccessResourceFailureException("A session was not read in time", late))
                .flatMap(people::find);
    }
}

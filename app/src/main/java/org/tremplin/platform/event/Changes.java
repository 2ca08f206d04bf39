package org.tremplin.platform.event;

import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.persistence.OwnConnections;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Tells every instance on this database what changed, by LISTEN and NOTIFY, so that what they keep of it is read anew.
 * A pulse on the listening line says up to when everything was heard: who keeps a value trusts a quiet line only while
 * it beats, for a frozen line is quiet too. After a cut everything may have changed.
 */
@Component
public class Changes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Changes.class);

    /** A notification holds 8,000 bytes; an id and a comma are 37. */
    private static final int MOST = 200;

    private static final Duration PULSE = Duration.ofMillis(500);

    /** After as long the pages are read every two seconds anyway. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final long NEVER = Duration.ofDays(1).toNanos();

    private final DatabaseClient database;
    private final OwnConnections connections;
    private final ObjectProvider<OnChange> hearers;
    private volatile long heardUntil = System.nanoTime() - NEVER;
    private volatile @Nullable Disposable line;

    public Changes(DatabaseClient database, OwnConnections connections, ObjectProvider<OnChange> hearers) {
        this.database = database;
        this.connections = connections;
        this.hearers = hearers;
    }

    /**
     * In the caller's transaction: heard by every instance once it is committed. One for a whole batch: commits that
     * tell wait for each other.
     *
     * @param subjects campaigns and associations
     */
    public Mono<Void> tell(Collection<UUID> subjects) {
        Set<UUID> distinct = subjects.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        if (distinct.isEmpty()) {
            return Mono.empty();
        }
        String told = distinct.size() > MOST
                ? ""
                : distinct.stream().map(UUID::toString).collect(Collectors.joining(","));
        return database.sql("select pg_notify('tremplin_change', :told)")
                .bind("told", told)
                .then();
    }

    /** {@link System#nanoTime} up to which every change is known to be heard. */
    public long heardUntil() {
        return heardUntil;
    }

    @Override
    public void start() {
        line = Flux.usingWhen(connections.open().timeout(CONNECTING), this::hear, Changes::hangUp)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100))
                        .maxBackoff(Duration.ofSeconds(2))
                        .transientErrors(true)
                        .doBeforeRetry(cut -> log.warn(
                                "The line of changes is cut, pages are read every two seconds: {}",
                                String.valueOf(cut.failure()))))
                .subscribe(heard -> {}, failure -> log.error("The line of changes ended", failure));
    }

    private Flux<Long> hear(PostgresqlConnection connection) {
        Flux<Long> notices = connection
                .getNotifications()
                .doOnNext(notice -> tell(subjects(notice)))
                .thenMany(Flux.error(() -> new IllegalStateException("no more notifications")));
        Flux<Long> pulses = execute(connection, "listen tremplin_change")
                // what was told while nobody listened
                .then(Mono.fromRunnable(() -> tell(Set.of())))
                .thenMany(Flux.interval(Duration.ZERO, PULSE))
                .onBackpressureDrop()
                .concatMap(tick -> pulse(connection), 1);
        return Flux.merge(notices, pulses);
    }

    private Mono<Long> pulse(PostgresqlConnection connection) {
        return Mono.defer(() -> {
            long sent = System.nanoTime();
            return execute(connection, "select 1").timeout(PATIENCE).then(Mono.fromSupplier(() -> {
                heardUntil = sent;
                return sent;
            }));
        });
    }

    private static Mono<Void> execute(PostgresqlConnection connection, String sql) {
        return connection
                .createStatement(sql)
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .then();
    }

    private static Mono<Void> hangUp(PostgresqlConnection connection) {
        return connection.close().timeout(PATIENCE).onErrorComplete();
    }

    private void tell(Set<UUID> subjects) {
        hearers.forEach(hearer -> hearer.changed(subjects));
    }

    private static Set<UUID> subjects(Notification notice) {
        String told = String.valueOf(notice.getParameter());
        return told.isEmpty()
                ? Set.of()
                : Arrays.stream(told.split(",")).map(UUID::fromString).collect(Collectors.toSet());
    }

    @Override
    public void stop() {
        Disposable open = line;
        line = null;
        if (open != null) {
            open.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return line != null;
    }
}

package org.tremplin.platform.event;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Appends facts inside the caller's transaction: one row a fact and one delivery a handler that hears it. The
 * deliveries are made by the {@link Pump} after the commit.
 */
@Component
public class EventLog {

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;
    private final ObjectProvider<FactHandler<?>> handlers;
    private final Bell bell;

    EventLog(
            DatabaseClient database,
            JsonMapper json,
            Ids ids,
            Clock clock,
            ObjectProvider<FactHandler<?>> handlers,
            Bell bell) {
        this.database = database;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.handlers = handlers;
        this.bell = bell;
    }

    /** Refuses to run outside a transaction: a fact is written with what caused it, or not at all. */
    public Mono<Void> append(Record fact) {
        return append(List.of(fact));
    }

    public Mono<Void> append(Collection<? extends Record> facts) {
        if (facts.isEmpty()) {
            return Mono.empty();
        }
        return TransactionSynchronizationManager.forCurrentTransaction().flatMap(transaction -> {
            if (!transaction.isActualTransactionActive()) {
                return Mono.error(new IllegalStateException("A fact needs the transaction of what caused it"));
            }
            transaction.registerSynchronization(
                    new RingAfterCommit(facts.stream().map(Record::getClass).collect(Collectors.toSet())));
            return insert(facts);
        });
    }

    private Mono<Void> insert(Collection<? extends Record> facts) {
        int size = facts.size();
        UUID[] eventIds = new UUID[size];
        String[] names = new String[size];
        Integer[] versions = new Integer[size];
        String[] bodies = new String[size];
        int row = 0;
        for (Record fact : facts) {
            Fact kind = kind(fact.getClass());
            eventIds[row] = ids.next();
            names[row] = kind.name();
            versions[row] = kind.version();
            bodies[row++] = json.writeValueAsString(fact);
        }
        List<FactHandler<?>> hearing = handlers.stream().toList();
        return database.sql("""
                with written as (
                  insert into platform.event (id, name, version, body, recorded_at)
                  select id, name, version, body::jsonb, :at
                  from unnest(:ids, :names, :versions, :bodies) as fact(id, name, version, body)
                  returning id, name, version)
                insert into platform.delivery (handler, event_id, next_at)
                select hearing.handler, written.id, now()
                from written
                join unnest(:handlers, :heardNames, :heardVersions) as hearing(handler, name, version)
                  using (name, version)
                """)
                .bind("at", clock.instant())
                .bind("ids", eventIds)
                .bind("names", names)
                .bind("versions", versions)
                .bind("bodies", bodies)
                .bind("handlers", hearing.stream().map(FactHandler::name).toArray(String[]::new))
                .bind(
                        "heardNames",
                        hearing.stream().map(h -> kind(h.hears()).name()).toArray(String[]::new))
                .bind(
                        "heardVersions",
                        hearing.stream().map(h -> kind(h.hears()).version()).toArray(Integer[]::new))
                .then();
    }

    static Fact kind(Class<?> type) {
        Fact kind = type.getAnnotation(Fact.class);
        if (kind == null) {
            throw new IllegalArgumentException(type + " is appended as a fact but not marked with @Fact");
        }
        return kind;
    }

    private final class RingAfterCommit implements TransactionSynchronization {

        private final Set<Class<?>> facts;

        RingAfterCommit(Set<Class<?>> facts) {
            this.facts = facts;
        }

        @Override
        public Mono<Void> afterCommit() {
            return Mono.fromRunnable(() -> bell.ring(facts));
        }
    }
}

package org.tremplin.association.awaited;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.Awaiting;
import org.tremplin.association.Memberships;
import org.tremplin.association.Role;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.identity.Reminders;
import org.tremplin.notification.Mails;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks every ten minutes for whom something waits and mails what they do not know of. Each act is told to a person
 * once: the note that it was told and the mail are one transaction, so that of two instances one writes.
 */
@Component
public class ActMails {

    private static final Logger log = LoggerFactory.getLogger(ActMails.class);

    /** Associations looked at together. */
    private static final int BATCH = 100;

    /** Old notes deleted at one waking. */
    private static final int FORGOTTEN = 5_000;

    private static final UUID FIRST = new UUID(0, 0);

    private final Awaiting awaiting;
    private final Associations associations;
    private final Memberships memberships;
    private final People people;
    private final ToldActs told;
    private final ActMail mail;
    private final Mails mails;
    private final DatabaseClient database;
    private final Clock clock;
    private final TransactionalOperator transaction;

    ActMails(
            Awaiting awaiting,
            Associations associations,
            Memberships memberships,
            People people,
            ToldActs told,
            ActMail mail,
            Mails mails,
            DatabaseClient database,
            Clock clock,
            TransactionalOperator transaction) {
        this.awaiting = awaiting;
        this.associations = associations;
        this.memberships = memberships;
        this.people = people;
        this.told = told;
        this.mail = mail;
        this.mails = mails;
        this.database = database;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    Mono<Void> look() {
        return tell().then(told.forget(clock.instant(), FORGOTTEN)).then().onErrorResume(failure -> {
            log.warn("Acts wait to be mailed: {}", failure.toString());
            return Mono.empty();
        });
    }

    /** @return mails written */
    public Mono<Long> tell() {
        return batch(FIRST)
                .expand(batch -> batch.size() < BATCH ? Mono.empty() : batch(batch.get(batch.size() - 1)))
                .concatMap(batch -> open(batch.stream().map(AssociationId::new).toList()))
                // a person may act for associations of several batches: one mail for all
                .collectList()
                .flatMap(this::tell);
    }

    private Mono<List<UUID>> batch(UUID after) {
        return database.sql("""
                select id from association.association where id > :after order by id limit :most
                """)
                .bind("after", after)
                .bind("most", BATCH)
                .map(row -> row.get("id", UUID.class))
                .all()
                .collectList();
    }

    /** Who may do what, of what waits in these associations. */
    private Flux<Waiting> open(Collection<AssociationId> batch) {
        return awaiting.all(batch).collectList().flatMapMany(acts -> {
            Set<AssociationId> concerned =
                    acts.stream().map(AwaitedAct::association).collect(Collectors.toSet());
            return associations
                    .findAll(concerned)
                    .concatMap(association -> members(association)
                            .flatMapIterable(members -> acts.stream()
                                    .filter(act -> act.association().equals(association.id()))
                                    .flatMap(act -> members.entrySet().stream()
                                            .filter(member -> act.isFor(member.getKey(), member.getValue()))
                                            .map(member -> new Waiting(member.getKey(), act, association)))
                                    .toList()));
        });
    }

    private Mono<Map<UUID, Role>> members(Association association) {
        return Flux.fromArray(Role.values())
                .concatMap(role -> memberships.persons(association.id(), role).map(person -> Map.entry(person, role)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Long> tell(List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            return Mono.just(0L);
        }
        Set<UUID> whom = waiting.stream().map(Waiting::person).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> keys = waiting.stream().map(one -> one.act().key()).collect(Collectors.toSet());
        return Mono.zip(
                        told.of(whom, keys),
                        told.last(whom),
                        people.reminders(whom),
                        people.findAll(whom).collectMap(Person::id))
                .flatMap(known -> Flux.fromIterable(whom)
                        .filter(known.getT4()::containsKey)
                        .concatMap(id -> {
                            List<Waiting> theirs = waiting.stream()
                                    .filter(one -> one.person().equals(id))
                                    .toList();
                            return tell(
                                    Objects.requireNonNull(known.getT4().get(id)),
                                    theirs,
                                    known.getT1(),
                                    known.getT2().get(id),
                                    known.getT3().getOrDefault(id, Reminders.DAILY));
                        })
                        .filter(sent -> sent)
                        .count());
    }

    private Mono<Boolean> tell(
            Person person, List<Waiting> theirs, Set<ToldActs.Told> known, @Nullable Instant last, Reminders wish) {
        Instant now = clock.instant();
        List<Waiting> untold = theirs.stream()
                .filter(one ->
                        !known.contains(new ToldActs.Told(person.id(), one.act().key())))
                .toList();
        if (untold.isEmpty()) {
            return Mono.just(false);
        }
        Instant oldest = untold.stream()
                .map(one -> one.act().since())
                .min(Instant::compareTo)
                .orElse(now);
        ZoneId zone = untold.get(0).association().zone();
        if (!MailHours.open(wish, now, zone, oldest, last)) {
            return Mono.just(false);
        }
        List<String> keys = untold.stream().map(one -> one.act().key()).toList();
        return told.claim(person.id(), keys, now)
                .filter(fresh -> !fresh.isEmpty())
                .flatMap(fresh -> mails.queue(mail.write(person, theirs, wish)).thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }
}

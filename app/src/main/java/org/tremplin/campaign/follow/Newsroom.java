package org.tremplin.campaign.follow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.NewsWriting;
import org.tremplin.campaign.Update;
import org.tremplin.campaign.UpdatePublished;
import org.tremplin.campaign.UpdateWithdrawn;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.event.EventLog;
import org.tremplin.platform.file.Photos;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Mono;

/** An update from its first word to its withdrawal. */
@Component
class Newsroom implements NewsWriting {

    private final DatabaseClient database;
    private final Updates updates;
    private final Photos photos;
    private final EventLog log;
    private final Changes changes;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Newsroom(
            DatabaseClient database,
            Updates updates,
            Photos photos,
            EventLog log,
            Changes changes,
            Audit audit,
            Ids ids,
            Clock clock,
            TransactionalOperator transaction) {
        this.database = database;
        this.updates = updates;
        this.photos = photos;
        this.log = log;
        this.changes = changes;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @return id of the draft; empty when the campaign is not public or not this association's */
    Mono<UUID> begin(AssociationId association, CampaignId campaign, @Nullable UUID promise, UUID author, String role) {
        UUID id = ids.next();
        var insert = database.sql("""
                insert into campaign.news (id, campaign_id, promise_id, title, body, video, state, author, role, created_at)
                select :id, c.id, :promise, '', '', '', 'DRAFT', :author, :role, :now from campaign.campaign c
                where c.id = :campaign and c.association_id = :association and c.state <> 'DRAFT'
                """)
                .bind("id", id)
                .bind("campaign", campaign.value())
                .bind("association", association.value())
                .bind("author", author)
                .bind("role", role)
                .bind("now", clock.instant());
        return (promise == null ? insert.bindNull("promise", UUID.class) : insert.bind("promise", promise))
                .fetch()
                .rowsUpdated()
                .filter(written -> written == 1)
                .map(written -> id);
    }

    /** Before publication; back to a draft when it was scheduled and lacks something now is refused by its owner. */
    Mono<Boolean> save(UUID id, Wording wording) {
        return bind(database.sql("""
                        update campaign.news set title = :title, body = :body, video = :video, promise_id = :promise
                        where id = :id and state in ('DRAFT', 'SCHEDULED')
                        """), id, wording).fetch().rowsUpdated().map(written -> written == 1);
    }

    Mono<Boolean> schedule(UUID id, Instant at) {
        return database.sql("""
                update campaign.news set state = 'SCHEDULED', publish_at = :at
                where id = :id and state in ('DRAFT', 'SCHEDULED')
                """)
                .bind("id", id)
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(written -> written == 1);
    }

    /** Takes it off the calendar. */
    Mono<Void> unschedule(UUID id) {
        return database.sql(
                        "update campaign.news set state = 'DRAFT', publish_at = null where id = :id and state = 'SCHEDULED'")
                .bind("id", id)
                .then();
    }

    /** Its words and its publication are one: what is vouched for is what is public. */
    Mono<Boolean> publish(Update update, Wording wording, Association association) {
        return save(update.id(), wording)
                .then(Mono.defer(() -> publish(update, association)))
                .as(transaction::transactional);
    }

    @Override
    public Mono<Void> tell(
            Association association,
            CampaignId campaign,
            @Nullable UUID promise,
            String title,
            String body,
            UUID author,
            Role role) {
        return begin(association.id(), campaign, promise, author, role.name())
                .flatMap(id -> updates.find(association.id(), campaign, id))
                .flatMap(update -> publish(update, new Wording(title, body, "", promise), association))
                .as(transaction::transactional)
                .then();
    }

    /** As it is stored now. */
    Mono<Boolean> publish(Update update, Association association) {
        return database.sql("""
                update campaign.news n set state = 'PUBLISHED', published_at = :now, revision = 1
                where n.id = :id and n.state in ('DRAFT', 'SCHEDULED') and n.title <> '' and n.body <> ''
                returning\s""" + Updates.COLUMNS)
                .bind("id", update.id())
                .bind("now", clock.instant())
                .map(Updates::update)
                .one()
                .flatMap(now -> announce(now, association, 1, Wording.of(now)).thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    /** The promise it keeps stays what it was: its day counts for that one. */
    Mono<Boolean> correct(Update update, Association association, Wording wording, String why) {
        return database.sql("""
                update campaign.news set title = :title, body = :body, video = :video,
                  revision = revision + 1, corrected_at = :now, correction = :why
                where id = :id and state = 'PUBLISHED' returning revision
                """)
                .bind("id", update.id())
                .bind("title", wording.title())
                .bind("body", wording.body())
                .bind("video", wording.video())
                .bind("now", clock.instant())
                .bind("why", why)
                .map(row -> row.get("revision", Integer.class))
                .one()
                .flatMap(revision ->
                        announce(update, association, revision, wording).thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    Mono<Boolean> withdraw(Update update, Association association, String why) {
        return database.sql("""
                update campaign.news set state = 'WITHDRAWN', withdrawn_at = :now, withdrawal = :why
                where id = :id and state = 'PUBLISHED' returning id
                """)
                .bind("id", update.id())
                .bind("now", clock.instant())
                .bind("why", why)
                .map(row -> true)
                .one()
                .flatMap(done -> database.sql("delete from campaign.news_wording where news_id = :id")
                        .bind("id", update.id())
                        .then()
                        .thenReturn(done))
                .flatMap(done -> log.append(new UpdateWithdrawn(
                                update.id(),
                                update.campaign().value(),
                                association.id().value(),
                                today(association.zone())))
                        .then(changes.tell(List.of(update.campaign().value())))
                        .then(audit.note("news.withdrawn", association.id().value(), update.id()))
                        .thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    /** A draft nobody saw. */
    Mono<Void> discard(UUID id) {
        return database.sql("delete from campaign.news where id = :id and state in ('DRAFT', 'SCHEDULED') returning id")
                .bind("id", id)
                .map(row -> id)
                .one()
                .flatMap(photos::removeAll)
                .as(transaction::transactional);
    }

    /** What it shows is no longer the same. */
    Mono<Void> shown(Update update) {
        return update.state().open()
                ? Mono.empty()
                : changes.tell(List.of(update.campaign().value()));
    }

    private Mono<Void> announce(Update update, Association association, int revision, Wording wording) {
        return keep(update.id(), revision, wording)
                .then(log.append(new UpdatePublished(
                        update.id(),
                        update.campaign().value(),
                        association.id().value(),
                        revision,
                        today(association.zone()),
                        wording.fingerprint())))
                .then(changes.tell(List.of(update.campaign().value())))
                .then(
                        revision == 1
                                ? audit.note("news.published", association.id().value(), update.id())
                                : audit.note("news.corrected", association.id().value(), update.id()));
    }

    /** What the journal vouches for, as it was hashed: served to whoever checks it. */
    private Mono<Void> keep(UUID id, int revision, Wording wording) {
        return database.sql("""
                insert into campaign.news_wording (news_id, revision, fingerprint, said)
                values (:id, :revision, decode(:fingerprint, 'hex'), :said)
                """)
                .bind("id", id)
                .bind("revision", revision)
                .bind("fingerprint", wording.fingerprint())
                .bind("said", wording.said())
                .then();
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec sql, UUID id, Wording wording) {
        UUID promise = wording.promise();
        DatabaseClient.GenericExecuteSpec bound = sql.bind("id", id)
                .bind("title", wording.title())
                .bind("body", wording.body())
                .bind("video", wording.video());
        return promise == null ? bound.bindNull("promise", UUID.class) : bound.bind("promise", promise);
    }
}

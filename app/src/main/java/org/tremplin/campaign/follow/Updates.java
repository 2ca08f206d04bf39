package org.tremplin.campaign.follow;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every update, found only by association, campaign and update together. */
@Component
class Updates implements NewsWriting {

    private static final String COLUMNS = """
            n.id, n.campaign_id, n.promise_id, n.title, n.body, n.video, n.state, n.publish_at, n.published_at, n.revision,
            n.corrected_at, n.correction, n.withdrawn_at, n.withdrawal
            """;

    /** Of one campaign in the workspace. */
    private static final int MOST = 200;

    private final DatabaseClient database;
    private final Photos photos;
    private final EventLog log;
    private final Changes changes;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Updates(
            DatabaseClient database,
            Photos photos,
            EventLog log,
            Changes changes,
            Audit audit,
            Ids ids,
            Clock clock,
            TransactionalOperator transaction) {
        this.database = database;
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

    /** What was begun last first, drafts before what is public. */
    Mono<List<Update>> of(AssociationId association, CampaignId campaign) {
        return database.sql("select " + COLUMNS + """
                from campaign.news n join campaign.campaign c on c.id = n.campaign_id
                where c.id = :campaign and c.association_id = :association
                order by n.published_at is not null, coalesce(n.published_at, n.created_at) desc, n.id desc limit :most
                """)
                .bind("campaign", campaign.value())
                .bind("association", association.value())
                .bind("most", MOST)
                .map(Updates::update)
                .all()
                .collectList();
    }

    Mono<Update> find(AssociationId association, CampaignId campaign, UUID id) {
        return database.sql("select " + COLUMNS + """
                from campaign.news n join campaign.campaign c on c.id = n.campaign_id
                where n.id = :id and c.id = :campaign and c.association_id = :association
                """)
                .bind("id", id)
                .bind("campaign", campaign.value())
                .bind("association", association.value())
                .map(Updates::update)
                .one()
                .flatMap(found -> photos.of(id).map(found::with));
    }

    /** Public ones and withdrawn ones, the newest first; what was withdrawn keeps its reason only. */
    Mono<List<Update>> published(CampaignId campaign, @Nullable UUID before, int most) {
        String after = before == null
                ? ""
                : " and (n.published_at, n.id) < (select published_at, id from campaign.news where id = :before)";
        var select = database.sql(
                        "select " + COLUMNS + """
                from campaign.news n where n.campaign_id = :campaign and n.published_at is not null
                """ + after + " order by n.published_at desc, n.id desc limit :most")
                .bind("campaign", campaign.value())
                .bind("most", most);
        return (before == null ? select : select.bind("before", before))
                .map(Updates::update)
                .all()
                .map(one -> one.state() == Update.State.WITHDRAWN ? emptied(one) : one)
                .collectList()
                .flatMap(found -> photos.of(found.stream()
                                .filter(one -> one.state() == Update.State.PUBLISHED)
                                .map(Update::id)
                                .toList())
                        .map(seen -> found.stream()
                                .map(one -> one.with(List.copyOf(seen.getOrDefault(one.id(), List.of()))))
                                .toList()));
    }

    private static Update emptied(Update one) {
        return new Update(
                one.id(),
                one.campaign(),
                one.promise(),
                "",
                "",
                "",
                one.state(),
                null,
                one.publishedAt(),
                one.revision(),
                null,
                "",
                one.withdrawnAt(),
                one.withdrawal(),
                List.of());
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
                .flatMap(id -> find(association.id(), campaign, id))
                .flatMap(update -> publish(update, new Wording(title, body, "", promise), association))
                .as(transaction::transactional)
                .then();
    }

    /** As it is stored now. */
    Mono<Boolean> publish(Update update, Association association) {
        return database.sql("""
                update campaign.news n set state = 'PUBLISHED', published_at = :now, revision = 1
                where n.id = :id and n.state in ('DRAFT', 'SCHEDULED') and n.title <> '' and n.body <> ''
                returning\s""" + COLUMNS)
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

    /** Updates whose hour has come, with their associations. */
    Flux<Due> due(int most) {
        return database.sql("select " + COLUMNS + """
                , c.association_id from campaign.news n join campaign.campaign c on c.id = n.campaign_id
                where n.state = 'SCHEDULED' and n.publish_at <= :now order by n.publish_at limit :most
                """)
                .bind("now", clock.instant())
                .bind("most", most)
                .map(row -> new Due(update(row), new AssociationId(row.get("association_id", UUID.class))))
                .all();
    }

    /** Promises that a draft on the calendar will keep. */
    Mono<Collection<UUID>> scheduledPromises(Collection<UUID> promises) {
        return database.sql("""
                select promise_id from campaign.news where state = 'SCHEDULED' and promise_id = any(:promises)
                """)
                .bind("promises", promises.toArray(UUID[]::new))
                .map(row -> row.get("promise_id", UUID.class))
                .all()
                .collectList()
                .map(found -> found);
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

    /** What has this fingerprint, of any update that is public. @param fingerprint SHA-256, hexadecimal */
    Mono<String> said(String fingerprint) {
        return database.sql(
                        "select said from campaign.news_wording where fingerprint = decode(:fingerprint, 'hex') limit 1")
                .bind("fingerprint", fingerprint)
                .map(row -> row.get("said", String.class))
                .one();
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

    private static Update update(Readable row) {
        return new Update(
                row.get("id", UUID.class),
                new CampaignId(row.get("campaign_id", UUID.class)),
                row.get("promise_id", UUID.class),
                row.get("title", String.class),
                row.get("body", String.class),
                row.get("video", String.class),
                Update.State.valueOf(Objects.requireNonNull(row.get("state", String.class))),
                row.get("publish_at", Instant.class),
                row.get("published_at", Instant.class),
                row.get("revision", Integer.class),
                row.get("corrected_at", Instant.class),
                row.get("correction", String.class),
                row.get("withdrawn_at", Instant.class),
                row.get("withdrawal", String.class),
                List.of());
    }

    record Due(Update update, AssociationId association) {}
}

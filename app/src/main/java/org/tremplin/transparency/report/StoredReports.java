package org.tremplin.transparency.report;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.CampaignNews;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.event.EventLog;
import org.tremplin.platform.file.Photos;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.Tokens;
import org.tremplin.transparency.Remainders;
import org.tremplin.transparency.Report;
import org.tremplin.transparency.ReportPublished;
import org.tremplin.transparency.ReportWriting;
import org.tremplin.transparency.Reports;
import org.tremplin.transparency.UseOfFunds;
import org.tremplin.transparency.journal.Journals;
import org.tremplin.transparency.journal.LeafKind;
import org.tremplin.transparency.journal.NewLeaf;
import org.tremplin.transparency.journal.Source;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Every report, found only by association, campaign and report together. */
@Component
class StoredReports implements Reports, ReportWriting {

    private static final String COLUMNS = """
            id, campaign_id, promise_id, kind, title, body, figures::text as figures, published_on, published_at
            """;

    private static final int MOST = 100;

    private final DatabaseClient database;
    private final Photos photos;
    private final UseOfFunds use;
    private final Remainders remainders;
    private final CampaignNews news;
    private final Journals journals;
    private final EventLog events;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;
    private final TransactionalOperator transaction;

    /** Figures as they are stored: what a newer application added is left out. */
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    StoredReports(
            DatabaseClient database,
            Photos photos,
            UseOfFunds use,
            Remainders remainders,
            CampaignNews news,
            Journals journals,
            EventLog events,
            Audit audit,
            Ids ids,
            Clock clock,
            TransactionalOperator transaction) {
        this.database = database;
        this.photos = photos;
        this.use = use;
        this.remainders = remainders;
        this.news = news;
        this.journals = journals;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Mono<List<Report>> published(CampaignId campaign) {
        return database.sql("select " + COLUMNS + """
                from transparency.report where campaign_id = :campaign and state = 'PUBLISHED'
                order by published_at desc, id desc limit :most
                """)
                .bind("campaign", campaign.value())
                .bind("most", MOST)
                .map(this::report)
                .all()
                .collectList()
                .flatMap(found -> photos.of(found.stream().map(Report::id).toList())
                        .map(seen -> found.stream()
                                .map(one -> one.with(List.copyOf(seen.getOrDefault(one.id(), List.of()))))
                                .toList()));
    }

    /** Drafts first, then the newest. */
    Mono<List<Report>> of(Association association, CampaignId campaign) {
        return database.sql("select " + COLUMNS + """
                from transparency.report where campaign_id = :campaign and association_id = :association
                order by published_at is not null, coalesce(published_at, created_at) desc, id desc limit :most
                """)
                .bind("campaign", campaign.value())
                .bind("association", association.id().value())
                .bind("most", MOST)
                .map(this::report)
                .all()
                .collectList();
    }

    Mono<Report> find(Association association, CampaignId campaign, UUID id) {
        return database.sql("select " + COLUMNS + """
                from transparency.report
                where id = :id and campaign_id = :campaign and association_id = :association
                """)
                .bind("id", id)
                .bind("campaign", campaign.value())
                .bind("association", association.id().value())
                .map(this::report)
                .one()
                .flatMap(found -> photos.of(id).map(found::with));
    }

    Mono<UUID> begin(Association association, CampaignId campaign, ReportText text, UUID author, String role) {
        UUID id = ids.next();
        return text.bind(database.sql("""
                        insert into transparency.report (id, campaign_id, association_id, promise_id, kind, title, body, state,
                          author, role, created_at)
                        values (:id, :campaign, :association, :promise, :kind, :title, :body, 'DRAFT', :author, :role, :now)
                        """))
                .bind("id", id)
                .bind("campaign", campaign.value())
                .bind("association", association.id().value())
                .bind("author", author)
                .bind("role", role)
                .bind("now", clock.instant())
                .then()
                .thenReturn(id);
    }

    Mono<Void> save(UUID id, ReportText text) {
        return text.bind(database.sql("""
                        update transparency.report set promise_id = :promise, kind = :kind, title = :title, body = :body
                        where id = :id and state = 'DRAFT'
                        """)).bind("id", id).then();
    }

    Mono<Void> discard(UUID id) {
        return database.sql("delete from transparency.report where id = :id and state = 'DRAFT' returning id")
                .bind("id", id)
                .map(row -> id)
                .one()
                .flatMap(photos::removeAll)
                .as(transaction::transactional);
    }

    /** The books as they are today, before they are frozen. */
    Mono<Report.Figures> figures(PublishedCampaign campaign, Association association) {
        return use.of(campaign)
                .zipWith(remainders.of(campaign.campaign().id().value()))
                .map(read -> Report.Figures.of(
                        read.getT1(),
                        read.getT2().isEmpty() ? null : read.getT2().get(0),
                        association.today(clock)));
    }

    /**
     * Words, figures, the entry of the journal and the word to followers are one transaction.
     *
     * @return false when it was public already
     */
    Mono<Boolean> publish(PublishedCampaign campaign, Association association, UUID id, ReportText text) {
        CampaignId of = campaign.campaign().id();
        return save(id, text)
                .then(figures(campaign, association))
                .flatMap(figures -> {
                    String frozen = json.writeValueAsString(figures);
                    return freeze(id, frozen, figures.on())
                            .flatMap(done -> keep(id, text.said(), frozen).thenReturn(done))
                            .flatMap(done -> journals.append(List.of(leaf(of, id, figures.on(), text, frozen)))
                                    .then(news.reported(of, id, text.promise(), text.title()))
                                    .then(events.append(new ReportPublished(
                                            id, of.value(), association.id().value(), text.promise(), figures.on())))
                                    .then(audit.note(
                                            "report.published", association.id().value(), id))
                                    .thenReturn(true));
                })
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    @Override
    public Mono<Void> report(
            Association association,
            PublishedCampaign campaign,
            @Nullable UUID promise,
            String title,
            String body,
            UUID author,
            Role role) {
        ReportText text = new ReportText(title, body, promise, false);
        return begin(association, campaign.campaign().id(), text, author, role.name())
                .flatMap(id -> publish(campaign, association, id, text))
                .as(transaction::transactional)
                .then();
    }

    private Mono<UUID> freeze(UUID id, String figures, LocalDate on) {
        return database.sql("""
                update transparency.report
                set state = 'PUBLISHED', figures = :figures::jsonb, published_on = :on, published_at = :now
                where id = :id and state = 'DRAFT' returning id
                """)
                .bind("id", id)
                .bind("figures", figures)
                .bind("on", on)
                .bind("now", clock.instant())
                .map(row -> id)
                .one();
    }

    /** What the journal vouches for, as it was hashed: {@code jsonb} has another order and other blanks. */
    private Mono<Void> keep(UUID id, String text, String figures) {
        return database.sql("""
                insert into transparency.report_said (report, name, fingerprint, said)
                values (:id, 'text', decode(:text_hash, 'hex'), :text),
                  (:id, 'figures', decode(:figures_hash, 'hex'), :figures)
                """)
                .bind("id", id)
                .bind("text", text)
                .bind("text_hash", sha256(text))
                .bind("figures", figures)
                .bind("figures_hash", sha256(figures))
                .then();
    }

    /** What has this fingerprint. @param name {@code text} or {@code figures} */
    Mono<String> said(String name, String fingerprint) {
        return database.sql("""
                select said from transparency.report_said
                where fingerprint = decode(:fingerprint, 'hex') and name = :name limit 1
                """)
                .bind("name", name)
                .bind("fingerprint", fingerprint)
                .map(row -> row.get("said", String.class))
                .one();
    }

    private static NewLeaf leaf(CampaignId of, UUID id, LocalDate on, ReportText text, String figures) {
        return NewLeaf.of(of.value(), new Source("report", id, "published"), LeafKind.REPORT, on)
                .hashes(Map.of("text", sha256(text.said()), "figures", sha256(figures)));
    }

    static String sha256(String text) {
        return HexFormat.of().formatHex(Tokens.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Report report(Readable row) {
        @Nullable String figures = row.get("figures", String.class);
        return new Report(
                row.get("id", UUID.class),
                row.get("campaign_id", UUID.class),
                row.get("promise_id", UUID.class),
                "CLOSING".equals(row.get("kind", String.class)),
                row.get("title", String.class),
                row.get("body", String.class),
                figures == null ? null : json.readValue(figures, Report.Figures.class),
                row.get("published_on", LocalDate.class),
                row.get("published_at", Instant.class),
                List.of());
    }
}

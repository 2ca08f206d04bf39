package org.tremplin.patron.dossier;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.CampaignId;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.file.PrivateFiles;
import org.tremplin.platform.security.Keys;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Dossiers and their openings. A link is made from the id by a key of this instance and stored as its hash alone: the
 * database gives no link away, and an association can copy hers again.
 */
@Component
class Dossiers {

    /** Of one campaign, open at once. */
    static final int MOST = 50;
    /** Counted of one dossier; beyond it nobody reads a list. */
    private static final int MOST_OPENINGS = 500;

    private static final String SELECT = """
            select id, association_id, campaign_id, label, token_hash, file_id, sha256, size, held, made_at, until_on,
              revoked_at
            from patron.dossier
            """;

    private final DatabaseClient database;
    private final PrivateFiles files;
    private final TransactionalOperator transaction;
    private final Audit audit;
    private final Clock clock;
    private final byte[] key;

    Dossiers(
            DatabaseClient database,
            PrivateFiles files,
            TransactionalOperator transaction,
            Audit audit,
            Clock clock,
            Keys keys) {
        this.database = database;
        this.files = files;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
        this.key = keys.derive("dossiers");
    }

    /** The newest first. */
    Flux<Dossier> of(AssociationId association, CampaignId campaign) {
        return database.sql(SELECT + """
                where association_id = :association and campaign_id = :campaign order by made_at desc limit 200
                """)
                .bind("association", association.value())
                .bind("campaign", campaign.value())
                .map(Dossiers::row)
                .all();
    }

    /** Whether one for the same was made since then and was not closed. */
    Mono<Boolean> made(AssociationId association, CampaignId campaign, String label, Instant since) {
        return database.sql("""
                select exists (
                  select from patron.dossier where association_id = :association and campaign_id = :campaign
                    and label = :label and made_at >= :since and revoked_at is null)
                """)
                .bind("association", association.value())
                .bind("campaign", campaign.value())
                .bind("label", label)
                .bind("since", since)
                .mapValue(Boolean.class)
                .one();
    }

    /** Also one that is over. */
    Mono<Dossier> behind(String token) {
        return database.sql(SELECT + "where token_hash = :hash")
                .bind("hash", Tokens.sha256(token))
                .map(Dossiers::row)
                .one();
    }

    /** Secret of its link; none where the key of this instance is another one by now. */
    Optional<String> token(Dossier dossier) {
        String token = token(dossier.id());
        return Arrays.equals(Tokens.sha256(token), dossier.tokenHash()) ? Optional.of(token) : Optional.empty();
    }

    Mono<Void> keep(Made made, byte[] pdf, UUID by) {
        return files.store(pdf, "application/pdf")
                .flatMap(file -> database.sql("""
                        insert into patron.dossier (id, association_id, campaign_id, label, token_hash, file_id, sha256,
                          size, held, made_by, made_at, until_on)
                        values (:id, :association, :campaign, :label, :hash, :file, :print, :size, :held, :by, :now,
                          :until)
                        """)
                        .bind("id", made.id())
                        .bind("association", made.association().value())
                        .bind("campaign", made.campaign().value())
                        .bind("label", made.label())
                        .bind("hash", Tokens.sha256(token(made.id())))
                        .bind("file", file)
                        .bind("print", made.sha256())
                        .bind("size", pdf.length)
                        .bind("held", made.held().stream().map(Enum::name).toArray(String[]::new))
                        .bind("by", by)
                        .bind("now", clock.instant())
                        .bind("until", made.until())
                        .then())
                .then(audit.note("patron.dossier-made", by, made.association().value(), made.id()))
                .as(transaction::transactional);
    }

    /** Its link opens nothing from now on, and its file goes. */
    Mono<Void> revoke(AssociationId association, CampaignId campaign, UUID id, UUID by) {
        return database.sql("""
                update patron.dossier set revoked_at = :now
                where id = :id and association_id = :association and campaign_id = :campaign and revoked_at is null
                returning file_id
                """)
                .bind("now", clock.instant())
                .bind("id", id)
                .bind("association", association.value())
                .bind("campaign", campaign.value())
                .mapValue(UUID.class)
                .one()
                .flatMap(file ->
                        files.delete(file).then(audit.note("patron.dossier-revoked", by, association.value(), id)))
                .as(transaction::transactional);
    }

    Mono<byte[]> file(Dossier dossier) {
        return files.whole(dossier.file());
    }

    /** @param file whether the file was taken, or the page read */
    Mono<Void> opened(Dossier dossier, boolean file) {
        return database.sql("""
                insert into patron.dossier_opening (dossier_id, at, file)
                select :id, :now, :file
                where (select count(*) from patron.dossier_opening where dossier_id = :id) < :most
                """)
                .bind("id", dossier.id())
                .bind("now", clock.instant())
                .bind("file", file)
                .bind("most", MOST_OPENINGS)
                .then();
    }

    /** The newest first. */
    Mono<List<Opening>> openings(Dossier dossier) {
        return database.sql("select at, file from patron.dossier_opening where dossier_id = :id order by at desc")
                .bind("id", dossier.id())
                .map(row ->
                        new Opening(row.get("at", Instant.class), Boolean.TRUE.equals(row.get("file", Boolean.class))))
                .all()
                .collectList();
    }

    private String token(UUID id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Keys.hmac(key, id.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Dossier row(Readable row) {
        @Nullable Instant revoked = row.get("revoked_at", Instant.class);
        return new Dossier(
                row.get("id", UUID.class),
                new AssociationId(row.get("association_id", UUID.class)),
                new CampaignId(row.get("campaign_id", UUID.class)),
                String.valueOf(row.get("label", String.class)),
                row.get("token_hash", byte[].class),
                row.get("file_id", UUID.class),
                String.valueOf(row.get("sha256", String.class)),
                row.get("size", Integer.class),
                Stream.of(row.get("held", String[].class))
                        .map(Enclosure.Kind::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.get("made_at", Instant.class),
                row.get("until_on", LocalDate.class),
                revoked);
    }

    /** What is kept of a dossier beside its bytes. */
    record Made(
            UUID id,
            AssociationId association,
            CampaignId campaign,
            String label,
            String sha256,
            Set<Enclosure.Kind> held,
            LocalDate until) {}

    record Opening(Instant at, boolean file) {}
}

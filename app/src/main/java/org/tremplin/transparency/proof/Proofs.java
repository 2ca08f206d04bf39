package org.tremplin.transparency.proof;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.transparency.ExpenseState;
import org.tremplin.transparency.ProofState;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of proofs and of their pages. */
@Component
class Proofs {

    /** Of one expense. */
    static final int MOST = 50;

    private static final HexFormat HEX = HexFormat.of();

    private static final String SELECT = """
            select id, association_id, expense, kind, state, added_by, added_at, file_name, original_type, original_size,
              original_file, original_sha256, own_copy, zones, warnings, copy_file, copy_sha256, copy_width, copy_height,
              statement, published_on, withdrawn_on, reason
            from transparency.proof where\s""";

    private final DatabaseClient database;

    Proofs(DatabaseClient database) {
        this.database = database;
    }

    /** Of this expense; or of the one that took its place, where what was not public yet went. */
    Mono<Proof> find(UUID association, UUID expense, UUID id) {
        return one("""
                association_id = :association and id = :id and (expense = :expense
                  or expense in (select next.id from transparency.expense next where next.replaces = :expense))
                """, association, expense, id);
    }

    /** The same, held until the caller's transaction ends. */
    Mono<Proof> lock(UUID association, UUID expense, UUID id) {
        return one(
                "association_id = :association and expense = :expense and id = :id for update",
                association,
                expense,
                id);
    }

    /** Where it stands; nobody decides on it before the caller's transaction ends. */
    Mono<ExpenseState> holdExpense(UUID association, UUID expense) {
        return database.sql(
                        "select state from transparency.expense where association_id = :association and id = :id for share")
                .bind("association", association)
                .bind("id", expense)
                .map(row -> ExpenseState.valueOf(row.get("state", String.class)))
                .one();
    }

    private Mono<Proof> one(String where, UUID association, UUID expense, UUID id) {
        return database.sql(SELECT + where)
                .bind("association", association)
                .bind("expense", expense)
                .bind("id", id)
                .map(Proofs::proof)
                .one();
    }

    /** The oldest first. */
    Flux<Proof> of(UUID association, UUID expense) {
        return database.sql(SELECT + "association_id = :association and expense = :expense order by id limit " + MOST)
                .bind("association", association)
                .bind("expense", expense)
                .map(Proofs::proof)
                .all();
    }

    /** Looked at and waiting for their expenses, held in key order until the caller's transaction ends. */
    Flux<Proof> lockReady(Collection<UUID> expenses) {
        return database.sql(SELECT + "expense = any(:expenses) and state = 'READY' order by id for update")
                .bind("expenses", expenses.toArray(UUID[]::new))
                .map(Proofs::proof)
                .all();
    }

    Flux<Proof> findAll(Collection<UUID> ids) {
        return database.sql(SELECT + "id = any(:ids) order by id")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(Proofs::proof)
                .all();
    }

    /** The published ones of these expenses and of the versions they correct, and those withdrawn. */
    Flux<Told> published(Collection<UUID> expenses) {
        return database.sql("""
                select told.expense as standing, told.earlier, told.proves, proof.*
                from transparency.proofs_of(:expenses) told join transparency.proof proof on proof.id = told.proof
                where proof.state in ('PUBLISHED', 'WITHDRAWN') order by proof.id
                """)
                .bind("expenses", expenses.toArray(UUID[]::new))
                .map(row -> new Told(
                        row.get("standing", UUID.class),
                        Boolean.TRUE.equals(row.get("earlier", Boolean.class)),
                        Boolean.TRUE.equals(row.get("proves", Boolean.class)),
                        proof(row)))
                .all();
    }

    /** Of their expenses. */
    Flux<UUID> campaigns(Collection<UUID> ids) {
        return database.sql("""
                select distinct part.campaign from transparency.proof proof
                join transparency.expense_part part on part.expense = proof.expense where proof.id = any(:ids)
                """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> Objects.requireNonNull(row.get("campaign", UUID.class)))
                .all();
    }

    /** What a proof is to an expense. @param earlier given for a version it corrects */
    record Told(UUID expense, boolean earlier, boolean proves, Proof proof) {}

    /** What was not public yet goes to the expense that took the place of its own; not to one that takes it back. */
    Mono<Void> carry(Collection<UUID> corrections) {
        return database.sql("""
                update transparency.proof set expense = correction.id
                from transparency.expense correction
                where correction.id = any(:corrections) and proof.expense = correction.replaces
                  and proof.state in ('COVERED', 'PREPARED', 'READY')
                  and exists (select from transparency.expense_part part where part.expense = correction.id)
                """)
                .bind("corrections", corrections.toArray(UUID[]::new))
                .then();
    }

    /** By the fingerprint of its public copy; one that is shown before one that was withdrawn. */
    Mono<Proof> publishedAs(String hash) {
        return database.sql(SELECT + """
                copy_sha256 = :hash and state in ('PUBLISHED', 'WITHDRAWN') order by state, id limit 1
                """)
                .bind("hash", HEX.parseHex(hash))
                .map(Proofs::proof)
                .one();
    }

    /** Those to reveal, the longest waiting first. */
    Flux<Proof> toReveal(Collection<UUID> associations, int most) {
        return database.sql(SELECT + """
                association_id = any(:associations) and state in ('COVERED', 'PREPARED')
                  and not exists (select from transparency.expense
                    where expense.id = proof.expense and expense.state in ('REFUSED', 'AMENDED', 'REVERSED'))
                order by added_at limit :most
                """)
                .bind("associations", associations.toArray(UUID[]::new))
                .bind("most", most)
                .map(Proofs::proof)
                .all();
    }

    Mono<Void> insert(Proof proof) {
        var insert = database.sql("""
                insert into transparency.proof (id, association_id, expense, kind, state, added_by, added_at, file_name,
                  original_type, original_size, original_file, original_sha256, warnings, statement, published_on)
                values (:id, :association, :expense, :kind, :state, :by, :at, :name, :type, :size, :file, :hash, :warnings,
                  :statement, :published)
                """)
                .bind("id", proof.id())
                .bind("association", proof.association())
                .bind("expense", proof.expense())
                .bind("kind", proof.kind().name())
                .bind("state", proof.state().name())
                .bind("by", proof.addedBy())
                .bind("at", proof.addedAt())
                .bind("name", proof.fileName())
                .bind("type", proof.type())
                .bind("size", proof.size())
                .bind("warnings", String.join(" ", proof.warnings()))
                .bind("statement", proof.statement());
        insert = bind(insert, "file", proof.originalFile(), UUID.class);
        insert = bind(insert, "hash", bytes(proof.originalHash()), byte[].class);
        return bind(insert, "published", proof.publishedOn(), LocalDate.class).then();
    }

    Mono<Void> insert(UUID proof, ProofPage page) {
        var insert = database.sql("""
                insert into transparency.proof_page (proof, no, width, height, type, image, words)
                values (:proof, :no, :width, :height, :type, :image, :words)
                """)
                .bind("proof", proof)
                .bind("no", page.no())
                .bind("width", page.width())
                .bind("height", page.height())
                .bind("type", page.type())
                .bind("image", page.image());
        return bind(insert, "words", page.words(), UUID.class).then();
    }

    Flux<ProofPage> pages(UUID proof) {
        return database.sql(
                        "select no, width, height, type, image, words from transparency.proof_page where proof = :proof order by no")
                .bind("proof", proof)
                .map(row -> new ProofPage(
                        row.get("no", Integer.class),
                        row.get("width", Integer.class),
                        row.get("height", Integer.class),
                        row.get("type", String.class),
                        row.get("image", UUID.class),
                        row.get("words", UUID.class)))
                .all();
    }

    /** A choice of zones and the copy made of it. */
    Mono<Void> prepare(
            UUID id, List<Zone> zones, Collection<String> warnings, Proof.@Nullable Copy copy, boolean ownCopy) {
        var update = database.sql("""
                update transparency.proof set state = 'PREPARED', zones = :zones, warnings = :warnings,
                  own_copy = :own, copy_file = :file, copy_sha256 = :hash, copy_width = :width, copy_height = :height
                where id = :id
                """)
                .bind("id", id)
                .bind("zones", String.join(" ", Zone.written(zones)))
                .bind("warnings", String.join(" ", warnings))
                .bind("own", ownCopy)
                .bind("width", copy == null ? 0 : copy.width())
                .bind("height", copy == null ? 0 : copy.height());
        update = bind(update, "file", copy == null ? null : copy.file(), UUID.class);
        return bind(update, "hash", copy == null ? null : bytes(copy.hash()), byte[].class)
                .then();
    }

    Mono<Void> ready(UUID id) {
        return database.sql("update transparency.proof set state = 'READY' where id = :id")
                .bind("id", id)
                .then();
    }

    Mono<Void> publish(UUID id, LocalDate day) {
        return database.sql("update transparency.proof set state = 'PUBLISHED', published_on = :day where id = :id")
                .bind("id", id)
                .bind("day", day)
                .then();
    }

    Mono<Void> withdraw(UUID id, LocalDate day, String reason) {
        return database.sql("""
                update transparency.proof set state = 'WITHDRAWN', withdrawn_on = :day, reason = :reason, copy_file = null
                where id = :id
                """)
                .bind("id", id)
                .bind("day", day)
                .bind("reason", reason)
                .then();
    }

    Mono<Void> delete(UUID id) {
        return database.sql("delete from transparency.proof where id = :id")
                .bind("id", id)
                .then();
    }

    /** Proofs whose originals came before this instant, held. */
    Flux<Proof> withOriginalBefore(Instant before, int most) {
        return database.sql(SELECT + """
                added_at < :before and original_file is not null order by added_at limit :most for update skip locked
                """)
                .bind("before", before)
                .bind("most", most)
                .map(Proofs::proof)
                .all();
    }

    /** Nothing leads to the original any more. */
    Mono<Void> forgetOriginal(UUID id) {
        return database.sql("""
                with gone as (delete from transparency.proof_page where proof = :id)
                update transparency.proof set original_file = null, file_name = '' where id = :id
                """).bind("id", id).then();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, String name, @Nullable Object value, Class<?> type) {
        return value == null ? statement.bindNull(name, type) : statement.bind(name, value);
    }

    private static byte @Nullable [] bytes(@Nullable String hex) {
        return hex == null ? null : HEX.parseHex(hex);
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HEX.formatHex(bytes);
    }

    private static Proof proof(Readable row) {
        UUID copy = row.get("copy_file", UUID.class);
        String copyHash = hex(row.get("copy_sha256", byte[].class));
        UUID id = row.get("id", UUID.class);
        return new Proof(
                id,
                row.get("association_id", UUID.class),
                row.get("expense", UUID.class),
                Proof.Kind.valueOf(row.get("kind", String.class)),
                ProofState.valueOf(row.get("state", String.class)),
                row.get("added_by", UUID.class),
                row.get("added_at", Instant.class),
                row.get("file_name", String.class),
                row.get("original_type", String.class),
                row.get("original_size", Integer.class),
                row.get("original_file", UUID.class),
                hex(row.get("original_sha256", byte[].class)),
                Objects.requireNonNull(row.get("own_copy", Boolean.class)),
                Zone.read(words(row.get("zones", String.class)), Drawing.MOST_PAGES),
                Set.copyOf(words(row.get("warnings", String.class))),
                copyHash == null
                        ? null
                        : new Proof.Copy(
                                copy == null ? id : copy,
                                copyHash,
                                row.get("copy_width", Integer.class),
                                row.get("copy_height", Integer.class)),
                row.get("statement", String.class),
                row.get("published_on", LocalDate.class),
                row.get("withdrawn_on", LocalDate.class),
                row.get("reason", String.class));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toList());
    }
}

package org.tremplin.capacity.help;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.capacity.grid.Words;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.web.Typography;
import reactor.core.publisher.Mono;

/** Everybody who helps: what is shipped, as the operator corrected it, and the operator's own. */
@Component
class Directory {

    /** An instance of one territory has tens. */
    private static final int MOST = 500;

    private static final Comparator<KnownHelper> NEAREST = Comparator.comparingInt(KnownHelper::distance)
            .thenComparing(helper -> helper.name().fr());

    private final Shipped shipped;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Directory(
            Shipped shipped,
            DatabaseClient database,
            TransactionalOperator transaction,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.shipped = shipped;
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Those in use, the nearest first. */
    Mono<List<KnownHelper>> inUse() {
        return all().map(all ->
                all.stream().filter(helper -> !helper.retired()).sorted(NEAREST).toList());
    }

    /** Retired ones too, as shipped and then by when they were written. */
    Mono<List<KnownHelper>> all() {
        return database.sql("""
                select id, replaces, kind, name_fr, name_en, text_fr, text_en, link, place, employers, topics, source,
                  checked_on, retired
                from capacity.helper order by id limit :most
                """)
                .bind("most", MOST)
                .map(Directory::helper)
                .all()
                .collectList()
                .map(this::merged);
    }

    Mono<KnownHelper> find(String id) {
        return all().mapNotNull(all -> all.stream()
                .filter(helper -> helper.id().equals(id))
                .findFirst()
                .orElse(null));
    }

    private List<KnownHelper> merged(List<KnownHelper> rows) {
        Map<String, KnownHelper> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        return Stream.concat(
                        shipped.all().stream().map(helper -> byId.getOrDefault(helper.id(), helper)),
                        rows.stream().filter(row -> row.id().equals(String.valueOf(row.row()))))
                .toList();
    }

    /** Writes a new one, or over what is there under its id. */
    Mono<Void> keep(KnownHelper helper) {
        UUID row = helper.row() == null ? ids.next() : helper.row();
        boolean own = helper.id().isEmpty() || helper.id().equals(row.toString());
        return database.sql("""
                insert into capacity.helper (id, replaces, kind, name_fr, name_en, text_fr, text_en, link, place, employers,
                  topics, source, checked_on, retired, changed_at)
                values (:id, :replaces, :kind, :nameFr, :nameEn, :textFr, :textEn, :link, :place, :employers, :topics, :source,
                  :checked, :retired, :now)
                on conflict (id) do update set kind = excluded.kind, name_fr = excluded.name_fr, name_en = excluded.name_en,
                  text_fr = excluded.text_fr, text_en = excluded.text_en, link = excluded.link, place = excluded.place,
                  employers = excluded.employers, topics = excluded.topics, source = excluded.source,
                  checked_on = excluded.checked_on, retired = excluded.retired, changed_at = excluded.changed_at
                """)
                .bind("id", row)
                .bind("replaces", Parameter.fromOrEmpty(own ? null : helper.id(), String.class))
                .bind("kind", helper.kind())
                .bind("nameFr", helper.name().fr())
                .bind("nameEn", helper.name().en())
                .bind("textFr", helper.text().fr())
                .bind("textEn", helper.text().en())
                .bind("link", Parameter.fromOrEmpty(helper.link(), String.class))
                .bind("place", helper.place())
                .bind("employers", helper.employers())
                .bind(
                        "topics",
                        helper.topics().stream().map(Enum::name).sorted().toArray(String[]::new))
                .bind("source", helper.source())
                .bind("checked", helper.checked())
                .bind("retired", helper.retired())
                .bind("now", clock.instant())
                .then()
                .then(audit.note("capacity.helper-changed", null, row))
                .as(transaction::transactional);
    }

    private static KnownHelper helper(Readable row) {
        UUID id = row.get("id", UUID.class);
        String replaces = row.get("replaces", String.class);
        return new KnownHelper(
                replaces == null ? id.toString() : replaces,
                id,
                text(row, "kind"),
                words(text(row, "name_fr"), text(row, "name_en")),
                words(text(row, "text_fr"), text(row, "text_en")),
                row.get("link", String.class),
                text(row, "place"),
                Boolean.TRUE.equals(row.get("employers", Boolean.class)),
                Topic.of(List.of(row.get("topics", String[].class))),
                row.get("checked_on", LocalDate.class),
                text(row, "source"),
                Boolean.TRUE.equals(row.get("retired", Boolean.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNullElse(row.get(column, String.class), "");
    }

    /** What was written in one language only is shown in both. */
    private static Words words(String fr, @Nullable String en) {
        return new Words(Typography.french(fr), en == null || en.isEmpty() ? fr : en);
    }
}

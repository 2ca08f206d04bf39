package org.tremplin.capacity.experience;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sheet, from its draft on.
 *
 * @param association that wrote it; none for one of another instance
 * @param month the campaign ended in
 * @param reason why it was not accepted; empty for none
 * @param decidedAt when somebody decided of it last
 * @param version another one once its words or its state changed
 */
record Experience(
        UUID id,
        @Nullable UUID association,
        @Nullable UUID campaign,
        Told told,
        YearMonth month,
        State state,
        String reason,
        @Nullable Instant sentAt,
        @Nullable Instant decidedAt,
        int version) {

    static final String COLUMNS = """
            id, association_id, campaign_id, language, helped, otherwise, advice, items, template, staff, reach, month, state,
            reason, sent_at, decided_at, version\s""";

    boolean brought() {
        return association == null;
    }

    static Experience of(Readable row) {
        return new Experience(
                Objects.requireNonNull(row.get("id", UUID.class)),
                row.get("association_id", UUID.class),
                row.get("campaign_id", UUID.class),
                new Told(
                        text(row, "language"),
                        text(row, "helped"),
                        text(row, "otherwise"),
                        text(row, "advice"),
                        List.of(Objects.requireNonNull(row.get("items", String[].class))),
                        text(row, "template"),
                        text(row, "staff"),
                        text(row, "reach")),
                YearMonth.from(Objects.requireNonNull(row.get("month", LocalDate.class))),
                State.valueOf(text(row, "state")),
                text(row, "reason"),
                row.get("sent_at", Instant.class),
                row.get("decided_at", Instant.class),
                Objects.requireNonNull(row.get("version", Integer.class)));
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}

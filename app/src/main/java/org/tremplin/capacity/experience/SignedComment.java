package org.tremplin.capacity.experience;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an association says, by its name, of the sheet of another.
 *
 * @param association that signs
 * @param reason why it was not accepted; empty for none
 * @param version another one once its words or its state changed
 */
record SignedComment(
        UUID id,
        UUID experience,
        UUID association,
        String words,
        State state,
        String reason,
        Instant sentAt,
        @Nullable Instant decidedAt,
        int version) {

    static final String COLUMNS =
            "comment.id, experience_id, comment.association_id, words, comment.state, comment.reason, comment.sent_at,"
                    + " comment.decided_at, comment.version ";

    static SignedComment of(Readable row) {
        return new SignedComment(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("experience_id", UUID.class)),
                Objects.requireNonNull(row.get("association_id", UUID.class)),
                Experience.text(row, "words"),
                State.valueOf(Experience.text(row, "state")),
                Experience.text(row, "reason"),
                Objects.requireNonNull(row.get("sent_at", Instant.class)),
                row.get("decided_at", Instant.class),
                Objects.requireNonNull(row.get("version", Integer.class)));
    }
}

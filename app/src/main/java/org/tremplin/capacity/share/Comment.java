package org.tremplin.capacity.share;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an adviser wrote beside an answer.
 *
 * @param item the id of the answer's question; empty for the whole
 * @param readAt when the association said that it read it; an answer says so too
 * @param reply of the association; may be empty
 */
public record Comment(
        UUID id,
        UUID grant,
        String item,
        String words,
        Instant at,
        @Nullable Instant readAt,
        String reply) {}

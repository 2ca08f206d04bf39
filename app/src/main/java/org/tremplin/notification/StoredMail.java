package org.tremplin.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.web.Language;

/**
 * A row of the queue.
 *
 * @param attempts how often it was tried, this time included
 * @param sealedValues none once forgotten
 */
record StoredMail(
        UUID id,
        String kind,
        String recipient,
        Language language,
        String template,
        byte @Nullable [] sealedValues,
        @Nullable Instant usefulUntil,
        int attempts,
        Instant createdAt) {

    boolean uselessAt(Instant now) {
        return usefulUntil != null && usefulUntil.isBefore(now);
    }
}

package org.tremplin.notification;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param older id from which the next page goes on; none on the last */
record OutboxPage(List<Line> lines, @Nullable UUID older) {

    /**
     * @param subject none once the mail is emptied
     * @param language of the mail, {@code fr} or {@code en}
     */
    record Line(UUID id, @Nullable String subject, String recipient, String language, String day) {}
}

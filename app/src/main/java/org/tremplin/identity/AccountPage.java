package org.tremplin.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of their own account.
 *
 * @param reminders code of {@link Reminders}
 * @param saved whether a change was just kept
 */
record AccountPage(
        String email, String name, String language, String reminders, List<Session> sessions, boolean saved) {

    public boolean hasOthers() {
        return sessions.size() > 1;
    }

    /**
     * @param opened and used: days and hours, Paris
     * @param confirmed until when no code is asked for there; none when one is
     */
    record Session(
            String key,
            String opened,
            String used,
            String block,
            boolean current,
            @Nullable String confirmed) {}
}

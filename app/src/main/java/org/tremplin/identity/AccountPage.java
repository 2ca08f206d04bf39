package org.tremplin.identity;

import java.util.List;

/**
 * What a person sees of their own account.
 *
 * @param saved whether a change was just kept
 */
record AccountPage(String email, String name, String language, List<Session> sessions, boolean saved) {

    public boolean hasOthers() {
        return sessions.size() > 1;
    }

    /** @param opened and used: days and hours, Paris */
    record Session(String key, String opened, String used, String block, boolean current) {}
}

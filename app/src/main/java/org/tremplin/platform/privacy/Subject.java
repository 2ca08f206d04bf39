package org.tremplin.platform.privacy;

import java.util.Locale;

/**
 * Whom an erasure or a copy concerns: whoever has proven that this address is theirs.
 *
 * @param email lower case
 */
public record Subject(String email) {

    public Subject {
        email = email.strip().toLowerCase(Locale.ROOT);
        if (email.isEmpty()) {
            throw new IllegalArgumentException("Nobody has the empty address");
        }
    }

    /** Not for logs. */
    @Override
    public String toString() {
        return "Subject[…]";
    }
}

package org.tremplin.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When a person wishes to be written to about what waits for them. */
public enum Reminders {
    /** As soon as it waits, at any hour. */
    AT_ONCE,
    /** One mail a day at most, by day. */
    DAILY,
    NEVER;

    /** As forms and the database write it; daily when it is nothing we know. */
    public static Reminders ofCode(@Nullable String code) {
        for (Reminders each : values()) {
            if (each.code().equals(code)) {
                return each;
            }
        }
        return DAILY;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.tremplin.site.card;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Whether gifts are taken today. */
public enum Phase {
    SOON,
    OPEN,
    CLOSED;

    /** @param today in the association's zone; the closing day is the last one */
    public static Phase on(LocalDate today, boolean closed, @Nullable LocalDate opensOn, @Nullable LocalDate closesOn) {
        if (closed || (closesOn != null && closesOn.isBefore(today))) {
            return CLOSED;
        }
        return opensOn != null && opensOn.isAfter(today) ? SOON : OPEN;
    }

    /** Days left, 0 on the last one. */
    public static int left(LocalDate today, LocalDate closesOn) {
        return Math.toIntExact(ChronoUnit.DAYS.between(today, closesOn));
    }

    public boolean open() {
        return this == OPEN;
    }
}

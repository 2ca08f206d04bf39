package org.tremplin.association.awaited;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tremplin.identity.Reminders;

/** When a person may be written to. Evenings and nights are theirs, unless they asked to know at once. */
final class MailHours {

    static final LocalTime FIRST = LocalTime.of(8, 0);
    static final LocalTime LAST = LocalTime.of(20, 0);

    /** Who enters five expenses in a row causes one mail, not one and four on the next day. */
    static final Duration SITTING = Duration.ofHours(1);

    private MailHours() {}

    /**
     * @param oldestUntold when the first act began to wait that this person was not told of
     * @param lastTold when this person was last written to, or never
     */
    static boolean open(Reminders wish, Instant now, ZoneId zone, Instant oldestUntold, @Nullable Instant lastTold) {
        return switch (wish) {
            case NEVER -> false;
            case AT_ONCE -> true;
            case DAILY ->
                byDay(now, zone)
                        && !oldestUntold.plus(SITTING).isAfter(now)
                        && (lastTold == null || day(lastTold, zone).isBefore(day(now, zone)));
        };
    }

    private static boolean byDay(Instant now, ZoneId zone) {
        LocalTime there = now.atZone(zone).toLocalTime();
        return !there.isBefore(FIRST) && there.isBefore(LAST);
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}

package org.tremplin.platform.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import org.tremplin.platform.BadSetting;

/**
 * How long something is kept.
 *
 * @param setting by which an operator changes it; empty for what is built in
 */
public record Term(String setting, Period time) {

    /** Any day does: only lengths are compared. */
    private static final LocalDate DAY = LocalDate.of(2000, 1, 1);

    public Term {
        if (time.isNegative()) {
            throw new BadSetting(setting, "The setting " + setting + " must be a length of time such as 90d or 3y.");
        }
    }

    public static Term fixed(Period time) {
        return new Term("", time);
    }

    /** Refuses to start below what the law or the work itself asks for. */
    public Term atLeast(Period least, String why) {
        if (DAY.plus(time).isBefore(DAY.plus(least))) {
            throw new BadSetting(
                    setting, "The setting " + setting + " must be " + written(least) + " or longer: " + why + ".");
        }
        return this;
    }

    /** Refuses to start above what may be kept. */
    public Term atMost(Period most, String why) {
        if (DAY.plus(time).isAfter(DAY.plus(most))) {
            throw new BadSetting(
                    setting, "The setting " + setting + " must be " + written(most) + " or shorter: " + why + ".");
        }
        return this;
    }

    /** What was there before this instant has been kept long enough. Whole days, in universal time. */
    public Instant before(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minus(time).toInstant();
    }

    private static String written(Period time) {
        return time.toString().substring(1).toLowerCase(Locale.ROOT);
    }
}

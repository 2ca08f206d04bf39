package org.tremplin.transparency.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.transparency.Evidence;

/** The words of one page: its language, and the zone of the association. */
record Words(MessageSource messages, Language language, Evidence evidence) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    Locale locale() {
        return language.locale();
    }

    String text(String key, Object... values) {
        return messages.getMessage(key, values, locale());
    }

    String day(LocalDate day) {
        return DayText.text(day, locale());
    }

    LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneId.of(evidence.zone()));
    }

    /** {@code Valmorin (69)}; empty when it is not stated. */
    String place() {
        String place = evidence.campaign().place();
        String department = evidence.campaign().department();
        return place == null
                ? ""
                : department == null || place.contains("(") ? place : place + "\u00A0(" + department + ")";
    }

    String percent(int percent) {
        return text("evidence.percent", percent);
    }

    /** A text or a day of the record; a dash for none. */
    static String orDash(@Nullable String written, Locale locale) {
        return written == null
                ? "–"
                : DAY.matcher(written).matches() ? DayText.text(LocalDate.parse(written), locale) : written;
    }
}

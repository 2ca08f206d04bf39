package org.tremplin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DayTextTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);

    @Test
    void writesTheFirstOfAMonthAsPeopleDo() {
        assertThat(DayText.text(FIRST, Locale.FRANCE)).isEqualTo("1er\u00A0décembre 2026");
        assertThat(DayText.text(FIRST, Locale.UK)).isEqualTo("1\u00A0December 2026");
        assertThat(DayText.text(FIRST.plusDays(1), Locale.FRANCE)).isEqualTo("2\u00A0décembre 2026");
    }

    @Test
    void shortensForTables() {
        assertThat(DayText.row(FIRST, Locale.FRANCE)).isEqualTo("1er\u00A0déc. 2026");
        assertThat(DayText.brief(FIRST, Locale.FRANCE)).isEqualTo("1er\u00A0déc.");
        assertThat(DayText.inYear(FIRST, Locale.FRANCE)).isEqualTo("1er\u00A0décembre");
    }

    @Test
    void saysTheHourOfThePlace() {
        Instant at = Instant.parse("2026-11-30T23:05:00Z");
        assertThat(DayText.moment(at, PARIS, Locale.FRANCE)).isEqualTo("1er\u00A0décembre 2026 à 00:05");
        assertThat(DayText.moment(at, PARIS, Locale.UK)).isEqualTo("1\u00A0December 2026 at 00:05");
        assertThat(DayText.hour(at.atZone(PARIS), Locale.FRANCE)).isEqualTo("0 h 05");
    }
}

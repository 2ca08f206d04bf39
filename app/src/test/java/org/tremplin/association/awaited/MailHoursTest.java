package org.tremplin.association.awaited;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tremplin.identity.Reminders;

class MailHoursTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant LONG_AGO = at("2026-11-10T10:00");

    @Test
    void writesByDayOnly() {
        assertThat(daily("2026-11-16T07:59", LONG_AGO, null)).isFalse();
        assertThat(daily("2026-11-16T08:00", LONG_AGO, null)).isTrue();
        assertThat(daily("2026-11-16T19:59", LONG_AGO, null)).isTrue();
        assertThat(daily("2026-11-16T20:00", LONG_AGO, null)).isFalse();
        assertThat(daily("2026-11-16T23:30", LONG_AGO, null)).isFalse();
    }

    @Test
    void writesOnceADayOfTheAssociationsZone() {
        assertThat(daily("2026-11-16T18:00", LONG_AGO, at("2026-11-16T08:00"))).isFalse();
        assertThat(daily("2026-11-17T08:00", LONG_AGO, at("2026-11-16T19:50"))).isTrue();
        ZoneId reunion = ZoneId.of("Indian/Reunion");
        // 06:00 in Paris is 09:00 there
        assertThat(MailHours.open(Reminders.DAILY, at("2026-11-16T06:00"), reunion, LONG_AGO, null))
                .isTrue();
    }

    @Test
    void waitsUntilASittingIsOver() {
        assertThat(daily("2026-11-16T10:30", at("2026-11-16T10:00"), null)).isFalse();
        assertThat(daily("2026-11-16T11:00", at("2026-11-16T10:00"), null)).isTrue();
    }

    @Test
    void leavesTheChoiceToThePerson() {
        Instant night = at("2026-11-16T23:30");
        assertThat(MailHours.open(Reminders.AT_ONCE, night, PARIS, night, night))
                .isTrue();
        assertThat(MailHours.open(Reminders.NEVER, at("2026-11-16T10:00"), PARIS, LONG_AGO, null))
                .isFalse();
        assertThat(Reminders.ofCode("at-once")).isEqualTo(Reminders.AT_ONCE);
        assertThat(Reminders.ofCode("?")).isEqualTo(Reminders.DAILY);
    }

    private static boolean daily(String now, Instant oldest, @Nullable Instant last) {
        return MailHours.open(Reminders.DAILY, at(now), PARIS, oldest, last);
    }

    private static Instant at(String there) {
        return LocalDateTime.parse(there).atZone(PARIS).toInstant();
    }
}

package org.tremplin.campaign.follow;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.tremplin.campaign.Update;

/**
 * When an update is to be public, and why it is changed, as it was typed.
 *
 * @param when {@code maintenant} or {@code plus-tard}
 */
record Asked(String when, String day, String hour, String why) {

    static Asked none() {
        return new Asked("", "", "", "");
    }

    /** What was typed, else the hour it is on the calendar for. */
    Asked proposed(Update update, ZoneId zone) {
        Instant at = update.publishAt();
        if (!when.isEmpty() || at == null) {
            return this;
        }
        ZonedDateTime there = at.atZone(zone);
        return new Asked(
                "plus-tard",
                there.toLocalDate().toString(),
                there.toLocalTime().withSecond(0).withNano(0).toString(),
                why);
    }
}

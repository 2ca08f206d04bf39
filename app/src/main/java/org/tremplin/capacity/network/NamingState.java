package org.tremplin.capacity.network;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner stands that may be named outside, for its page in the workspace.
 *
 * @param said {@code NONE}, {@code ASKED} or what was said
 * @param on day of it; none when the partner was never asked
 * @param to where the mail went; none once answered or forgotten
 * @param other the name it was asked about, when it has another one now; empty otherwise
 * @param again first day on which it may be asked again after a no; none when it may be today
 * @param email as typed
 */
record NamingState(
        String said,
        @Nullable LocalDate on,
        @Nullable String to,
        String other,
        @Nullable LocalDate again,
        String email) {

    static final NamingState NEVER = new NamingState("NONE", null, null, "", null, "");

    static NamingState of(Naming naming, Clock clock, ZoneId zone) {
        Naming.Said answer = naming.answer();
        Instant at = naming.answeredAt();
        String other = naming.renamed() ? naming.name() : "";
        if (answer == null || at == null) {
            return new NamingState(
                    "ASKED", LocalDate.ofInstant(naming.askedAt(), zone), naming.email(), other, null, "");
        }
        Instant waits = at.plus(Namings.AFTER_NO);
        boolean again = naming.agreed() || !waits.isAfter(clock.instant());
        return new NamingState(
                answer.name(),
                LocalDate.ofInstant(at, zone),
                null,
                other,
                again ? null : LocalDate.ofInstant(waits, zone).plusDays(1),
                "");
    }

    NamingState typed(String typed) {
        return new NamingState(said, on, to, other, again, typed);
    }

    /** Code of the sentence: beside another name a yes opens nothing. */
    public String sentence() {
        return to != null ? said + ".to" : said.equals("YES") && !other.isEmpty() ? said + ".other" : said;
    }

    /** Whether asking is the next thing to do here; else it is folded away. */
    public boolean open() {
        return !email.isEmpty() || !other.isEmpty() || !said.equals("ASKED") && !said.equals("YES");
    }
}

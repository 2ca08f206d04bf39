package org.tremplin.capacity.exchange;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.NeedKind;
import org.tremplin.platform.web.Language;

/**
 * What somebody offers to give beside money.
 *
 * @param need the need it answers; none when it was left for whoever can use it
 * @param until last day on which it can be given
 * @param token opens the page where they confirm, agree and withdraw; only their mails hold it
 * @param confirmedAt none until they pressed the button of the mailed page
 */
record Offer(
        UUID id,
        @Nullable UUID need,
        String name,
        String email,
        Language language,
        NeedKind kind,
        String what,
        @Nullable Integer hours,
        String department,
        boolean remote,
        LocalDate until,
        String token,
        Instant askedAt,
        @Nullable Instant confirmedAt) {

    static final String COLUMNS = """
            offer.id as offer_id, offer.need_id as answered, offer.name, offer.email, offer.language,
            offer.kind as offer_kind, offer.what, offer.hours as offer_hours, offer.department as offer_department,
            offer.remote as offer_remote, offer.until_on as offer_until, offer.token, offer.asked_at as offered_at,
            offer.confirmed_at
            """;

    static Offer of(Readable row) {
        Short hours = row.get("offer_hours", Short.class);
        return new Offer(
                row.get("offer_id", UUID.class),
                row.get("answered", UUID.class),
                Need.text(row, "name"),
                Need.text(row, "email"),
                Language.ofCode(Need.text(row, "language")),
                NeedKind.valueOf(Need.text(row, "offer_kind")),
                Need.text(row, "what"),
                hours == null ? null : hours.intValue(),
                Need.text(row, "offer_department"),
                Boolean.TRUE.equals(row.get("offer_remote", Boolean.class)),
                row.get("offer_until", LocalDate.class),
                Need.text(row, "token"),
                row.get("offered_at", Instant.class),
                row.get("confirmed_at", Instant.class));
    }

    public boolean confirmed() {
        return confirmedAt != null;
    }

    boolean passed(LocalDate today) {
        return until.isBefore(today);
    }

    /** Its page, under the language's root. */
    public String page() {
        return "/aide/" + token;
    }

    /** Not for logs. */
    @Override
    public String toString() {
        return "offer " + id;
    }
}

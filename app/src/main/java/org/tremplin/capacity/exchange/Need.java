package org.tremplin.capacity.exchange;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.HelpAsked;
import org.tremplin.capacity.NeedKind;

/**
 * Something a campaign can be helped with.
 *
 * @param origin {@code line:…}, {@code gap:…} or {@code own:…}
 * @param label empty for a gap whose words the association has still to write
 * @param department code; empty = the campaign did not say where it is
 */
record Need(
        UUID id,
        UUID campaign,
        String origin,
        NeedKind kind,
        String label,
        String detail,
        @Nullable Integer hours,
        String department,
        boolean remote,
        @Nullable LocalDate until,
        State state) {

    static final String COLUMNS = """
            need.id as need_id, need.campaign_id, need.origin, need.kind as need_kind, need.label, need.detail,
            need.hours as need_hours, need.department as need_department, need.remote as need_remote,
            need.until_on as need_until, need.state as need_state
            """;

    /** Still of use on {@code :today}. */
    static final String ASKED = "need.state = 'PUBLIC' and (need.until_on is null or need.until_on >= :today) ";

    enum State {
        PROPOSED,
        PUBLIC,
        CLOSED
    }

    /** Key of the words proposed for a gap. */
    public String gap() {
        return origin.startsWith("gap:") ? "exchange.gap." + origin.substring(4) : "";
    }

    /** Public, but asked for no more: its last day has passed. */
    boolean past(LocalDate today) {
        return state == State.PUBLIC && until != null && until.isBefore(today);
    }

    HelpAsked.Asked asked() {
        return new HelpAsked.Asked(id, kind, label, detail, hours, department, remote, until);
    }

    static Need of(Readable row) {
        Short hours = row.get("need_hours", Short.class);
        return new Need(
                row.get("need_id", UUID.class),
                row.get("campaign_id", UUID.class),
                text(row, "origin"),
                NeedKind.valueOf(text(row, "need_kind")),
                text(row, "label"),
                text(row, "detail"),
                hours == null ? null : hours.intValue(),
                text(row, "need_department"),
                Boolean.TRUE.equals(row.get("need_remote", Boolean.class)),
                row.get("need_until", LocalDate.class),
                State.valueOf(text(row, "need_state")));
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNullElse(row.get(column, String.class), "");
    }
}

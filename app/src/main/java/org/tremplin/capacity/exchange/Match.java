package org.tremplin.capacity.exchange;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A need and an offer that may meet.
 *
 * @param offer none once the person was forgotten
 * @param by the member of the association who said yes, and whose address the other side then sees
 * @param followOn from this day both sides are asked whether it happened
 */
record Match(
        UUID id,
        Need need,
        @Nullable Offer offer,
        State state,
        @Nullable UUID by,
        @Nullable LocalDate followOn,
        @Nullable Integer hours,
        String title,
        String slug,
        String language,
        UUID association) {

    static final String SELECT = "select match.id as match_id, match.state as match_state, match.association_by,"
            + " match.follow_on, match.hours as match_hours, c.title, c.slug, c.language as campaign_language,"
            + " c.association_id, " + Need.COLUMNS + ", " + Offer.COLUMNS + """
            from capacity.help_match match join capacity.need need on need.id = match.need_id
            join capacity.help_campaign c on c.campaign_id = need.campaign_id
            left join capacity.offer offer on offer.id = match.offer_id
            """;

    /** Who has to say something next: the association, the person, the association, nobody. */
    enum State {
        PROPOSED,
        DECLINED,
        ASKED,
        REFUSED,
        AGREED,
        DONE,
        NOT_DONE
    }

    static Match of(Readable row) {
        Short hours = row.get("match_hours", Short.class);
        return new Match(
                row.get("match_id", UUID.class),
                Need.of(row),
                row.get("offer_id", UUID.class) == null ? null : Offer.of(row),
                State.valueOf(Need.text(row, "match_state")),
                row.get("association_by", UUID.class),
                row.get("follow_on", LocalDate.class),
                hours == null ? null : hours.intValue(),
                Need.text(row, "title"),
                Need.text(row, "slug"),
                Need.text(row, "campaign_language"),
                row.get("association_id", UUID.class));
    }

    /** Names and addresses are shown from here on. */
    boolean agreed() {
        return state == State.AGREED || state == State.DONE || state == State.NOT_DONE;
    }
}

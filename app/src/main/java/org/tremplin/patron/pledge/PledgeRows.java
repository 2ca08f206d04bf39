package org.tremplin.patron.pledge;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.CampaignId;
import org.tremplin.platform.web.Language;

/** Reads promises from their rows. */
final class PledgeRows {

    static final String PLEDGE = """
            p.id, p.association_id, p.campaign_id, p.edition, p.line_id, p.kind, p.cents, p.in_kind, p.organisation,
            p.legal_form, p.siren, p.street, p.postal_code, p.city, p.first_name, p.last_name, p.signs_as, p.email,
            p.language, p.name_public, p.amount_public, p.discreet, p.agreement, p.reading, p.fingerprint, p.ends_on, p.answer_by,
            p.state, p.proposed_at, p.patron_accepted_at, p.accepted_at, p.ended_at, p.ended_why
            """;

    /** For lists and sums: without the words both accepted. */
    static final String WITHOUT_TEXT = PLEDGE.replace("p.agreement, p.reading,", "'' as agreement, '' as reading,");

    static final String INSTALMENT = """
            i.pledge_id, i.number, i.cents, i.condition, i.due_on, i.about_id, i.about, i.reference, i.pay_key,
            i.released_on, i.withdrawn_on, gifts.net
            from patron.instalment i
            cross join lateral (select coalesce(sum(g.cents - g.returned_cents), 0)::bigint as net
              from patron.instalment_gift g where g.pledge_id = i.pledge_id and g.number = i.number) gifts
            """;

    private PledgeRows() {}

    /** Without its instalments. */
    static Pledge pledge(Readable row) {
        return new Pledge(
                Objects.requireNonNull(row.get("id", UUID.class)),
                new AssociationId(Objects.requireNonNull(row.get("association_id", UUID.class))),
                new CampaignId(Objects.requireNonNull(row.get("campaign_id", UUID.class))),
                Objects.requireNonNull(row.get("edition", Integer.class)),
                row.get("line_id", UUID.class),
                Pledge.Kind.valueOf(text(row, "kind")),
                Objects.requireNonNull(row.get("cents", Long.class)),
                text(row, "in_kind"),
                new Pledge.Signer(
                        text(row, "organisation"),
                        text(row, "legal_form"),
                        text(row, "siren"),
                        text(row, "street"),
                        text(row, "postal_code"),
                        text(row, "city"),
                        text(row, "first_name"),
                        text(row, "last_name"),
                        text(row, "signs_as"),
                        text(row, "email"),
                        Language.ofCode(text(row, "language"))),
                Boolean.TRUE.equals(row.get("name_public", Boolean.class)),
                Boolean.TRUE.equals(row.get("amount_public", Boolean.class)),
                Boolean.TRUE.equals(row.get("discreet", Boolean.class)),
                text(row, "agreement"),
                text(row, "reading"),
                text(row, "fingerprint"),
                Objects.requireNonNull(row.get("ends_on", LocalDate.class)),
                Objects.requireNonNull(row.get("answer_by", Instant.class)),
                PledgeState.valueOf(text(row, "state")),
                Objects.requireNonNull(row.get("proposed_at", Instant.class)),
                row.get("patron_accepted_at", Instant.class),
                row.get("accepted_at", Instant.class),
                row.get("ended_at", Instant.class),
                text(row, "ended_why"),
                List.of());
    }

    static Instalment instalment(Readable row) {
        return new Instalment(
                Objects.requireNonNull(row.get("pledge_id", UUID.class)),
                Objects.requireNonNull(row.get("number", Integer.class)),
                Objects.requireNonNull(row.get("cents", Long.class)),
                new Condition(
                        Condition.Kind.valueOf(text(row, "condition")),
                        row.get("due_on", LocalDate.class),
                        row.get("about_id", UUID.class),
                        text(row, "about")),
                text(row, "reference"),
                text(row, "pay_key"),
                row.get("released_on", LocalDate.class),
                row.get("withdrawn_on", LocalDate.class),
                Objects.requireNonNull(row.get("net", Long.class)));
    }

    static Pledge with(Pledge one, List<Instalment> instalments) {
        return new Pledge(
                one.id(),
                one.association(),
                one.campaign(),
                one.edition(),
                one.line(),
                one.kind(),
                one.cents(),
                one.inKind(),
                one.signer(),
                one.namePublic(),
                one.amountPublic(),
                one.discreet(),
                one.agreement(),
                one.reading(),
                one.fingerprint(),
                one.endsOn(),
                one.answerBy(),
                one.state(),
                one.proposedAt(),
                one.patronAcceptedAt(),
                one.acceptedAt(),
                one.endedAt(),
                one.endedWhy(),
                instalments);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}

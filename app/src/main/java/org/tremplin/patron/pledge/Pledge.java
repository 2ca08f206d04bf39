package org.tremplin.patron.pledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.CampaignId;
import org.tremplin.platform.web.Language;

/**
 * What a firm or a foundation promises a campaign.
 *
 * @param edition of the campaign when it was proposed
 * @param line it is for, none for the whole
 * @param inKind what is given otherwise than in money, at {@code cents} of cost; empty for money
 * @param agreement in French, which binds
 * @param discreet was to be named without its amount once, and both may be read of old: for good
 * @param reading the same in English
 * @param fingerprint SHA-256 of the agreement, lower-case hexadecimal
 * @param endsOn last day on which a condition may be met
 * @param answerBy until when both may accept
 * @param endedWhy what the association or the patron said; empty for nothing
 * @param instalments none for what is given in kind
 */
record Pledge(
        UUID id,
        AssociationId association,
        CampaignId campaign,
        int edition,
        @Nullable UUID line,
        Kind kind,
        long cents,
        String inKind,
        Signer signer,
        boolean namePublic,
        boolean amountPublic,
        boolean discreet,
        String agreement,
        String reading,
        String fingerprint,
        LocalDate endsOn,
        Instant answerBy,
        PledgeState state,
        Instant proposedAt,
        @Nullable Instant patronAcceptedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant endedAt,
        String endedWhy,
        List<Instalment> instalments) {

    Pledge {
        instalments = List.copyOf(instalments);
    }

    enum Kind {
        MONEY,
        /** Work or equipment at cost value: never in the books of money. */
        SKILLS
    }

    /**
     * The organisation and who signs for it.
     *
     * @param signsAs the role of who signs
     */
    record Signer(
            String organisation,
            String legalForm,
            String siren,
            String street,
            String postalCode,
            String city,
            String firstName,
            String lastName,
            String signsAs,
            String email,
            Language language) {

        String name() {
            return (firstName + " " + lastName).strip();
        }
    }

    /** Whether an acceptance still counts. */
    boolean open(Instant now) {
        return state == PledgeState.PROPOSED && now.isBefore(answerBy);
    }

    /** Whether it counts as promised. */
    boolean agreed() {
        return acceptedAt != null;
    }

    /** Agreed, and something may still come. */
    boolean running() {
        return state == PledgeState.ACCEPTED && (kind == Kind.SKILLS || outstandingCents() > 0);
    }

    /**
     * Its name was told and its amount is not to be known: in no public sum either, which would tell it; also once the name
     * is told no more, for then the sum would grow by it.
     */
    boolean silent() {
        return discreet && !(namePublic && amountPublic);
    }

    /** Whether to name it without its amount from now on would tell the amount, by which a public sum would shrink. */
    boolean summed() {
        return agreed() && !namePublic && !silent();
    }

    /** In kind, and the last day of its agreement passed without a word that it came. */
    boolean lapsed(LocalDate today) {
        return kind == Kind.SKILLS && state == PledgeState.ACCEPTED && today.isAfter(endsOn);
    }

    long receivedCents() {
        return sum(Instalment::receivedCents);
    }

    long awaitedCents() {
        return sum(Instalment::awaitedCents);
    }

    long dueCents() {
        return sum(Instalment::dueCents);
    }

    long withdrawnCents() {
        return sum(Instalment::withdrawnCents);
    }

    /** Promised and still to come. */
    long outstandingCents() {
        return awaitedCents() + dueCents();
    }

    private long sum(ToLongFunction<Instalment> part) {
        return instalments.stream().mapToLong(part).sum();
    }
}

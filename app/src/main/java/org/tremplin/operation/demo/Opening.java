package org.tremplin.operation.demo;

import java.time.LocalDate;
import java.util.UUID;
import org.tremplin.association.Payee;
import org.tremplin.association.Profile;
import org.tremplin.campaign.Formalities;
import org.tremplin.campaign.Plan;
import org.tremplin.capacity.Preparation;

/**
 * An association and the campaign it opens, with days counted back from today.
 *
 * @param slug of the association
 * @param receipts why it may issue tax receipts; empty when it does not
 * @param iban of nobody: its check digits fit, its bank does not exist
 * @param campaign slug
 * @param preparation of its campaign, as it was told before it opened
 * @param paper name of its pitch and of its cover
 */
record Opening(
        int foundedDaysAgo,
        String slug,
        Profile profile,
        String receipts,
        String iban,
        int openedDaysAgo,
        int runsDays,
        String campaign,
        String paper,
        Preparation preparation,
        Planned plan) {

    LocalDate founded(LocalDate today) {
        return today.minusDays(foundedDaysAgo);
    }

    LocalDate opens(LocalDate today) {
        return today.minusDays(openedDaysAgo);
    }

    /** Its last day. */
    LocalDate closes(LocalDate today) {
        return opens(today).plusDays(runsDays - 1L);
    }

    Plan plan(UUID cover, LocalDate today, Papers papers) {
        return plan.with(cover, papers.pitch(paper + ".md"), opens(today), closes(today));
    }

    /** Its board decided on this day; the contact for personal data is its president's. */
    Formalities formalities(LocalDate decided) {
        return Formalities.said(
                decided,
                "Compte rendu du bureau, classeur des réunions",
                receipts.isEmpty(),
                DemoPerson.of(slug).get(0).email());
    }

    Payee.Transfer transfer() {
        return new Payee.Transfer(profile.name(), iban, null);
    }

    Payee.Cheque cheque() {
        return new Payee.Cheque(
                profile.name(),
                profile.name() + "\n" + profile.address().street() + "\n"
                        + profile.address().postalCode() + " "
                        + profile.address().city());
    }

    /** Writes the plan around what is made for it. */
    interface Planned {
        Plan with(UUID cover, String pitch, LocalDate opens, LocalDate closes);
    }
}

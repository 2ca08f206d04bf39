package org.tremplin.transparency.journal;

import org.jspecify.annotations.Nullable;
import org.tremplin.donation.DonationSettled;

/**
 * A gift as the journal tells it.
 *
 * @param company given by a company (CROD « mécénat »), not by a person
 * @param publicName the first name the donor asked to show, else nothing
 */
record SettledGift(
        DonationSettled fact, boolean company, @Nullable String publicName) {}

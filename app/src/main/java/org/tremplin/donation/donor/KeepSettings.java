package org.tremplin.donation.donor;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.tremplin.platform.privacy.Term;

/**
 * How long donors are known (rules.md 4).
 *
 * @param unpaid after a gift that nobody paid was last touched
 * @param names after the year of a gift without a receipt
 * @param followUp after the campaign closed, for donors who follow it
 * @param emails after the gift, for donors who did not object to further appeals
 * @param receipts after the year in which the receipts of a gift are written
 * @param words after a request for a refund was answered
 */
@ConfigurationProperties("tremplin.donation.keep")
record KeepSettings(Period unpaid, Period names, Period followUp, Period emails, Period receipts, Period words) {

    private static final String NAME = "tremplin.donation.keep.";

    Term unpaidTerm() {
        return new Term(NAME + "unpaid", unpaid)
                .atLeast(Period.ofDays(7), "a debit takes days")
                .atMost(Period.ofYears(1), "what was never given serves nobody");
    }

    Term namesTerm() {
        return new Term(NAME + "names", names)
                .atMost(Period.ofYears(2), "the accounts need the gift, not the donor's name");
    }

    Term followUpTerm() {
        return new Term(NAME + "follow-up", followUp).atMost(Period.ofYears(3), "the report is written by then");
    }

    Term emailsTerm() {
        return new Term(NAME + "emails", emails)
                .atMost(Period.ofYears(3), "the CNIL takes three years after the last contact for the most");
    }

    Term receiptsTerm() {
        return new Term(NAME + "receipts", receipts)
                .atLeast(Period.ofYears(6), "the law asks for six years (LPF art. L102 E)");
    }

    Term wordsTerm() {
        return new Term(NAME + "words", words).atMost(Period.ofYears(3), "an answered request serves nobody");
    }
}

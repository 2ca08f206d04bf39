package org.tremplin.transparency.evidence;

import java.util.List;
import org.tremplin.donation.TaxEstimate;
import org.tremplin.donation.TaxEstimate.FirmRate;
import org.tremplin.money.MoneyText;
import org.tremplin.transparency.Evidence;

/** What a gift costs a company and what it may have in return, in a few sentences; estimates by dated rates. */
final class FirmRows {

    /** The example of every page, so that pages compare. */
    private static final long EXAMPLE_CENTS = 2_000_00;

    private FirmRows() {}

    /** Nothing once no gift is taken. Without a declared right to receipts a gift costs what it is: nothing is promised. */
    static List<String> of(Evidence evidence, TaxEstimate tax, Words words) {
        String gift = money(EXAMPLE_CENTS, words);
        if (evidence.campaign().state() == Evidence.State.ENDED) {
            return List.of();
        }
        if (evidence.association().receipts() == null) {
            return List.of(words.text("evidence.firm.unsaid", gift));
        }
        return tax.firm(evidence.asOf())
                .map(rate -> List.of(
                        words.text(
                                "evidence.firm.cost",
                                gift,
                                money(rate.afterTaxCents(EXAMPLE_CENTS, 0), words),
                                rate.percent(),
                                rate.source()),
                        words.text(
                                "evidence.firm.ceiling",
                                money(rate.floorCents(), words),
                                rate.turnoverPerMille(),
                                rate.years(),
                                money(rate.thresholdCents(), words),
                                rate.beyondPercent()),
                        words.text(
                                "evidence.firm.counterpart",
                                rate.counterpartPercent(),
                                money(counterpart(rate), words),
                                gift),
                        words.text("evidence.firm.estimate", words.day(evidence.asOf()))))
                .orElse(List.of(words.text("evidence.firm.no-rate", gift)));
    }

    private static long counterpart(FirmRate rate) {
        return EXAMPLE_CENTS * rate.counterpartPercent() / 100;
    }

    private static String money(long cents, Words words) {
        return MoneyText.brief(cents, words.locale());
    }
}

package org.tremplin.donation.give;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Register;

/**
 * What the gift form shows.
 *
 * @param receiptBy until when the treasurer writes receipts; none when the association declared no right to them
 * @param costs text of what covering the fees adds
 * @param sensitive the cause tells something of its donors: no name is offered to the journal
 * @param free the presets' radio that opens the free amount is chosen
 */
record GivePage(
        String slug,
        String title,
        String campaignLanguage,
        String association,
        String associationSlug,
        List<Preset> presets,
        List<Line> lines,
        @Nullable String receiptBy,
        String statement,
        List<Register> registers,
        String above,
        String below,
        GiftForm form,
        boolean free,
        boolean sensitive,
        String key,
        Fees fees,
        List<Choice> means) {

    /** Whether one of the means goes through the provider. */
    public boolean online() {
        return means.stream().anyMatch(Choice::online);
    }

    /** Unfolded unless the card is chosen: so the form asks for five things at most, and says what is open. */
    public boolean meansShown() {
        return means.stream()
                .noneMatch(choice -> choice.chosen() && choice.field().equals("carte"));
    }

    /** Whether one of them is sent by other ways. */
    public boolean offline() {
        return !means.stream().allMatch(Choice::online);
    }

    /** @param field what the form sends; @param online whether it is paid at the provider */
    record Choice(String field, boolean chosen, boolean online) {}

    /** Codes of the countries a receipt can go to. */
    public List<String> countries() {
        return GiftCheck.COUNTRIES;
    }

    /**
     * @param project what is left for the project after the estimated fee
     * @param tax what it costs after tax, when the association issues receipts
     */
    record Preset(
            String value,
            String label,
            String meaning,
            boolean chosen,
            String project,
            String fee,
            @Nullable String tax) {}

    record Line(String id, String label) {}

    /** The estimate of the fees, as a percentage and a fixed amount. */
    record Fees(String percent, String fixed) {}
}

package org.tremplin.patron.pledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One promise, for its patron and for the association.
 *
 * @param address of the page, without language
 * @param language of the campaign's own text
 * @param state {@code asked} (of the patron), {@code answer} (of the association), {@code agreed} or how it ended
 * @param patronOn day the patron accepted, or none
 * @param agreedOn day both had accepted, or none
 * @param endedOn day it ended, or none
 * @param running agreed, and something may still come
 * @param answerBy what to accept by
 * @param reading the agreement in English, which does not bind; empty on a French page
 * @param takes whether the campaign's association can be paid online now
 */
record PledgePage(
        String address,
        String association,
        String campaign,
        String slug,
        String language,
        String organisation,
        String signer,
        String email,
        String amount,
        boolean inKind,
        String what,
        String state,
        boolean running,
        @Nullable String patronOn,
        @Nullable String agreedOn,
        @Nullable String endedOn,
        String endedWhy,
        String answerBy,
        String endsOn,
        List<AgreementText.Article> agreement,
        List<AgreementText.Article> reading,
        String fingerprint,
        boolean namePublic,
        boolean amountPublic,
        List<Part> parts,
        Sums sums,
        Pay pay) {

    /**
     * One instalment.
     *
     * @param state name of an {@link InstalmentState}
     * @param condition as the agreement says it
     * @param payBy last day to pay; none while it waits
     * @param possible false when the plan in force promises that report, or has that line, no more
     * @param rest what is still to pay, as a field takes it
     * @param restCents the same, as the form carries it back
     * @param payable the patron is to pay it now
     * @param online its rest is no less than a gift by the form may be
     * @param receivable its transfer may be entered, released or not
     */
    record Part(
            int number,
            String amount,
            String condition,
            String state,
            String received,
            boolean partly,
            String restText,
            String rest,
            long restCents,
            String reference,
            @Nullable String payBy,
            boolean possible,
            boolean payable,
            boolean online,
            boolean receivable) {}

    /** Promised, and its parts, which never overlap. */
    record Sums(String promised, String awaited, String due, String received, String withdrawn, boolean anyWithdrawn) {}

    /** @param iban none when the association takes no transfers; @param online the means of the gift form */
    record Pay(
            @Nullable String holder,
            @Nullable String iban,
            @Nullable String bic,
            List<String> online) {}
}

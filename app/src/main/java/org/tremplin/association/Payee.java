package org.tremplin.association;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who receives gifts to an association, and how. Equal when the same money reaches the same place.
 *
 * @param card whether the provider takes cards now
 * @param debit whether it takes direct debits too
 * @param transfer none when the association gave no account
 * @param cheque none when it takes no cheques by mail
 */
public record Payee(
        boolean card,
        boolean debit,
        @Nullable Transfer transfer,
        @Nullable Cheque cheque) {

    public boolean accepts(Means means) {
        return switch (means) {
            case CARD -> card;
            case DEBIT -> debit;
            case TRANSFER -> transfer != null;
            case CHEQUE -> cheque != null;
            case CASH -> true;
        };
    }

    /** What a donor may choose; none when the form has to stay closed. */
    public List<Means> open() {
        return Means.onTheForm().stream().filter(this::accepts).toList();
    }

    /**
     * @param iban without blanks
     * @param bic none when it was not given: within the euro zone none is needed
     */
    public record Transfer(
            String holder, String iban, @Nullable String bic) {

        /** In groups of four, as it is printed. */
        public String ibanText() {
            return Iban.text(iban);
        }
    }

    /**
     * @param order to whom it is made out
     * @param address where it is sent; several lines
     */
    public record Cheque(String order, String address) {}
}

package org.tremplin.association;

import java.util.List;

/** How money may reach an association; none is worth less than another. */
public enum Means {
    CARD("carte"),
    /** SEPA direct debit, through the same provider as the card. */
    DEBIT("prelevement"),
    TRANSFER("virement"),
    CHEQUE("cheque"),
    /** Handed over: entered by whoever keeps the money, never on the form. */
    CASH("especes");

    private static final List<Means> ON_THE_FORM = List.of(CARD, DEBIT, TRANSFER, CHEQUE);

    private final String field;

    Means(String field) {
        this.field = field;
    }

    /** What forms send for it, see the contract. */
    public String field() {
        return field;
    }

    /** Whether the donor pays at the provider, at once. */
    public boolean atProvider() {
        return this == CARD || this == DEBIT;
    }

    /** Those a donor may choose, in the order of the form. */
    public static List<Means> onTheForm() {
        return ON_THE_FORM;
    }
}

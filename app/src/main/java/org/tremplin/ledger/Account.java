package org.tremplin.ledger;

/** Accounts of the French chart that money moves on here (rules.md 7.4, ANC 2018-06 art. 320-2). */
public final class Account {

    /** Card payments on their way to the bank: equals the provider's balance. */
    public static final String PROVIDER = "5115";

    /** Cheques in the hands of the association or on their way to the bank. */
    public static final String CHEQUES = "5112";

    /** Cash in the box. */
    public static final String CASH = "530";

    /** What the accounts of resources from the generosity of the public begin with. */
    public static final String GENEROSITY = "754";

    /** Gifts by individuals, "dons manuels". */
    public static final String GIFTS = "75411";

    /** Gifts by firms, "mécénats". */
    public static final String PATRONAGE = "7542";

    /** Payment fees. */
    public static final String FEES = "627";

    /** Money that disputes hold until they are decided. */
    public static final String DISPUTED = "4677";

    /** The association's account at its bank. */
    public static final String BANK = "512";

    /** Invoices that are approved and not paid yet. */
    public static final String SUPPLIERS = "401";

    /** Money whose place in the books a person still has to find. */
    public static final String UNALLOCATED = "471";

    private Account() {}
}

package org.tremplin.transparency.verify;

/**
 * Holds what a file says of gifts and spending against the entries of a journal. Books and journal are written one
 * after the other, so that a figure agrees when it is the sum at the seal of the file or at any entry after it.
 */
public final class Tally {

    private final long giftsTold;
    private final long spentTold;
    private long gifts;
    private long spent;
    private boolean giftsAgree;
    private boolean spentAgree;

    /** In cents: gifts less refunds, and expenses with payment fees. */
    public Tally(long giftsTold, long spentTold) {
        this.giftsTold = giftsTold;
        this.spentTold = spentTold;
    }

    void add(String kind, long cents) {
        switch (kind) {
            case "gift" -> gifts += cents;
            case "refund" -> gifts -= cents;
            case "expense", "amendment", "fee" -> spent += cents;
            default -> {
                // moves no money
            }
        }
    }

    void compare() {
        giftsAgree |= gifts == giftsTold;
        spentAgree |= spent == spentTold;
    }

    public boolean giftsAgree() {
        return giftsAgree;
    }

    public boolean spentAgree() {
        return spentAgree;
    }
}

package org.tremplin.patron.pledge;

import org.tremplin.platform.web.Typed;

/**
 * What was typed on the desk and did not go through, to be corrected there.
 *
 * @param number of the instalment that came; 0 when nothing was typed of one
 * @param why the sentence for the patron
 */
record DeskTyped(int number, String day, String amount, String reference, String why) {

    static final DeskTyped NONE = new DeskTyped(0, "", "", "", "");

    static DeskTyped transfer(int number, Typed typed) {
        return new DeskTyped(number, typed.line("jour"), typed.line("montant"), typed.line("reference"), "");
    }

    static DeskTyped why(String typed) {
        return new DeskTyped(0, "", "", "", typed);
    }

    public boolean of(int instalment) {
        return number == instalment;
    }
}

package org.tremplin.donation.refund;

import java.util.regex.Pattern;
import org.tremplin.money.AmountText;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/**
 * As typed.
 *
 * @param cle once-only key: the same form sent twice is one refund
 * @param par how money is given back by hand, see {@link HandReturnController}
 * @param reponse to the donor who asked for it back
 */
record RefundForm(String montant, String cle, String par, String reponse) {

    static final RefundForm EMPTY = new RefundForm("", "", "", "");

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    static RefundForm of(Typed typed) {
        return new RefundForm(typed.line("montant"), typed.line("cle"), typed.line("par"), typed.text("reponse"));
    }

    /** Cents to give back; zero when none were typed. */
    long cents() {
        return AmountText.cents(montant).orElse(0);
    }

    /** What is wrong with the amount and the key. */
    Problems check() {
        Problems problems = new Problems();
        if (cents() == 0) {
            problems.add("montant", "refund.problem.amount");
        }
        return keyed() ? problems : problems.add("montant", "refund.problem.key");
    }

    RefundForm withKey() {
        return keyed() ? this : new RefundForm(montant, Tokens.random(), par, reponse);
    }

    private boolean keyed() {
        return KEY.matcher(cle).matches();
    }
}

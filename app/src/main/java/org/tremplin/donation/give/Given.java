package org.tremplin.donation.give;

import java.net.URI;
import java.util.function.Function;

/** How an attempt to give ended. */
sealed interface Given {

    <T> T fold(Cases<T> cases);

    /** What to do in each case. */
    record Cases<T>(
            Function<ToPay, T> toPay,
            Function<AlreadyPaid, T> alreadyPaid,
            Function<Promised, T> promised,
            Function<Waiting, T> waiting,
            Function<Unchanged, T> unchanged,
            Function<Refused, T> refused,
            Function<InLine, T> inLine) {}

    /** @param address the provider's page */
    record ToPay(String token, URI address) implements Given {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.toPay().apply(this);
        }
    }

    /** This form was paid before; another gift needs a new form. */
    record AlreadyPaid(String token) implements Given {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.alreadyPaid().apply(this);
        }
    }

    /** It will come by transfer or cheque; the gift's page says how. */
    record Promised(String token) implements Given {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.promised().apply(this);
        }
    }

    /**
     * The payment page cannot be opened now; the intent is kept.
     *
     * @param why start of the message keys: the provider cannot be reached, or too many wait in line
     * @param cents of the intent
     * @param mailed whether a link to finish it later went to the donor
     */
    record Waiting(String why, String token, long cents, boolean mailed) implements Given {

        static Waiting away(Started gift, boolean mailed) {
            return new Waiting("waiting", gift.token(), gift.cents(), mailed);
        }

        static Waiting full(Started gift, boolean mailed) {
            return new Waiting("full", gift.token(), gift.cents(), mailed);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.waiting().apply(this);
        }
    }

    /**
     * The donor changed a gift whose payment page is open, and the provider cannot be reached to close it: what was said
     * before still stands, and only that can be paid.
     *
     * @param cents that stand
     * @param wanted cents of the form that was not taken
     */
    record Unchanged(String token, long cents, long wanted) implements Given {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unchanged().apply(this);
        }
    }

    /**
     * The provider does not take what we ask; the intent is kept and the operator knows.
     *
     * @param cents of the intent
     * @param mailed whether a link to finish it later went to the donor
     */
    record Refused(String token, long cents, boolean mailed) implements Given {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refused().apply(this);
        }
    }

    /** Too many give at once: the donor waits for his turn on a page of his own. */
    record InLine(String token) implements Given {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.inLine().apply(this);
        }
    }
}

package org.tremplin.donation.give;

import java.net.URI;
import java.util.function.Function;

/** How an attempt to give ended. */
sealed interface Given {

    <T> T fold(
            Function<ToPay, T> toPay,
            Function<AlreadyPaid, T> alreadyPaid,
            Function<Promised, T> promised,
            Function<Waiting, T> waiting,
            Function<Unchanged, T> unchanged,
            Function<Refused, T> refused);

    /** @param address the provider's page */
    record ToPay(String token, URI address) implements Given {
        @Override
        public <T> T fold(
                Function<ToPay, T> toPay,
                Function<AlreadyPaid, T> alreadyPaid,
                Function<Promised, T> promised,
                Function<Waiting, T> waiting,
                Function<Unchanged, T> unchanged,
                Function<Refused, T> refused) {
            return toPay.apply(this);
        }
    }

    /** This form was paid before; another gift needs a new form. */
    record AlreadyPaid(String token) implements Given {
        @Override
        public <T> T fold(
                Function<ToPay, T> toPay,
                Function<AlreadyPaid, T> alreadyPaid,
                Function<Promised, T> promised,
                Function<Waiting, T> waiting,
                Function<Unchanged, T> unchanged,
                Function<Refused, T> refused) {
            return alreadyPaid.apply(this);
        }
    }

    /** It will come by transfer or cheque; the gift's page says how. */
    record Promised(String token) implements Given {
        @Override
        public <T> T fold(
                Function<ToPay, T> toPay,
                Function<AlreadyPaid, T> alreadyPaid,
                Function<Promised, T> promised,
                Function<Waiting, T> waiting,
                Function<Unchanged, T> unchanged,
                Function<Refused, T> refused) {
            return promised.apply(this);
        }
    }

    /** The provider cannot be reached; the intent is kept. @param cents of the intent */
    record Waiting(String token, long cents) implements Given {
        @Override
        public <T> T fold(
                Function<ToPay, T> toPay,
                Function<AlreadyPaid, T> alreadyPaid,
                Function<Promised, T> promised,
                Function<Waiting, T> waiting,
                Function<Unchanged, T> unchanged,
                Function<Refused, T> refused) {
            return waiting.apply(this);
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
        public <T> T fold(
                Function<ToPay, T> toPay,
                Function<AlreadyPaid, T> alreadyPaid,
                Function<Promised, T> promised,
                Function<Waiting, T> waiting,
                Function<Unchanged, T> unchanged,
                Function<Refused, T> refused) {
            return unchanged.apply(this);
        }
    }

    /** The provider does not take what we ask; the intent is kept and the operator knows. @param cents of the intent */
    record Refused(String token, long cents) implements Given {
        @Override
        public <T> T fold(
                Function<ToPay, T> toPay,
                Function<AlreadyPaid, T> alreadyPaid,
                Function<Promised, T> promised,
                Function<Waiting, T> waiting,
                Function<Unchanged, T> unchanged,
                Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }
}

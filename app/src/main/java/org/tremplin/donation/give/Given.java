package org.tremplin.donation.give;

import java.net.URI;
import java.util.function.Function;

/** How an attempt to give ended. */
sealed interface Given {

    <T> T fold(
            Function<ToPay, T> toPay,
            Function<AlreadyPaid, T> alreadyPaid,
            Function<Waiting, T> waiting,
            Function<Refused, T> refused);

    /** @param address the provider's page */
    record ToPay(String token, URI address) implements Given {
        @Override
        public <T> T fold(
                Function<ToPay, T> toPay,
                Function<AlreadyPaid, T> alreadyPaid,
                Function<Waiting, T> waiting,
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
                Function<Waiting, T> waiting,
                Function<Refused, T> refused) {
            return alreadyPaid.apply(this);
        }
    }

    /** The provider cannot be reached; the intent is kept. */
    record Waiting(String token) implements Given {
        @Override
        public <T> T fold(
                Function<ToPay, T> toPay,
                Function<AlreadyPaid, T> alreadyPaid,
                Function<Waiting, T> waiting,
                Function<Refused, T> refused) {
            return waiting.apply(this);
        }
    }

    /** The provider does not take what we ask; the intent is kept and the operator knows. */
    record Refused(String token) implements Given {
        @Override
        public <T> T fold(
                Function<ToPay, T> toPay,
                Function<AlreadyPaid, T> alreadyPaid,
                Function<Waiting, T> waiting,
                Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }
}

package org.tremplin.donation.give;

import java.net.URI;
import java.util.function.Function;

/** How an attempt to give ended. */
sealed interface Given {

    <T> T fold(Function<ToPay, T> toPay, Function<AlreadyPaid, T> alreadyPaid, Function<Waiting, T> waiting);

    /** @param address the provider's page */
    record ToPay(String token, URI address) implements Given {
        @Override
        public <T> T fold(
                Function<ToPay, T> toPay, Function<AlreadyPaid, T> alreadyPaid, Function<Waiting, T> waiting) {
            return toPay.apply(this);
        }
    }

    /** This form was paid before; another gift needs a new form. */
    record AlreadyPaid(String token) implements Given {
        @Override
        public <T> T fold(
                Function<ToPay, T> toPay, Function<AlreadyPaid, T> alreadyPaid, Function<Waiting, T> waiting) {
            return alreadyPaid.apply(this);
        }
    }

    /** The provider cannot be reached; the intent is kept. */
    record Waiting(String token) implements Given {
        @Override
        public <T> T fold(
                Function<ToPay, T> toPay, Function<AlreadyPaid, T> alreadyPaid, Function<Waiting, T> waiting) {
            return waiting.apply(this);
        }
    }
}

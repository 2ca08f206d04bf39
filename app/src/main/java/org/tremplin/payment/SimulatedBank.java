package org.tremplin.payment;

import java.net.URI;
import reactor.core.publisher.Mono;

/** Decides what the bank says of a simulated payment; there in demo without keys only. */
public interface SimulatedBank {

    /**
     * Tells the outcome by signed events through the intake every provider uses.
     *
     * @param session the last part of the payment page's address
     * @return where the payer's browser goes next; empty when there is no such session
     */
    Mono<URI> decide(String session, Outcome outcome);

    enum Outcome {
        PAID,
        /** Nothing is taken; the payer may try again on the same page. */
        DECLINED,
        /** A direct debit: checked out, the money comes in days. */
        PENDING,
        /** The direct debit came. */
        CONFIRMED,
        /** The direct debit failed. */
        BOUNCED,
        /** The payer leaves; the session stays open. */
        ABANDONED,
        /** Nobody came back in time. */
        EXPIRED
    }
}

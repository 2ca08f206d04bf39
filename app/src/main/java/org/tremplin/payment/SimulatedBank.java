package org.tremplin.payment;

import java.net.URI;
import java.util.UUID;
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

    /** The session that was opened for this payment; empty when there is none. */
    Mono<String> sessionOf(UUID payment);

    /** Tells again what our side does not know: whoever heard it was stopped before it was kept. */
    Mono<Void> tellAgain();

    /** Somebody gives this much of a paid session back in the provider's dashboard; gives its id, empty when it cannot. */
    Mono<String> refund(String session, long cents);

    /** Days later the payer's bank does not want a refund: it comes back into the balance. */
    Mono<Void> sendBack(String refund);

    /** The payer's bank asks about a paid session, no money leaves; gives the dispute's id. */
    Mono<String> warn(String session);

    /** The payer's bank takes a paid session back, with a fee of 2,000 cents; gives the dispute's id. */
    Mono<String> dispute(String session);

    /**
     * How a dispute goes on. Opened: the money of a warning is withdrawn. Won: money and fee come back. Lost, prevented or
     * closed: what was withdrawn stays away.
     */
    Mono<Void> move(String dispute, DisputeState next);

    /**
     * Weeks later the payer has a direct debit returned: lost at once, without a fee; gives the dispute's id. Empty when
     * the money went back before.
     */
    Mono<String> returnDebit(String session);

    /** This much of the balance goes to the bank account; no event tells of it, the sweep finds it. */
    Mono<Void> payOut(long cents);

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

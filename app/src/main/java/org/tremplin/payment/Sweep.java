package org.tremplin.payment;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Asks the provider for what it may have told us in vain: how open payments stand, which events did not arrive, what
 * moved the balance. Safe to run twice, or twice at once; over all instances one run at a time.
 */
public interface Sweep {

    /** Runs unless it is off, was run less than its interval ago, or runs elsewhere: then empty. */
    Mono<Swept> runIfDue();

    /** Runs now; empty when it runs elsewhere or there is no provider. */
    Mono<Swept> run();

    /** Cents of euros that the provider holds for us now; an error when it does not tell. */
    Mono<Long> balance();

    /** Whether balance and books were ever compared: before that, what lay on the account is in no book. */
    Mono<Boolean> everCompared();

    Mono<Void> compared();

    /**
     * What a run did.
     *
     * @param payments open payments that were read
     * @param events undelivered events that were taken in, those known already among them
     * @param movements of the balance that were looked at
     * @param fees that became known
     * @param handedOn refunds and disputes that were read, or are to be read by the pump
     * @param complete false when the provider stopped answering or there was more than one run takes: the next goes on
     * @param heldBefore cents of the balance before the run; none when the provider did not tell
     */
    record Swept(
            int payments,
            int events,
            int movements,
            int fees,
            int handedOn,
            boolean complete,
            @Nullable Long heldBefore) {

        public static Swept of(int payments, int events, int movements, int fees, int handedOn) {
            return new Swept(payments, events, movements, fees, handedOn, true, null);
        }

        public static Swept began(@Nullable Long heldBefore) {
            return new Swept(0, 0, 0, 0, 0, true, heldBefore);
        }

        public Swept and(Swept more) {
            return new Swept(
                    payments + more.payments,
                    events + more.events,
                    movements + more.movements,
                    fees + more.fees,
                    handedOn + more.handedOn,
                    complete && more.complete,
                    heldBefore);
        }

        /** There is more to do. */
        public Swept broken() {
            return new Swept(payments, events, movements, fees, handedOn, false, heldBefore);
        }
    }
}

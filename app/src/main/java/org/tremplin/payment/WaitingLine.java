package org.tremplin.payment;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Payers whose payment page cannot be opened at once, because the provider takes only so many a second. They are served in
 * order of arrival by the pump, never by their browser; a page that waits only reads where it stands.
 */
public interface WaitingLine {

    /**
     * Where this payment stands, and notes that its payer is still there: who was not seen for two minutes is passed
     * over, and keeps his place for half an hour.
     */
    Mono<Standing> see(UUID payment);

    /**
     * @param address of the payment page, once it is there
     * @param ahead how many are before him; @param passed how many were and are not any more
     * @param seconds until his turn, as far as can be told
     */
    record Standing(Where where, @Nullable URI address, long ahead, long passed, long seconds) {}

    /** Where a payment may stand. */
    enum Where {
        IN_LINE,
        /** The payment page is there. */
        READY,
        /** The provider did not answer, several times. */
        DOWN,
        /** The provider says no; an operator was told. */
        REFUSED,
        /** Nothing waits: it is over, paid or not, or was away too long. */
        NOWHERE
    }
}

package org.tremplin.donation.refund;

import java.util.List;
import java.util.function.Function;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/**
 * Hears one kind of what moves money after a gift.
 *
 * @param name in the log, never changed
 */
record OnMovement<F extends Record>(String name, Class<F> hears, Function<List<F>, Mono<Void>> book)
        implements OnBatch<F> {

    @Override
    public Mono<Void> handle(List<F> facts) {
        return book.apply(facts);
    }
}

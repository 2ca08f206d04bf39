package org.tremplin.platform.event;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Handles up to 64 facts in one transaction with their done marks; if it fails, each again alone. Locks rows in key
 * order and makes no call out.
 */
public non-sealed interface OnBatch<F extends Record> extends FactHandler<F> {

    Mono<Void> handle(List<F> facts);
}

package org.tremplin.platform.event;

import reactor.core.publisher.Mono;

/** Handles one fact and may call out: no transaction is held around the call. */
public non-sealed interface OnEach<F extends Record> extends FactHandler<F> {

    Mono<Void> handle(F fact);
}

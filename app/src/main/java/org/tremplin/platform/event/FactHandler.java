package org.tremplin.platform.event;

/** Hears one kind of fact, at least once each: so it is idempotent. See its two forms. */
public sealed interface FactHandler<F extends Record> permits OnBatch, OnEach {

    /** Stable name of this handler in the log. */
    String name();

    Class<F> hears();
}

package org.tremplin.capacity.vector;

import org.tremplin.capacity.Refusal;

/** Answers that cannot be scored; the refusal says which and why. */
final class BadVector extends RuntimeException {

    private final transient Refusal refusal;

    BadVector(Refusal refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    BadVector(String key, Object... arguments) {
        this(Refusal.of(key, arguments));
    }

    Refusal refusal() {
        return refusal;
    }
}

package org.tremplin.transparency.proof;

import org.jspecify.annotations.Nullable;

/**
 * What came of an act on a proof.
 *
 * @param problem end of the message key {@code proof.problem.…}; empty when it was done
 * @param proof as it was before; none where it could not be added
 */
record Answer(String problem, @Nullable Proof proof) {

    static Answer done(Proof proof) {
        return new Answer("", proof);
    }

    static Answer refused(String problem) {
        return new Answer(problem, null);
    }

    /** Of the sentence that says why not. */
    String key() {
        return "proof.problem." + problem;
    }

    boolean done() {
        return problem.isEmpty();
    }
}

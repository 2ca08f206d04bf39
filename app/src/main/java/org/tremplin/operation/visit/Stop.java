package org.tremplin.operation.visit;

import java.util.Optional;

/** The stops of the guided visit, in their order; {@code visit.stop.<number>} names each. */
enum Stop {
    GIVE,
    CLAIRE,
    CHEAT,
    DRAFT,
    SHOPKEEPER,
    YOURS;

    /** From 1. */
    public int number() {
        return ordinal() + 1;
    }

    static Optional<Stop> numbered(String text) {
        return text.matches("[1-6]") ? Optional.of(values()[Integer.parseInt(text) - 1]) : Optional.empty();
    }
}

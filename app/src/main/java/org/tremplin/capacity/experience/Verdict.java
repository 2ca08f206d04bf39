package org.tremplin.capacity.experience;

import java.util.Arrays;
import java.util.Optional;

/** What who runs the instance decides of a text. */
enum Verdict {
    ACCEPT("accepter", State.PUBLISHED, "accepted"),
    RETURN("renvoyer", State.RETURNED, "returned"),
    REFUSE("refuser", State.REFUSED, "refused");

    private final String field;
    private final State next;
    private final String act;

    Verdict(String field, State next, String act) {
        this.field = field;
        this.next = next;
        this.act = act;
    }

    /** By the value of its button. */
    static Optional<Verdict> of(String field) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.field.equals(field))
                .findFirst();
    }

    State next() {
        return next;
    }

    /** End of its name in the log of acts. */
    String act() {
        return act;
    }

    boolean saysWhy() {
        return this != ACCEPT;
    }
}

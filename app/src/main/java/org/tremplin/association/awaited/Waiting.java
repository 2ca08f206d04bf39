package org.tremplin.association.awaited;

import java.util.UUID;
import org.tremplin.association.Association;
import org.tremplin.association.AwaitedAct;

/** An act that waits for this person, and where. */
record Waiting(UUID person, AwaitedAct act, Association association) {

    /** Its page. */
    String page() {
        return home() + act.below();
    }

    String home() {
        return "/espace/" + association.slug();
    }
}

package org.tremplin.campaign;

import java.util.List;
import java.util.function.Function;

/** The answer to somebody who wants to publish. */
public sealed interface Publication {

    /** @param edition number of the edition now in force */
    record Published(int edition) implements Publication {}

    /** @param missing what has to be done first, never empty, in the order of the editor */
    record Refused(List<Missing> missing) implements Publication {}

    default <T> T fold(Function<Published, T> published, Function<Refused, T> refused) {
        return this instanceof Published done ? published.apply(done) : refused.apply((Refused) this);
    }
}

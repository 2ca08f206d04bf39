package org.tremplin.association;

import java.util.function.Function;

/** What came of founding an association. */
public sealed interface Founded {

    <T> T fold(Function<Association, T> done, Function<String, T> onlyOne);

    record Done(Association association) implements Founded {
        @Override
        public <T> T fold(Function<Association, T> done, Function<String, T> onlyOne) {
            return done.apply(association);
        }
    }

    /** An instance in single mode has its association already; to collect for others is a regulated activity. */
    record OnlyOne(String name) implements Founded {
        @Override
        public <T> T fold(Function<Association, T> done, Function<String, T> onlyOne) {
            return onlyOne.apply(name);
        }
    }
}

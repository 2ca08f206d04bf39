package org.tremplin.platform.security;

import org.tremplin.platform.TremplinSettings;

/** Keys for tests without Spring. */
public final class KeysForTests {

    private KeysForTests() {}

    public static Keys of(TremplinSettings settings) {
        return new Keys(settings);
    }
}

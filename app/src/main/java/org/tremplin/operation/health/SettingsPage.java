package org.tremplin.operation.health;

import java.util.List;

/**
 * The settings in force.
 *
 * @param chosen what somebody set, wherever that was
 * @param defaults the rest
 */
record SettingsPage(List<Line> chosen, List<Line> defaults) {

    /**
     * @param name as in the documents
     * @param value empty when there is none; of a secret never the value
     * @param secret whether the value is hidden
     */
    record Line(String name, String value, boolean secret, Origin origin) {}

    /** Where a value comes from, the strongest first. */
    enum Origin {
        COMMAND_LINE,
        JAVA,
        ENVIRONMENT,
        FILE,
        /** Found when the application started: the address of its own database. */
        START,
        DEFAULT
    }
}

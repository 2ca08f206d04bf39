package org.tremplin.capacity.grid;

import java.util.Arrays;
import java.util.Optional;

/** A figure that a condition of a card may ask for, besides the answers themselves. */
public enum Measure {
    /** Online practice beside its need, 0 to 100. */
    ADEQUACY_A("AD_A"),
    /** What is missing online to the need, 0 to 100. */
    GAP_A("gapA"),
    /** The answered part of the section on software, 0 to 1. */
    COVERAGE_B("coverageB"),
    /** Support by the network, 0 to 100. */
    SUPPORT("NS"),
    /** Relays beside their target, 0 to 100. */
    RELAYS("REL"),
    /** How many more relays the target asks for. */
    RELAYS_MISSING("relaysMissing"),
    /** Partners who bring visibility. */
    BRING_VISIBILITY("bringVIS"),
    /** Partners who bring information. */
    BRING_INFORMATION("bringINF"),
    /** How many contributions rest on one partner. */
    SINGLE_SOURCE("singleSource"),
    /** The shape of the network, by its place in the list. */
    SHAPE("quadrant"),
    /** Known ties of the known pairs, 0 to 1. */
    DENSITY("density"),
    /** Promises before the launch, 0 to 100. */
    MOMENTUM("MOM"),
    /** Hours asked for less hours planned. */
    HOURS_MISSING("hoursMissing"),
    /** The part of the hours that one person carries, 0 to 100. */
    LEAD_SHARE("leadShare"),
    /** How many gates are not met. */
    GATES_MISSING("gatesMissing");

    private final String key;

    Measure(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    static Optional<Measure> find(String key) {
        return Arrays.stream(values()).filter(known -> known.key.equals(key)).findFirst();
    }
}

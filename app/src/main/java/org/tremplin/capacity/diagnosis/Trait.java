package org.tremplin.capacity.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ids of what is asked besides the sections. Tokens have the names of orientations. */
final class Trait {

    /** Employees, as the smallest number of a band. */
    static final String STAFF = "staff";
    /** Euros a year, as the smallest number of a band. */
    static final String BUDGET = "budget";

    static final String REACH = "reach";
    /** What it wants to reach online, 0 to 100, when that is more than it needs. */
    static final String AIM = "aim";
    /** What else an association is, in no calculation; its field is one of the keys of the figures of peers. */
    static final List<String> DESCRIBED = List.of("volunteers", "founded", "field", "territory", "network");

    /** Not a trait but a question everybody answers, as the grid names it. */
    static final String AUDIENCE = "P9";

    /** {@code yes} where it is said that there is no partner. */
    static final String ALONE = "alone";

    private Trait() {}

    /** What is said of partners, as one answer: some are listed, or there are none. */
    static Map<String, String> with(int partners, Map<String, String> traits) {
        Map<String, String> all = new HashMap<>(traits);
        all.remove(ALONE, "no");
        if (partners > 0) {
            all.put(ALONE, "no");
        }
        return all;
    }

    /** Of all traits those in no calculation that were answered. */
    static Map<String, String> described(Map<String, String> traits) {
        Map<String, String> described = new HashMap<>(traits);
        described.keySet().retainAll(DESCRIBED);
        described.values().removeIf(AnswerCode.UNKNOWN::equals);
        return described;
    }
}

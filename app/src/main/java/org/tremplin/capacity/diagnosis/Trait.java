package org.tremplin.capacity.diagnosis;

/** Ids of what is asked besides the sections. Tokens have the names of orientations. */
final class Trait {

    /** Employees, as the smallest number of a band. */
    static final String STAFF = "staff";
    /** Euros a year, as the smallest number of a band. */
    static final String BUDGET = "budget";

    static final String REACH = "reach";
    /** What it wants to reach online, 0 to 100, when that is more than it needs. */
    static final String AIM = "aim";
    /** Not a trait but a question everybody answers, as the grid names it. */
    static final String AUDIENCE = "P9";

    private Trait() {}
}

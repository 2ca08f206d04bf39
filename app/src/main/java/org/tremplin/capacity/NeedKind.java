package org.tremplin.capacity;

/** What helps beside money. */
public enum NeedKind {
    SKILL,
    EQUIPMENT,
    TIME,
    LOAN;

    /** Whether an offer of that kind answers: a thing lent is a thing. */
    public boolean answeredBy(NeedKind offered) {
        return this == offered || thing() && offered.thing();
    }

    private boolean thing() {
        return this == EQUIPMENT || this == LOAN;
    }

    /** Key of its name. */
    public String key() {
        return "exchange.kind." + name();
    }
}

package org.tremplin.capacity.grid;

import org.tremplin.capacity.Ratio;

/** How a condition compares. */
public enum Comparison {
    AT_MOST("<="),
    AT_LEAST(">="),
    BELOW("<"),
    ABOVE(">"),
    IS("=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    public boolean holds(Ratio value, Ratio than) {
        int order = value.compareTo(than);
        return switch (this) {
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
            case BELOW -> order < 0;
            case ABOVE -> order > 0;
            case IS -> order == 0;
        };
    }
}

package org.tremplin.capacity.network;

import org.tremplin.capacity.PartnerType;

/** A shape for each type of partner, so that no type is told by a colour alone; drawn around the point 0, 0. */
final class Figure {

    /** No shape reaches farther from its middle. */
    static final double RADIUS = 19;

    private Figure() {}

    static String of(PartnerType type) {
        return switch (type) {
            case ASSOCIATION -> "M-15 0a15 15 0 1 0 30 0a15 15 0 1 0-30 0Z";
            case PUBLIC -> "M-13-13H13V13H-13Z";
            case COMPANY -> "M0-18 18 0 0 18-18 0Z";
            case FOUNDATION -> "M-9-15H9L17 0 9 15H-9L-17 0Z";
            case EDUCATION -> "M0-18 17 13H-17Z";
            case NETWORK -> "M-6-15H6L15-6V6L6 15H-6L-15 6V-6Z";
            case MEDIA -> "M0-17 16-4 10 14H-10L-16-4Z";
            case OTHER -> "M-15-11H15L11 11H-11Z";
        };
    }

    /** A number inside stands a little lower in a triangle. */
    static int middle(PartnerType type) {
        return type == PartnerType.EDUCATION ? 10 : 5;
    }
}

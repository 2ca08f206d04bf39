package org.tremplin.capacity.plan;

import org.tremplin.capacity.Component;
import org.tremplin.capacity.Section;

/** Which answers an action means to move. */
final class PlanSections {

    private PlanSections() {}

    static Section of(Component component) {
        return switch (component) {
            case A -> Section.A;
            case B -> Section.B;
            case NET -> Section.L;
            case GOV -> Section.G;
            case RES, PREP, MOM -> Section.PREP;
        };
    }
}

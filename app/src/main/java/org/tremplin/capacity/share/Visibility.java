package org.tremplin.capacity.share;

import static org.tremplin.capacity.share.Allowance.ALWAYS;
import static org.tremplin.capacity.share.Allowance.BY_CHOICE;
import static org.tremplin.capacity.share.Allowance.NEVER;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The one place that decides which row an audience sees (diagnosis.md 4g). Pure, held cell by cell by its test. */
public final class Visibility {

    /** Fewer partners would be named by their counts. */
    public static final int FEWEST_PARTNERS = 3;

    private Visibility() {}

    public static Allowance of(Shared row, Audience audience) {
        return switch (audience) {
            case ASSOCIATION -> ALWAYS;
            // a board reads what its team answered, not what weighs on whom
            case READER -> row == Shared.OBSTACLES ? NEVER : ALWAYS;
            case ADVISER -> ofAdviser(row);
            case PATRON -> ofPatron(row);
            case PUBLIC -> ofPublic(row);
        };
    }

    private static Allowance ofAdviser(Shared row) {
        return switch (row) {
            case GATES, PROMISES -> ALWAYS;
            case READINESS,
                    LABEL,
                    SECTIONS,
                    ANSWERS,
                    RESOURCES,
                    PARTNER_COUNTS,
                    NAMED_PARTNERS,
                    TIES,
                    OBSTACLES,
                    PLAN -> BY_CHOICE;
            case PEERS -> NEVER;
        };
    }

    private static Allowance ofPatron(Shared row) {
        return switch (row) {
            case GATES, RESOURCES, PROMISES, PARTNER_COUNTS -> ALWAYS;
            case LABEL, SECTIONS, NAMED_PARTNERS, PLAN -> BY_CHOICE;
            case READINESS, ANSWERS, TIES, OBSTACLES, PEERS -> NEVER;
        };
    }

    private static Allowance ofPublic(Shared row) {
        return switch (row) {
            case GATES, PROMISES -> ALWAYS;
            case RESOURCES, PARTNER_COUNTS, NAMED_PARTNERS, PLAN -> BY_CHOICE;
            case READINESS, LABEL, SECTIONS, ANSWERS, TIES, OBSTACLES, PEERS -> NEVER;
        };
    }

    /** What may be chosen for an audience, in the order of the table. */
    public static List<Shared> choices(Audience audience) {
        return Arrays.stream(Shared.values())
                .filter(row -> of(row, audience) == BY_CHOICE)
                .toList();
    }

    /** All that an audience sees. What was chosen but may not be is left out, whatever is stored. */
    public static Set<Shared> seen(Audience audience, Collection<Shared> chosen) {
        Set<Shared> seen = EnumSet.noneOf(Shared.class);
        for (Shared row : Shared.values()) {
            Allowance allowance = of(row, audience);
            if (allowance == ALWAYS || allowance == BY_CHOICE && chosen.contains(row)) {
                seen.add(row);
            }
        }
        return seen;
    }

    /** Whether so many partners may be counted by type before an audience. */
    public static boolean counted(int partners, Audience audience) {
        return switch (audience) {
            case ASSOCIATION, READER, ADVISER -> true;
            case PATRON, PUBLIC -> partners >= FEWEST_PARTNERS;
        };
    }
}

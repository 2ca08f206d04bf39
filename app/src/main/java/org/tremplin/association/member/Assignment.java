package org.tremplin.association.member;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Role;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/**
 * A role and its last day, as typed. An accountant always has a last day, a president never: an association must not
 * wake up without one.
 *
 * @param role name of a {@link Role}
 * @param until ISO date, empty for no end
 */
record Assignment(String role, String until) {

    static final String ROLE = "role";
    static final String UNTIL = "fin";

    static Assignment read(Typed typed) {
        return new Assignment(typed.line(ROLE), typed.line(UNTIL));
    }

    static Assignment of(Role role, @Nullable LocalDate until) {
        return new Assignment(role.name(), until == null ? "" : until.toString());
    }

    /** Those to choose from. */
    public List<Role> roles() {
        return List.of(Role.values());
    }

    /** @param today in the association's zone */
    Problems check(Problems problems, LocalDate today) {
        if (roleOrNull() == null) {
            problems.add(ROLE, "team.role.missing");
        }
        LocalDate end = untilOrNull();
        if (!until.isEmpty() && end == null) {
            problems.add(UNTIL, "team.until.unreadable");
        } else if (end != null && end.isBefore(today)) {
            problems.add(UNTIL, "team.until.past");
        } else if (end == null && roleOrNull() == Role.ACCOUNTANT) {
            problems.add(UNTIL, "team.until.missing");
        } else if (end != null && roleOrNull() == Role.PRESIDENT) {
            problems.add(UNTIL, "team.until.president");
        }
        return problems;
    }

    /** Once checked. */
    Role checkedRole() {
        return Role.valueOf(role);
    }

    @Nullable
    LocalDate untilOrNull() {
        return DayText.read(until);
    }

    private @Nullable Role roleOrNull() {
        return Arrays.stream(Role.values())
                .filter(known -> known.name().equals(role))
                .findFirst()
                .orElse(null);
    }
}

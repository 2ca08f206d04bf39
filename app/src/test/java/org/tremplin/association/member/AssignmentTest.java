package org.tremplin.association.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tremplin.platform.web.Problems;

class AssignmentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    @Test
    void asksForTheEndOfAnAccountant() {
        assertThat(problem("ACCOUNTANT", "", "fin")).isEqualTo("team.until.missing");
        assertThat(problem("ACCOUNTANT", "2026-11-16", "fin")).isEmpty();
    }

    @Test
    void givesAPresidentNoEnd() {
        assertThat(problem("PRESIDENT", "2027-01-01", "fin")).isEqualTo("team.until.president");
    }

    @Test
    void refusesDaysThatArePastOrUnreadable() {
        assertThat(problem("READER", "2026-11-15", "fin")).isEqualTo("team.until.past");
        assertThat(problem("READER", "31/12/2026", "fin")).isEqualTo("team.until.unreadable");
    }

    @Test
    void refusesARoleThatIsNone() {
        assertThat(problem("ADMIN", "", "role")).isEqualTo("team.role.missing");
    }

    private static String problem(String role, String until, String field) {
        Problems.Problem problem =
                new Assignment(role, until).check(new Problems(), TODAY).of(field);
        return problem == null ? "" : problem.key();
    }
}

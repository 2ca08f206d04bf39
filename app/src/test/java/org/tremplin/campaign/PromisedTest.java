package org.tremplin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tremplin.association.Role;

/** Lateness in whole days; the promised day is still on time. */
class PromisedTest {

    private static final LocalDate DUE = LocalDate.of(2026, 11, 20);

    @Test
    void isToComeUntilItsDayAndLateFromTheDayAfter() {
        assertThat(seen(DUE.minusDays(1), null).state()).isEqualTo(Promised.State.TO_COME);
        assertThat(seen(DUE, null).state()).isEqualTo(Promised.State.TODAY);
        Promised late = seen(DUE.plusDays(3), null);
        assertThat(late.state()).isEqualTo(Promised.State.LATE);
        assertThat(late.days()).isEqualTo(3);
    }

    @Test
    void staysAsLateAsItWasMade() {
        Promised made = seen(DUE.plusDays(60), DUE.plusDays(4));
        assertThat(made.state()).isEqualTo(Promised.State.MADE_LATE);
        assertThat(made.days()).isEqualTo(4);
        assertThat(seen(DUE.plusDays(60), DUE).state()).isEqualTo(Promised.State.ON_TIME);
        assertThat(seen(DUE.plusDays(60), DUE.minusDays(9)).days()).isZero();
    }

    private static Promised seen(LocalDate today, @Nullable LocalDate madeOn) {
        return Promised.on(
                today,
                new Plan.Promise(UUID.randomUUID(), Plan.Telling.UPDATE, "La serre est montée", DUE, Role.EDITOR),
                madeOn);
    }
}

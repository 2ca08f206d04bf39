package org.tremplin.donation.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tremplin.donation.Promise;

class ReferencesTest {

    @Test
    void hasEightSignsOfWhichNoneLooksLikeAnother() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(References.random())
                    .matches("[" + References.SIGNS + "]{8}")
                    .doesNotContainPattern("[0O1ILZ2S5B8UV]");
        }
    }

    @Test
    void isNeverTheSame() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(all.add(References.random())).isTrue();
        }
    }

    @Test
    void isFoundAsPeopleCopyIt() {
        assertThat(References.normal(" acde-fghj ")).isEqualTo("ACDEFGHJ");
        assertThat(Promise.text("ACDEFGHJ")).isEqualTo("ACDE-FGHJ");
    }
}

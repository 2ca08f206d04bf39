package org.tremplin.capacity.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of diagnosis.md 4g, cell by cell. */
class VisibilityTest {

    /** {@code +} always, {@code o} by choice, {@code -} never. */
    private static final String TABLE = """
            row             ASSOCIATION READER ADVISER PATRON PUBLIC
            GATES           +           +      +       +      +
            READINESS       +           +      o       -      -
            LABEL           +           +      o       o      -
            SECTIONS        +           +      o       o      -
            ANSWERS         +           +      o       -      -
            RESOURCES       +           +      o       +      o
            PROMISES        +           +      +       +      +
            PARTNER_COUNTS  +           +      o       +      o
            NAMED_PARTNERS  +           +      o       o      o
            TIES            +           +      o       -      -
            OBSTACLES       +           -      o       -      -
            PLAN            +           +      o       o      o
            PEERS           +           +      -       -      -
            """;

    private static final Map<String, Allowance> SIGNS =
            Map.of("+", Allowance.ALWAYS, "o", Allowance.BY_CHOICE, "-", Allowance.NEVER);

    @TestFactory
    Stream<DynamicTest> decidesEachCellAsTheTableSays() {
        List<String[]> lines = lines();
        return lines.stream()
                .skip(1)
                .flatMap(line -> Stream.of(1, 2, 3, 4, 5).map(at -> {
                    Audience audience = Audience.valueOf(lines.get(0)[at]);
                    return DynamicTest.dynamicTest(
                            line[0] + " × " + audience,
                            () -> assertThat(Visibility.of(Shared.valueOf(line[0]), audience))
                                    .isEqualTo(SIGNS.get(line[at])));
                }));
    }

    @Test
    void holdsEveryRowAndEveryAudience() {
        assertThat(lines().stream().skip(1).map(line -> line[0]))
                .containsExactly(Arrays.stream(Shared.values()).map(Enum::name).toArray(String[]::new));
        assertThat(Arrays.stream(lines().get(0)).skip(1))
                .containsExactly(
                        Arrays.stream(Audience.values()).map(Enum::name).toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource(
            value = Audience.class,
            names = {"READER", "PATRON", "PUBLIC"})
    void showsObstaclesToNobodyElseEvenWhenAllIsChosen(Audience audience) {
        assertThat(Visibility.seen(audience, EnumSet.allOf(Shared.class))).doesNotContain(Shared.OBSTACLES);
    }

    @Test
    void showsAnAdviserNoObstacleUnlessItWasChosen() {
        assertThat(Visibility.seen(Audience.ADVISER, List.of(Shared.ANSWERS)))
                .containsExactlyInAnyOrder(Shared.GATES, Shared.PROMISES, Shared.ANSWERS);
        assertThat(Visibility.seen(Audience.ADVISER, List.of(Shared.OBSTACLES))).contains(Shared.OBSTACLES);
    }

    @Test
    void countsPartnersForOthersFromThreeOn() {
        assertThat(Visibility.counted(2, Audience.PATRON)).isFalse();
        assertThat(Visibility.counted(3, Audience.PATRON)).isTrue();
        assertThat(Visibility.counted(2, Audience.PUBLIC)).isFalse();
        assertThat(Visibility.counted(1, Audience.ADVISER)).isTrue();
    }

    private static List<String[]> lines() {
        return TABLE.lines().map(line -> line.strip().split("\\s+")).toList();
    }
}

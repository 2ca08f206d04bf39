package org.tremplin.transparency.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LeafKindTest {

    @Test
    void keepsTheNamesThatStandInPublishedLeaves() {
        assertThat(Arrays.stream(LeafKind.values()).map(LeafKind::code))
                .containsExactly(
                        "gift",
                        "refund",
                        "fee",
                        "expense",
                        "approval",
                        "amendment",
                        "proof",
                        "update",
                        "report",
                        "budget",
                        "remainder",
                        "resource",
                        "agreement",
                        "key",
                        "tree");
    }
}

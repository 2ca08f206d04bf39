package org.tremplin.transparency.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tremplin.transparency.verify.Sha256;

class NewLeafTest {

    private static final NewLeaf UPDATE = NewLeaf.of(
            new UUID(0, 1), new Source("update", new UUID(0, 2), "published"), LeafKind.UPDATE, LocalDate.EPOCH);

    @Test
    void tellsOnlyWhatApplies() {
        assertThat(UPDATE.at(7, List.of()).canonical())
                .isEqualTo("{\"day\":\"1970-01-01\",\"kind\":\"update\",\"seq\":7,\"v\":1}");
    }

    @Test
    void vouchesForDocumentsAndTexts() {
        String fingerprint = "ab".repeat(32);
        Commitment title = Commitment.to("title", "La pompe est là");
        NewLeaf leaf = UPDATE.hashes(Map.of("text", fingerprint)).commitments(List.of(title));

        assertThat(leaf.at(0, List.of()).canonical())
                .contains("\"hashes\":{\"text\":\"" + fingerprint + "\"}")
                .contains("\"commitments\":{\"title\":\"" + Sha256.hex(title.hash()) + "\"}");
    }

    @Test
    void refusesWhatNoCheckerWouldTake() {
        assertThatThrownBy(() -> UPDATE.hashes(Map.of("text", "ABC"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UPDATE.refs(Collections.nCopies(17, UPDATE.source())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Commitment.to("reason", "x".repeat(Commitment.MOST + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void commitsToWhatCanBeStoredAndReadAgain() {
        assertThat(Commitment.to("reason", "a\0b\ud83d").text()).isEqualTo("ab?");
    }
}

package org.tremplin.transparency.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tremplin.money.Money;
import org.tremplin.transparency.verify.Sha256;

/** The published vector of {@code docs/journal.md}: who checks a journal relies on it, so it never changes. */
class LeafTest {

    private static final UUID CAMPAIGN = UUID.fromString("019ab000-0000-7000-8000-000000000001");
    private static final UUID LINE = UUID.fromString("019ab000-0000-7000-8000-000000000002");
    private static final Commitment CLAIRE = new Commitment(
            "name",
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"),
            "Claire");

    private static final Leaf GIFT = new Leaf(
            0,
            LeafKind.GIFT,
            LocalDate.of(2026, 11, 22),
            Money.euros(3000),
            LineCode.of(CAMPAIGN, LINE),
            "P1.2.a",
            List.of(),
            Map.of(),
            Map.of("name", Sha256.hex(CLAIRE.hash())));

    private static final Leaf FEE = new Leaf(
            1,
            LeafKind.FEE,
            LocalDate.of(2026, 11, 23),
            Money.euros(70),
            null,
            "C2.1",
            List.of(0L),
            Map.of(),
            Map.of());

    /** Claire's gift is shared from then on, by her yes. */
    private static final Leaf AGREEMENT = new Leaf(
            2,
            LeafKind.AGREEMENT,
            LocalDate.of(2026, 12, 5),
            Money.euros(3000),
            null,
            null,
            List.of(0L),
            Map.of(),
            Map.of());

    @Test
    void hasTheFormThatTheDocumentShows() throws Exception {
        String document = Files.readString(Path.of("../docs/journal.md"));

        assertThat(document)
                .contains("`" + LineCode.of(CAMPAIGN, LINE) + "`")
                .contains("`" + Sha256.hex(CLAIRE.hash()) + "`")
                .contains("\n" + GIFT.canonical() + "\n", "`" + Sha256.hex(GIFT.hash()) + "`")
                .contains("\n" + FEE.canonical() + "\n", "`" + Sha256.hex(FEE.hash()) + "`")
                .contains("\n" + AGREEMENT.canonical() + "\n", "`" + Sha256.hex(AGREEMENT.hash()) + "`");
    }

    @Test
    void leavesOutWhatDoesNotApply() {
        assertThat(FEE.canonical())
                .isEqualTo(
                        "{\"cents\":70,\"crod\":\"C2.1\",\"currency\":\"EUR\",\"day\":\"2026-11-23\",\"kind\":\"fee\","
                                + "\"refs\":[0],\"seq\":1,\"v\":1}");
    }

    @Test
    void isHashedAsALeafOfTheTree() {
        assertThat(GIFT.hash()).isEqualTo(Sha256.of(("\0" + GIFT.canonical()).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesToPointToALaterLeaf() {
        assertThatThrownBy(() -> new Leaf(
                        1, LeafKind.FEE, LocalDate.of(2026, 1, 1), null, null, null, List.of(1L), Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void commitsToTheSameNameDifferentlyEachTime() {
        assertThat(Commitment.to("name", "Claire").hash())
                .isNotEqualTo(Commitment.to("name", "Claire").hash());
    }
}

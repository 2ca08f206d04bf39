package org.tremplin.patron.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tremplin.transparency.EvidenceFile.Seal;

class BroughtFileTest {

    private static final URI ADDRESS = URI.create("https://dons.example/c/un-four/preuves.json");

    @Test
    void staysWhenThereIsNoTimeToCheckTheNewOne() {
        assertThat(kept(Seal.HOLDS).outweighs(now(Seal.NO_TIME))).isTrue();
        assertThat(kept(Seal.NOT_SIGNED).outweighs(now(Seal.NO_TIME))).isTrue();
    }

    @Test
    void givesWayToWhatWasCheckedOrCannotBe() {
        assertThat(kept(Seal.HOLDS).outweighs(now(Seal.JOURNAL_BROKEN))).isFalse();
        assertThat(kept(Seal.HOLDS).outweighs(now(Seal.NOT_GIVEN))).isFalse();
        assertThat(kept(Seal.HOLDS).outweighs(now(null))).isFalse();
        assertThat(kept(Seal.NO_TIME).outweighs(now(Seal.NO_TIME))).isFalse();
        assertThat(kept(null).outweighs(now(Seal.NO_TIME))).isFalse();
    }

    private static BroughtFile kept(@Nullable Seal seal) {
        return new BroughtFile(ADDRESS, Instant.EPOCH, seal);
    }

    private static Brought now(@Nullable Seal seal) {
        return new Brought.Read(new byte[0], ADDRESS, seal);
    }
}

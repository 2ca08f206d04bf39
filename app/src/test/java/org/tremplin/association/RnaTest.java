package org.tremplin.association;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RnaTest {

    @Test
    void isAWAndNineCharacters() {
        assertThat(Rna.valid("W751212517")).isTrue();
        assertThat(Rna.valid("W30100062")).isFalse();
        assertThat(Rna.valid("W3010006244")).isFalse();
        assertThat(Rna.valid("X301000624")).isFalse();
    }

    @Test
    void passesWithLettersButSaysItIsUnusual() {
        assertThat(Rna.valid("W9R2004567")).isTrue();
        assertThat(Rna.unusual("W9R2004567")).isTrue();
        assertThat(Rna.unusual("W751212517")).isFalse();
    }

    @Test
    void isReadAsPeopleTypeIt() {
        assertThat(Rna.normal(" w 751 212 517")).isEqualTo("W751212517");
    }
}

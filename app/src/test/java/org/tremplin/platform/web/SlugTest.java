package org.tremplin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SlugTest {

    @Test
    void readsLikeTheName() {
        assertThat(Slug.of("Les Jardins du Coin", "association")).isEqualTo("les-jardins-du-coin");
        assertThat(Slug.of("L’Œuvre d’Élan & Cie", "association")).isEqualTo("l-oeuvre-d-elan-cie");
    }

    @Test
    void fallsBackWhereLittleLatinIsLeft() {
        assertThat(Slug.of("جمعية", "association")).isEqualTo("association");
        assertThat(Slug.of("!", "association")).isEqualTo("association");
    }

    @Test
    void keepsReservedWordsForTheApplication() {
        assertThat(Slug.valid("nouvelle-association")).isFalse();
        assertThat(Slug.of("Demo", "association")).isEqualTo("association-demo");
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThat(Slug.valid("ab")).isFalse();
        assertThat(Slug.valid("a--b")).isFalse();
        assertThat(Slug.valid("-abc")).isFalse();
        assertThat(Slug.valid("Jardins")).isFalse();
        assertThat(Slug.valid("x".repeat(61))).isFalse();
    }

    @Property
    void isAlwaysValid(@ForAll @StringLength(max = 200) String name) {
        assertThat(Slug.valid(Slug.of(name, "association"))).isTrue();
    }

    @Property
    void staysValidWithANumber(
            @ForAll @StringLength(max = 200) String name, @ForAll @IntRange(min = 1, max = 9999) int number) {
        assertThat(Slug.valid(Slug.numbered(Slug.of(name, "association"), number)))
                .isTrue();
    }
}

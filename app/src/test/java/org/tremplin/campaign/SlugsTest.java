package org.tremplin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTest {

    @Test
    void readsLikeTheTitle() {
        assertThat(Slugs.of("Un puits et une serre pour le jardin partagé"))
                .isEqualTo("un-puits-et-une-serre-pour-le-jardin-partage");
        assertThat(Slugs.of("L’œuvre d’Anaïs : 2e été !")).isEqualTo("l-oeuvre-d-anais-2e-ete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "don", "admin", "Éte", "a--b", "-ab", "ab-", "a b", "a_b", "été"})
    void refuses(String slug) {
        assertThat(Slugs.valid(slug)).isFalse();
    }

    @Property
    void makesAValidSlugOfAnything(@ForAll String title) {
        assertThat(Slugs.of(title)).matches(Slugs::valid);
    }

    @Property
    void numbersAnySlug(@ForAll String title, @ForAll @IntRange(min = 2, max = 99_999) int number) {
        assertThat(Slugs.numbered(Slugs.of(title), number))
                .matches(Slugs::valid)
                .endsWith("-" + number);
    }
}

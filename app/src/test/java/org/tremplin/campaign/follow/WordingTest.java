package org.tremplin.campaign.follow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void givesEachWordingAFingerprintOfItsOwn() {
        String one = new Wording("Titre", "Texte", "", null).fingerprint();
        assertThat(one).matches("[0-9a-f]{64}");
        assertThat(new Wording("Titr", "eTexte", "", null).fingerprint()).isNotEqualTo(one);
        assertThat(new Wording("Titre", "Texte ", "", null).fingerprint()).isNotEqualTo(one);
    }

    @Test
    void asksForATitleAndATextBeforePublication() {
        assertThat(new Wording("", "", "", null).bounds().none()).isTrue();
        assertThat(new Wording("", " ", "", null).whole().count()).isEqualTo(2);
        assertThat(new Wording("T", "x", "http://video.example", null).whole().has("video"))
                .isTrue();
        assertThat(new Wording("T".repeat(121), "x", "", null).bounds().has("titre"))
                .isTrue();
    }

    @Test
    void tellsTheFirstWordsWithoutTheirMarks() {
        assertThat(NewsMails.excerpt("## Bravo\n\n**Huit cuves** [ici](https://a.example)"))
                .isEqualTo("Bravo Huit cuves ici");
        assertThat(NewsMails.excerpt("mot ".repeat(300))).hasSizeLessThan(410).endsWith("mot…");
    }
}

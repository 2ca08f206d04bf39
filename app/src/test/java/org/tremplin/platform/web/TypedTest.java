package org.tremplin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;

class TypedTest {

    @Test
    void holdsNothingThatNobodySees() {
        assertThat(typed("Jar\u200Bdins\u202E du\u2060 \uFEFFCoin\u00AD").line("a"))
                .isEqualTo("Jardins du Coin");
        assertThat(typed("Une\u200B ligne\r\n\u2066puis\u0007 une autre\u2069").text("a"))
                .isEqualTo("Une ligne\npuis une autre");
        assertThat(typed("\u200B").line("a")).isEmpty();
        assertThat(typed("\u200B\u2060").text("a")).isEmpty();
    }

    /** Persian is written with joiners, many emoji too. */
    @Test
    void keepsWhatLanguagesNeed() {
        assertThat(typed("می\u200Cخواهم").line("a")).isEqualTo("می\u200Cخواهم");
        assertThat(typed("👩\u200D🌾").text("a")).isEqualTo("👩\u200D🌾");
    }

    private static Typed typed(String value) {
        return new Typed(MultiValueMap.fromSingleValue(Map.of("a", value)));
    }
}

package org.tremplin.patron.find;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

class WantedTest {

    @Test
    void asksForEverythingByDefault() {
        Wanted all = wanted();
        assertThat(all.narrowed()).isFalse();
        assertThat(all.query()).isEmpty();
    }

    @Test
    void takesWhatCannotBeReadAsNotAsked() {
        Wanted odd = wanted(
                "cause",
                "guerre",
                "suivi",
                "pret",
                "tri",
                "preparation",
                "apres",
                "99999999999999999999~x",
                "c",
                "../a",
                "q",
                "\u0000 ",
                "preparation",
                "haute");
        assertThat(odd.narrowed()).isFalse();
        assertThat(odd.after()).isNull();
        assertThat(odd.compared()).isEmpty();
        assertThat(odd.query()).isEmpty();
    }

    @Test
    void standsWholeInItsAddress() {
        Wanted asked = wanted(
                "q",
                "vélo & \"pain\" {1}",
                "lieu",
                "Saint-Denis",
                "cause",
                "sport,culture",
                "besoin",
                "temps",
                "tri",
                "reste",
                "c",
                "un-puits,maillots",
                "apres",
                "-12~un-puits");
        MultiValueMap<String, String> read = new LinkedMultiValueMap<>();
        UriComponentsBuilder.fromUriString(asked.query(asked.after()))
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value ->
                        read.add(name, java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8))));
        assertThat(Wanted.of(read)).isEqualTo(asked);
    }

    @Test
    void keepsFourToCompareAtMost() {
        assertThat(wanted("c", "a,b,c,d,e").compared()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void boundsWhatIsTyped() {
        assertThat(wanted("q", "a".repeat(5_000)).words()).hasSize(100);
        assertThat(wanted("dep", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23")
                        .options(Facet.DEPARTMENT))
                .hasSizeLessThanOrEqualTo(20);
    }

    private static Wanted wanted(String... pairs) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            query.add(pairs[i], pairs[i + 1]);
        }
        return Wanted.of(query);
    }
}

package org.tremplin.site.discover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class SearchTest {

    @Test
    void asksForEverythingByDefault() {
        Search all = Search.of(new LinkedMultiValueMap<>());
        assertThat(all.narrowed()).isFalse();
        assertThat(all.offset()).isZero();
        assertThat(all.query(1)).isEmpty();
    }

    @Test
    void takesWhatCannotBeReadAsNotAsked() {
        Search odd = search("cause", "guerre", "page", "-3", "q", "\u0000 \t");
        assertThat(odd.narrowed()).isFalse();
        assertThat(odd.page()).isEqualTo(1);
        assertThat(search("page", "999").page()).isEqualTo(50);
    }

    @Test
    void tellsADepartmentFromATown() {
        assertThat(search("lieu", "2a").department()).isEqualTo("2A");
        assertThat(search("lieu", "974").department()).isEqualTo("974");
        assertThat(search("lieu", "Valmorin").town()).isEqualTo("Valmorin");
        assertThat(search("lieu", "99").department()).isEmpty();
    }

    @Test
    void keepsTheSearchOnTheNextPage() {
        Search jam = search("q", "vélo & \"pain\"", "lieu", "69");
        assertThat(jam.query(2)).isEqualTo("?q=v%C3%A9lo%20%26%20%22pain%22&lieu=69&page=2");
        assertThat(jam.more(9)).isFalse();
        assertThat(jam.more(10)).isTrue();
    }

    @Test
    void boundsWhatIsTyped() {
        assertThat(search("q", "a".repeat(5_000)).words()).hasSize(100);
    }

    private static Search search(String... pairs) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            query.add(pairs[i], pairs[i + 1]);
        }
        return Search.of(query);
    }
}

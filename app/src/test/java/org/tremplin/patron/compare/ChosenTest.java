package org.tremplin.patron.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

class ChosenTest {

    @Test
    void readsProjectsOneByOneOrInAList() {
        assertThat(of("c=un-jardin&c=une-serre").projects()).containsExactly("un-jardin", "une-serre");
        assertThat(of("c=un-jardin,une-serre,un-jardin").projects()).containsExactly("un-jardin", "une-serre");
    }

    @Test
    void takesFourAndTellsOfTheFifth() {
        Chosen five = of("c=a,b,c,d,e");
        assertThat(five.projects()).containsExactly("a", "b", "c", "d");
        assertThat(five.more()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatNobodyCanRead() {
        Chosen chosen = of("c=../etc&c=%3Cscript%3E&c=un-jardin&p-bilans=9&p-preuves=x&m1=%20%20");
        assertThat(chosen.projects()).containsExactly("un-jardin");
        assertThat(chosen.weights()).containsEntry(Criterion.REPORTS, 1).containsEntry(Criterion.PROVEN, 1);
        assertThat(chosen.own()).isEmpty();
    }

    @Test
    void keepsAllOfItInItsAddress() {
        Chosen chosen = of("c=a,b&p-bilans=3&p-recu=0&m1=pr%C3%A8s%20%26%20vite&m1-p=2&m1-0=oui&m1-1=non");
        assertThat(chosen.own()).containsExactly(new Chosen.Own("près & vite", 2, List.of(Fit.YES, Fit.NO)));
        assertThat(of(chosen.query().substring(1))).isEqualTo(chosen);
    }

    @Test
    void leavesAProjectOutWithItsAnswersOnly() {
        Chosen chosen = of("c=a,b,c&m1=pr%C3%A8s&m1-0=oui&m1-1=non&m1-2=oui").without("b");
        assertThat(chosen.projects()).containsExactly("a", "c");
        assertThat(chosen.own().get(0).fits()).containsExactly(Fit.YES, Fit.YES);
    }

    private static Chosen of(String query) {
        MultiValueMap<String, String> read =
                UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
        MultiValueMap<String, String> plain = new LinkedMultiValueMap<>();
        read.forEach((name, values) -> values.forEach(
                value -> plain.add(name, value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8))));
        return Chosen.of(plain);
    }
}

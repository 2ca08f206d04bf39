package org.tremplin.patron.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class ListedTest {

    private static final List<Project> ALL = List.of(
            SampleProjects.open("a", "sport", "Valmorin", "69", 0),
            SampleProjects.open("b", "sport", "Lyon 8e", "69", 800_00),
            SampleProjects.open("c", "culture", "Nantes", "44", 100_00),
            SampleProjects.ended("d", new Project.Kept(1, 1, 1, 0, 0), 80),
            SampleProjects.ended("e", new Project.Kept(1, 1, 1, 1, 9), 20));

    @Test
    void narrowsByEveryFacetAndByAnyOptionOfOne() {
        assertThat(slugs("cause", "sport", "stade", "en-cours")).containsExactly("a", "b");
        assertThat(slugs("dep", "69,44", "stade", "en-cours")).containsExactly("a", "b", "c");
        assertThat(slugs("reste", "rien")).isEmpty();
    }

    @Test
    void asksOfARecordAllThatIsTicked() {
        assertThat(slugs("suivi", "bilan")).containsExactly("d", "e");
        assertThat(slugs("suivi", "bilan,a-lheure")).containsExactly("d");
        assertThat(slugs("suivi", "bilan,rien-encore")).isEmpty();
    }

    @Test
    void countsWhatAnotherOptionWouldFind() {
        Listed listed = listed("cause", "sport", "stade", "en-cours");
        assertThat(listed.count(Facet.CAUSE, "culture")).isEqualTo(1);
        assertThat(listed.count(Facet.CAUSE, "sport")).isEqualTo(2);
        assertThat(listed.count(Facet.STAGE, "terminee")).isEqualTo(2);
        assertThat(listed.count(Facet.DEPARTMENT, "69")).isEqualTo(2);
        assertThat(listed.count(Facet.DEPARTMENT, "44")).isZero();
    }

    @Test
    void ordersByOneFactAtATime() {
        assertThat(slugs("tri", "reste", "stade", "en-cours")).containsExactly("b", "c", "a");
        assertThat(slugs("tri", "fin")).endsWith("d", "e");
    }

    @Test
    void namesNoFacetAndNoOrderByReadiness() {
        assertThat(Arrays.stream(Facet.values()).map(Facet::field))
                .containsExactly(
                        "stade", "cause", "besoin", "reste", "finance", "cofinanceurs", "recu", "suivi", "dep");
        assertThat(Arrays.stream(Order.values()).map(Order::option)).containsExactly("fin", "reste", "recent");
    }

    @Property(tries = 200)
    void givesEachProjectOnceOverThePages(@ForAll("projects") List<Project> projects, @ForAll Order order) {
        Wanted wanted = wanted("tri", order.option());
        Listed listed = Listed.of(order.sorted(projects), wanted, every -> true);
        List<Project> seen = new ArrayList<>();
        Wanted.Cursor cursor = null;
        for (List<Project> page = listed.after(null, order, 3);
                !page.isEmpty();
                page = listed.after(cursor, order, 3)) {
            seen.addAll(page);
            Project last = page.get(page.size() - 1);
            cursor = new Wanted.Cursor(order.key(last), last.slug());
        }
        assertThat(seen).isEqualTo(listed.projects()).hasSameSizeAs(projects);
    }

    @Property(tries = 200)
    void countsAsManyAsChoosingFinds(@ForAll("projects") List<Project> projects, @ForAll Facet facet) {
        Wanted wanted = wanted("cause", "sport", "reste", "1-1000");
        Listed listed = Listed.of(projects, wanted, every -> true);
        for (String option : facet.options()) {
            Map<Facet, List<String>> chosen = new EnumMap<>(wanted.chosen());
            chosen.put(facet, List.of(option));
            Wanted other = new Wanted("", "", chosen, Order.END, null, List.of());
            assertThat(Listed.of(projects, other, every -> true).projects()).hasSize(listed.count(facet, option));
        }
    }

    @Provide
    Arbitrary<List<Project>> projects() {
        Arbitrary<Project> one = Combinators.combine(
                        Arbitraries.strings().withCharRange('a', 'z').ofLength(8),
                        Arbitraries.of("sport", "culture", "sante"),
                        Arbitraries.of("69", "44", ""),
                        Arbitraries.longs().between(0, 1_200_00),
                        Arbitraries.of(true, false))
                .as((slug, cause, department, cents, open) -> open
                        ? SampleProjects.open(slug, cause, "Valmorin", department, cents)
                        : SampleProjects.ended(slug, new Project.Kept(1, 1, 0, 1, 2), null));
        return one.list().ofMaxSize(20).uniqueElements(Project::slug);
    }

    private static List<String> slugs(String... pairs) {
        return listed(pairs).projects().stream().map(Project::slug).toList();
    }

    private static Listed listed(String... pairs) {
        Wanted wanted = wanted(pairs);
        return Listed.of(wanted.order().sorted(ALL), wanted, every -> true);
    }

    private static Wanted wanted(String... pairs) {
        LinkedMultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            query.add(pairs[i], pairs[i + 1]);
        }
        return Wanted.of(query);
    }
}

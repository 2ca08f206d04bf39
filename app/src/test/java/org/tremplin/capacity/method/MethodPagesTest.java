package org.tremplin.capacity.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;

class MethodPagesTest {

    private final Grid grid = Grids.current();
    private final MethodPages pages = new MethodPages(grid, bundle());

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void saysEveryItemWeightAdviceAndSourceOfTheDefinition(String language) {
        MethodPage page = pages.page(Locale.forLanguageTag(language));
        assertThat(page.parts().stream().flatMap(part -> part.questions().stream()))
                .extracting(MethodPage.Question::ask)
                .containsExactlyElementsOf(grid.sections().stream()
                        .flatMap(part -> part.items().stream())
                        .map(item -> item.ask().in(language))
                        .toList());
        assertThat(page.weights())
                .hasSameSizeAs(grid.weights())
                .allSatisfy(row -> assertThat(row.points())
                        .hasSameSizeAs(page.components())
                        .satisfies(points -> assertThat(
                                        points.stream().mapToInt(point -> point).sum())
                                .isEqualTo(100)));
        assertThat(page.cards())
                .hasSameSizeAs(grid.cards())
                .allSatisfy(card -> assertThat(card.when()).isNotEmpty());
        assertThat(page.gates()).hasSize(8);
    }

    @Test
    void saysWhatIsAskedBesidesTheSections() {
        MethodPage page = pages.page(Locale.ENGLISH);
        assertThat(page.profile().audience()).isEqualTo(grid.asked().audience().in("en"));
        assertThat(page.profile().reaches())
                .extracting(MethodPage.Row::text)
                .containsExactly("need of 0", "need of 33.33", "need of 66.67", "need of 100");
        assertThat(page.partners().types()).hasSize(8);
        assertThat(page.partners().contributions()).hasSize(5);
        assertThat(page.partners().limits()).startsWith("15 at most").contains("first 5", "8 most active");
        assertThat(page.parts().stream()
                        .filter(part -> part.id().equals("PREP"))
                        .flatMap(part -> part.questions().stream()))
                .as("asked with a campaign, not in the short form")
                .noneMatch(MethodPage.Question::express);
    }

    @Test
    void everySourceThatIsNamedIsTold() {
        MethodPage page = pages.page(Locale.FRENCH);
        Set<String> told = page.sources().stream().map(MethodPage.Row::id).collect(Collectors.toSet());
        assertThat(Stream.concat(
                        page.parts().stream()
                                .flatMap(part -> part.questions().stream())
                                .flatMap(question -> question.sources().stream()),
                        page.cards().stream().flatMap(card -> card.sources().stream())))
                .allMatch(told::contains);
    }

    @Test
    void saysTheNumbersOfTheDefinitionInWords() {
        MethodPage page = pages.page(Locale.FRENCH);
        assertThat(text(page, "Premier cercle")).contains("30 %");
        assertThat(text(page, "Cible des logiciels")).contains("aucun salarié", "au-delà, 70", "au-delà, 65");
        assertThat(text(page, "Cible en ligne")).startsWith("30 + 0,5 × besoin");
        assertThat(page.cards().get(0).when()).isEqualTo(List.of("A1 ≤ 1 et présence en ligne face au besoin < 100"));
    }

    private static MessageSource bundle() {
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setBasename("messages/capacity");
        bundle.setDefaultEncoding("UTF-8");
        return bundle;
    }

    private static String text(MethodPage page, String title) {
        return page.formulas().stream()
                .filter(formula -> formula.title().equals(title))
                .findFirst()
                .orElseThrow()
                .text();
    }
}

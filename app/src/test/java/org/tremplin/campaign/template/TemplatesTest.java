package org.tremplin.campaign.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tremplin.campaign.Cause;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.design.Completeness;
import org.tremplin.platform.web.Markdown;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Each folder of campaign-templates is complete, whoever wrote it. */
class TemplatesTest {

    private static final Set<String> DRAWING = Set.of(
            "svg",
            "title",
            "desc",
            "g",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "defs",
            "linearGradient",
            "stop",
            "use",
            "clipPath",
            "text",
            "tspan",
            "pattern",
            "symbol",
            "mask");

    static Stream<Template> templates() {
        return new Templates().all().stream();
    }

    @Test
    void areAtLeastThree() {
        assertThat(new Templates().all())
                .extracting(Template::id)
                .contains("equipement", "jardin-partage", "nature-mecenes");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void sayEverythingInBothLanguages(Template template) {
        TemplateData data = template.data();
        assertThat(texts(data)).allSatisfy(text -> {
            assertThat(text.fr()).isNotBlank().doesNotContain("'");
            assertThat(text.en()).isNotBlank();
        });
        assertThat(template.pitch().fr()).contains("[", "## ");
        assertThat(template.pitch().en()).contains("[", "## ");
        assertThat(Cause.known(data.cause())).isTrue();
        assertThat(data.durationDays()).isBetween(7, 120);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void haveTwoEqualSidesAndOneLineForCollectionCosts(Template template) {
        Plan plan = plan(template, "fr");
        assertThat(plan.balanced()).isTrue();
        assertThat(plan.goalCents()).isGreaterThanOrEqualTo(100_00);
        assertThat(plan.minimumCents()).isPositive().isLessThanOrEqualTo(plan.goalCents());
        assertThat(plan.lines()).filteredOn(Plan.BudgetLine::collectionCosts).hasSize(1);
        assertThat(plan.lines()).allSatisfy(line -> {
            assertThat(line.askedCents()).isBetween(0L, line.plannedCents());
            assertThat(line.label()).hasSizeLessThanOrEqualTo(60);
        });
        assertThat(plan.resources()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void proposeAmountsInOrderAndWorkForPeople(Template template) {
        Plan plan = plan(template, "en");
        assertThat(plan.amounts()).hasSizeBetween(3, 4);
        assertThat(plan.amounts()).extracting(Plan.Preset::cents).isSorted().allMatch(cents -> cents >= 500);
        assertThat(plan.means()).isNotEmpty().allMatch(means -> means.hours() > 0);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void leaveTheDefinitionAndTheBracketsToTheAssociation(Template template) {
        Plan plan = plan(template, "fr");
        assertThat(Completeness.missing(plan, null, LocalDate.of(2026, 1, 1)))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("LEAD", "WHAT", "WHERE", "WHEN", "PITCH_OUTLINE");
        assertThat(template.data().definition().where().example().fr()).hasSizeLessThan(80);
        assertThat(Markdown.words(plan.pitch())).isBetween(100, 600);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void haveACoverThatOnlyDraws(Template template) throws Exception {
        DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
        xml.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        xml.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        NodeList all = xml.newDocumentBuilder()
                .parse(new ByteArrayInputStream(template.cover()))
                .getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(DRAWING).contains(element.getTagName());
            for (int a = 0; a < element.getAttributes().getLength(); a++) {
                Node attribute = element.getAttributes().item(a);
                assertThat(attribute.getNodeName()).doesNotStartWith("on").isNotEqualTo("style");
                if (attribute.getNodeName().endsWith("href")) {
                    assertThat(attribute.getNodeValue()).startsWith("#");
                }
                assertThat(attribute.getNodeValue()).doesNotContain("url(http", "javascript:", "data:");
            }
        }
        assertThat(new String(template.cover(), StandardCharsets.UTF_8)).contains("<title>");
        assertThat(template.cover().length).isLessThan(40_000);
    }

    private static Plan plan(Template template, String language) {
        return template.plan(
                language, "Titre", "Pour nous", LocalDate.of(2026, 1, 1), UUID.randomUUID(), UUID::randomUUID);
    }

    private static List<Localised> texts(TemplateData data) {
        TemplateData.Questions asked = data.definition();
        Stream<Localised> questions = Stream.of(
                        asked.forWhom(),
                        asked.what(),
                        asked.when(),
                        asked.where(),
                        asked.problem(),
                        asked.expectedResult())
                .flatMap(prompt -> Stream.of(prompt.question(), prompt.why(), prompt.example()));
        Stream<Localised> budget = Stream.concat(
                data.budget().lines().stream()
                        .flatMap(line -> Stream.of(line.label(), line.purpose(), line.expectedResult())),
                data.budget().resources().stream().map(TemplateData.Other::label));
        Stream<Localised> rest = Stream.concat(
                data.amounts().stream().map(TemplateData.Amount::meaning),
                Stream.concat(
                        data.advice().stream(),
                        data.campaignMeans().tasks().stream().map(TemplateData.Task::label)));
        Stream<Localised> own = Stream.of(
                data.name(),
                data.summary(),
                data.title(),
                data.lead(),
                data.coverAlt(),
                data.belowGoal(),
                data.aboveGoal());
        return Stream.of(questions, budget, rest, own).flatMap(all -> all).toList();
    }
}

package org.tremplin.capacity.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.diagnosis.Gardens;
import org.tremplin.capacity.diagnosis.KeptResult;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.network.NamedPartners.Decision;
import org.tremplin.capacity.network.NamedPartners.Named;
import org.tremplin.platform.paper.Press;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Messages;

/** What a strategy says, and its paper. */
class StrategyTest {

    private static final Grid GRID = Grids.current();
    private static final Messages MESSAGES = new Messages();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final List<Named> PARTNERS = List.of(
            new Named("Mairie de Valmorin", PartnerType.PUBLIC, Set.of(Contribution.RES), Decision.KEEP),
            new Named("École des Tilleuls", PartnerType.EDUCATION, Set.of(Contribution.VIS), Decision.REVIEW),
            new Named("Radio Plaine", PartnerType.MEDIA, Set.of(Contribution.VIS), Decision.LEAVE),
            new Named("Le Four", PartnerType.ASSOCIATION, Set.of(), null));

    @Test
    void saysTheProjectThePartnersAndTheNeedInWords() {
        Map<StrategyPart, String> texts =
                making(Gardens.KEPT, PARTNERS, Locale.FRENCH).texts(true);
        assertThat(texts.get(StrategyPart.PROJECT)).contains("Un jardin pour tous", "Notre énergie va d’abord à");
        assertThat(texts.get(StrategyPart.KEEP)).startsWith("Mairie de Valmorin (");
        assertThat(texts.get(StrategyPart.REVIEW))
                .contains("École des Tilleuls", "À arrêter", "Radio Plaine", "À peser", "Le Four");
        assertThat(texts.get(StrategyPart.SEEK)).contains("Personne ne nous apporte encore", "Un seul partenaire");
        assertThat(texts.get(StrategyPart.DIGITAL))
                .contains("il nous en manque")
                .doesNotContainPattern("\\d\\d");
        assertThat(String.join(" ", texts.values())).doesNotContain("null", "{");
    }

    @Test
    void saysWhatItDoesNotKnowBeforeAnyDiagnosis() {
        Map<StrategyPart, String> texts =
                new StrategyMaking("", "", null, List.of(), GRID, MESSAGES, Locale.ENGLISH).texts(true);
        assertThat(texts.get(StrategyPart.DIGITAL)).contains("No diagnosis yet");
        assertThat(texts.get(StrategyPart.PROJECT)).contains("To be written");
        assertThat(texts.get(StrategyPart.SEEK)).contains("No partner");
    }

    @Test
    void namesNobodyWhereOnlyTypesAreAskedFor() {
        StrategyMaking making = making(Gardens.KEPT, PARTNERS, Locale.FRENCH);
        assertThat(String.join(" ", making.texts(false).values()))
                .doesNotContain("Valmorin", "Tilleuls", "Radio Plaine", "Le Four");
    }

    @Test
    void countsPartnersThatHaveNoRoom() {
        List<Named> many = new ArrayList<>();
        for (int at = 0; at < 15; at++) {
            many.add(new Named(
                    "Association " + "très ".repeat(18) + at, PartnerType.ASSOCIATION, Set.of(), Decision.KEEP));
        }
        assertThat(making(null, many, Locale.FRENCH).texts(true).get(StrategyPart.KEEP))
                .contains("de plus")
                .hasSizeLessThan(400);
    }

    @Test
    void fitsOnOneTaggedPageThatSaysWhatItIs() throws IOException {
        Map<StrategyPart, String> texts =
                making(Gardens.KEPT, PARTNERS, Locale.FRENCH).texts(true);
        try (PDDocument document = Loader.loadPDF(paper(
                strategy(
                        part -> texts.getOrDefault(part, "").lines().toList(),
                        new Strategy.Action("Ouvrir une page", "Rédaction", "3 mai 2027", "50 €", "un pair", true)),
                Language.FR))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Les Jardins du Coin",
                            "Partenaires à garder",
                            "Mairie de Valmorin",
                            "Ouvrir une page",
                            "usage interne",
                            "aucune note globale");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .hasSize(1);
            assertThat(document.getDocumentInformation().getTitle()).contains("notre stratégie");
        }
    }

    @Test
    void fitsOnOnePageWithTheLongestTexts() throws IOException {
        String long600 = "Une phrase assez longue pour remplir. ".repeat(16).substring(0, 600);
        Strategy.Action action = new Strategy.Action(
                "Écrire à chaque partenaire ".repeat(8).substring(0, 200),
                "Présidence",
                "30 sept. 2027",
                "12 345,67 €",
                "Réseau national des maisons des associations, un pair",
                true);
        try (PDDocument document =
                Loader.loadPDF(paper(strategy(part -> List.of(long600), action, action, action), Language.EN))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void writesLettersItDoesNotHaveAsQuestionMarks() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(paper(strategy(part -> List.of("Un jardin 🌱 à 3\u202f000 € 日本")), Language.FR))) {
            assertThat(new PDFTextStripper().getText(document)).contains("Un jardin ? à 3");
        }
    }

    private static StrategyMaking making(@Nullable KeptResult kept, List<Named> partners, Locale locale) {
        return new StrategyMaking("Cultiver ensemble", "Un jardin pour tous", kept, partners, GRID, MESSAGES, locale);
    }

    private static Strategy strategy(Function<StrategyPart, List<String>> lines, Strategy.Action... actions) {
        return new Strategy(
                "/espace/jardins/strategie",
                "/espace/jardins/plan",
                "Les Jardins du Coin",
                DAY,
                DAY,
                true,
                Arrays.stream(StrategyPart.values())
                        .map(part -> new Strategy.Part(
                                part.slug(),
                                MESSAGES.getMessage(part.key(), null, Locale.FRENCH),
                                lines.apply(part),
                                null))
                        .toList(),
                List.of(actions));
    }

    private static byte[] paper(Strategy strategy, Language language) {
        return new Press()
                .print(new StrategyPaper(MESSAGES).of(strategy, language))
                .block();
    }
}

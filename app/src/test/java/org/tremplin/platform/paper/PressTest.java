package org.tremplin.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.tremplin.platform.web.Busy;
import org.tremplin.platform.web.Language;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class PressTest {

    @Test
    void keepsEveryWordInTheOrderOfReading() throws IOException {
        String text = read(Paper.in(Language.FR, "Décision du bureau")
                .heading("Ce qui a été décidé")
                .text("L’œuvre coûte 1\u202F200\u00A0€ : « oui ».")
                .item("Quatre oui")
                .small("Empreinte abc"));
        assertThat(text.replace('\u00A0', ' '))
                .containsSubsequence(
                        "Décision du bureau",
                        "Ce qui a été décidé",
                        "L’œuvre coûte 1 200 € : « oui ».",
                        "• Quatre oui",
                        "Empreinte abc");
    }

    @Test
    void asksToComeBackWhenTooManyWait() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch printed = new CountDownLatch(1);
        Scheduler full = Schedulers.newBoundedElastic(1, 1, "full");
        full.schedule(() -> {
            begun.countDown();
            await(printed);
        });
        await(begun);
        full.schedule(() -> {});
        Press press = new Press(full);
        try {
            assertThatExceptionOfType(Busy.class)
                    .isThrownBy(() ->
                            press.print(Paper.in(Language.FR, "Un de trop")).block())
                    .satisfies(busy -> {
                        assertThat(busy.getStatusCode().value()).isEqualTo(503);
                        assertThat(busy.getHeaders().getFirst("Retry-After")).isEqualTo("60");
                    });
        } finally {
            printed.countDown();
            press.destroy();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void breaksLongTextsOverLinesAndPages() throws IOException {
        String words = IntStream.range(0, 3_000).mapToObj(i -> "mot" + i).collect(Collectors.joining(" "));
        try (PDDocument document = Loader.loadPDF(
                Printing.pdf(Paper.in(Language.FR, "Long").text(words).text("x".repeat(500))))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
            String read = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(read).contains("mot0 mot1 mot2", "mot2998 mot2999");
            assertThat(read.chars().filter(letter -> letter == 'x').count()).isEqualTo(500);
        }
    }

    /** However much stands above it: as many lines before as bring it to the end of the page, and to the next. */
    @Test
    void keepsAHeadingWithTheBeginningOfWhatFollows() throws IOException {
        String longer = "mot ".repeat(60);
        for (int lines = 25; lines < 45; lines++) {
            assertTogether(above(lines).heading("Titre").text("Suite " + longer), "Titre", "Suite");
            assertTogether(above(lines).heading("Titre").subheading("Sous").text("Suite"), "Titre", "Sous", "Suite");
            assertTogether(above(lines).heading("Titre").item("Suite " + longer), "Titre", "Suite");
            assertTogether(
                    above(lines).heading("Titre").table(List.of("Tête", "b"), List.of(List.of("Rang", longer)), 1, 1),
                    "Titre",
                    "Tête",
                    "Rang");
        }
    }

    private static Paper above(int lines) {
        Paper paper = Paper.in(Language.FR, "Papier");
        IntStream.range(0, lines).forEach(line -> paper.text("Ligne " + line));
        return paper;
    }

    private static void assertTogether(Paper paper, String... words) throws IOException {
        try (PDDocument document = Loader.loadPDF(Printing.pdf(paper))) {
            PDFTextStripper reader = new PDFTextStripper();
            int page = 0;
            String read = "";
            while (!read.contains(words[0])) {
                page++;
                reader.setStartPage(page);
                reader.setEndPage(page);
                read = reader.getText(document);
            }
            assertThat(read).contains(words);
        }
    }

    @Test
    void isTaggedAndSaysItsLanguageAndTitle() throws IOException {
        try (PDDocument document = Loader.loadPDF(
                Printing.pdf(Paper.in(Language.EN, "Minutes").text("One").text("Two")))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Minutes");
            assertThat(catalog.getStructureTreeRoot().getKids()).hasSize(1);
        }
    }

    @Test
    void drawsAQuestionMarkForWhatItsLettersLack() throws IOException {
        assertThat(read(Paper.in(Language.FR, "Titre").text("un 🌱 vert et un \u0007 bruit")))
                .contains("un ? vert et un");
    }

    private static String read(Paper paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(Printing.pdf(paper))) {
            return new PDFTextStripper().getText(document);
        }
    }
}

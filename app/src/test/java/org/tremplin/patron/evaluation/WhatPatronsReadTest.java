package org.tremplin.patron.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.capacity.Agreeing;
import org.tremplin.capacity.share.Shared;
import org.tremplin.platform.security.SignedInPerson;

/** The table of visibility (diagnosis.md 4g), its columns of patrons and of the public, on real pages and files. */
@TestApplication
@Import({Samples.class, ToldAssociation.class})
class WhatPatronsReadTest {

    /**
     * {@code +} it is read, {@code -} it is not: without a link; with a link for which nothing, one row, or all that the
     * form knows was ticked; with a link that a fault stored with every row; once it was taken back, and after its end.
     * Peers are not here: no figure of others is made yet, so that there is no sentence to look for.
     */
    private static final String TABLE = """
            row             PUBLIC NOTHING LABEL SECTIONS PLAN ALL FORGED REVOKED ENDED
            GATES           +      +       +     +        +    +   +      +       +
            READINESS       -      -       -     -        -    -   -      -       -
            LABEL           -      -       +     -        -    +   +      -       -
            SECTIONS        -      -       -     +        -    +   +      -       -
            ANSWERS         -      -       -     -        -    -   -      -       -
            RESOURCES       -      +       +     +        +    +   +      -       -
            PROMISES        +      +       +     +        +    +   +      +       +
            PARTNER_COUNTS  -      +       +     +        +    +   +      -       -
            NAMED_PARTNERS  -      -       -     -        -    +   +      -       -
            TIES            -      -       -     -        -    -   -      -       -
            OBSTACLES       -      -       -     -        -    -   -      -       -
            PLAN            -      -       -     -        +    +   +      -       -
            """;

    /** What each row says, where it is shown; an adviser to whom all is open reads all of the first page's. */
    private static final Map<Shared, List<String>> SAYS = Map.ofEntries(
            Map.entry(Shared.GATES, List.of("Intérêt général, environnement")),
            Map.entry(Shared.READINESS, List.of("État de préparation", "points à gagner")),
            Map.entry(Shared.LABEL, List.of("Presque prête", "% du tout")),
            Map.entry(Shared.SECTIONS, List.of("Section par section", "En ligne, ses pratiques")),
            Map.entry(
                    Shared.ANSWERS,
                    List.of("Ses réponses", "à plusieurs personnes", "Une page à jour, lisible sur téléphone")),
            Map.entry(Shared.RESOURCES, List.of("heures prévues, pour", "Coûts prévus")),
            Map.entry(Shared.PROMISES, List.of("aucune promesse tenue sur 1", "Terre")),
            Map.entry(Shared.PARTNER_COUNTS, List.of("Ses partenaires, comptés", "Elle compte 3 partenaires")),
            Map.entry(Shared.NAMED_PARTNERS, List.of("École des Essais", "Club des Essais")),
            Map.entry(Shared.TIES, List.of("Les liens entre ses partenaires", "Densité")),
            Map.entry(
                    Shared.OBSTACLES,
                    List.of("Ses obstacles", "À discuter ensemble", "Un financeur pousse un outil", "Le temps, pour")),
            Map.entry(Shared.PLAN, List.of("Son plan d’action", "Ouvrir une page simple")));

    @Autowired
    ToldAssociation told;

    @Autowired
    Agreeing agreeing;

    @Autowired
    Visitors visitors;

    @Autowired
    TestClock clock;

    @BeforeEach
    void tellAll() {
        told.all();
        SignedInPerson asking = new SignedInPerson(UUID.randomUUID(), "", false, "fr");
        for (String agreed : List.of("École des Essais", "Club des Essais")) {
            agreeing.sayYes(told.association, agreed, UUID.randomUUID() + "@essai.example", asking)
                    .block();
        }
    }

    @TestFactory
    Stream<DynamicTest> readsEachCellAsTheTableSays() throws IOException {
        Map<String, String> read = new HashMap<>();
        read.put("NOTHING", read(told.shared()));
        read.put("LABEL", read(told.shared("LABEL")));
        read.put("SECTIONS", read(told.shared("SECTIONS")));
        read.put("PLAN", read(told.shared("PLAN")));
        read.put("ALL", read(told.shared(ToldAssociation.EVERY)));
        read.put("FORGED", read(told.forged()));
        String link = told.shared(ToldAssociation.EVERY);
        visitors.anonymous().page("/partage/" + link);
        told.takesBack();
        read.put("REVOKED", read(link));
        // a reader without a link, while links are open; and the file that is made for a foundation
        read.put("PUBLIC", read("") + file());
        link = told.shared(ToldAssociation.EVERY);
        clock.pass(Duration.ofDays(31));
        read.put("ENDED", read(link));
        clock.reset();
        return lines().stream()
                .skip(1)
                .flatMap(line -> IntStream.range(1, line.length)
                        .mapToObj(at -> cell(line, lines().get(0)[at], read.get(lines().get(0)[at]), line[at])));
    }

    private static DynamicTest cell(String[] line, String state, String read, String sign) {
        return DynamicTest.dynamicTest(line[0] + " × " + state, () -> {
            Shared row = Shared.valueOf(line[0]);
            if (sign.equals("+")) {
                assertThat(read).contains(SAYS.get(row));
            } else {
                assertThat(read).doesNotContain(SAYS.get(row));
            }
        });
    }

    @Test
    void holdsEveryRow() {
        assertThat(lines().stream().skip(1).map(line -> line[0]))
                .containsExactly(Arrays.stream(Shared.values())
                        .filter(row -> row != Shared.PEERS)
                        .map(Enum::name)
                        .toArray(String[]::new));
    }

    /** The third of its partners was not asked. */
    @Test
    void namesNoPartnerThatDidNotSayYes() {
        for (String[] rows :
                new String[][] {{}, {"PLAN"}, {"SECTIONS", "NAMED_PARTNERS"}, {"PLAN", "NAMED_PARTNERS"}}) {
            assertThat(read(told.shared(rows))).as(String.join(" ", rows)).doesNotContain("Mairie des Essais");
        }
        assertThat(read("")).doesNotContain("Mairie des Essais");
    }

    /** Else a sentence that nobody ever reads would prove nothing. */
    @Test
    void knowsSentencesThatAnAdviserReadsToWhomAllIsOpen() {
        String page = text(told.adviser().page("/conseil/" + told.association.slug()));
        SAYS.forEach((row, says) -> {
            if (row != Shared.GATES && row != Shared.PROMISES) {
                assertThat(page).as(row.name()).contains(says);
            }
        });
    }

    @Test
    void saysThatItIsOverWhileThePageIsStillOpen() {
        String link = told.shared("SECTIONS");
        HttpHeaders headers = visitors.anonymous()
                .get("/partage/" + link)
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders();
        assertThat(headers.getCacheControl()).contains("no-store");
        assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        told.takesBack();
        assertThat(visitors.anonymous()
                        .get("/partage/" + link)
                        .expectStatus()
                        .isEqualTo(410)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("Ce partage est terminé", "L’association l’a retiré");
    }

    @Test
    void countsTwoPartnersForNobodyOutside() {
        told.losesAPartner();
        assertThat(text(visitors.anonymous().page("/partage/" + told.shared(ToldAssociation.EVERY))))
                .contains("Section par section")
                .doesNotContain("Ses partenaires, comptés", "Elle compte");
    }

    /** All that a patron can open, as texts and as bytes. @param token of the private link; empty for none */
    private String read(String token) {
        Visitor patron = visitors.anonymous();
        List<String> all = new ArrayList<>();
        if (!token.isEmpty()) {
            all.add(String.valueOf(patron.get("/partage/" + token)
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody()));
            all.add(patron.page("/c/" + told.campaign + "/mecene?partage=" + token));
        }
        for (String page : List.of("", "/mecene", "/fonds", "/preuves.json")) {
            all.add(patron.page("/c/" + told.campaign + page));
        }
        all.add(patron.page("/a/" + told.association.slug()));
        all.add(patron.page("/mecenes/comparer.csv?c=" + told.campaign));
        return all.stream().map(one -> one + "\n" + text(one)).reduce("", String::concat);
    }

    private String file() throws IOException {
        byte[] pdf = visitors.anonymous()
                .get(told.dossier() + "/dossier.pdf")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String text(String page) {
        return Jsoup.parse(page).text();
    }

    private static List<String[]> lines() {
        return TABLE.lines().map(line -> line.strip().split("\\s+")).toList();
    }
}

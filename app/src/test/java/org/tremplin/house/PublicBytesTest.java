package org.tremplin.house;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.tremplin.CardGifts;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Founding;
import org.tremplin.association.Memberships;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.NewsWriting;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.capacity.PublicDiagnoses;
import org.tremplin.identity.People;
import org.tremplin.platform.event.Pump;
import org.tremplin.platform.security.Access;
import org.tremplin.platform.security.Route;
import org.tremplin.platform.security.RouteTable;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.transparency.Decision;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ReportWriting;
import org.tremplin.transparency.Spending;
import org.tremplin.transparency.proof.Papers;

/**
 * A public page holds no personal data that was not made public: donors, followers, members, suppliers and papers bear
 * marks, and every byte that the table of routes gives to everybody is searched for them, texts of PDFs and pixels of
 * public copies included. A new public address must be added here, or left out with a reason.
 */
@TestApplication
@Import({Samples.class, CardGifts.class})
class PublicBytesTest {

    /** What must be nowhere; all in small letters. */
    private static final List<String> MARKS = List.of(
            "marque",
            "amina essai",
            "presidente@",
            // what an action of the plan costs, as it may be written
            "918 273 645",
            "918\u202f273\u202f645",
            "918\u00a0273\u00a0645",
            "918,273,645",
            "91827364500",
            Papers.IBAN.toLowerCase(Locale.ROOT),
            Papers.IBAN.replace(" ", "").toLowerCase(Locale.ROOT));

    private static final int NAME = Color.MAGENTA.getRGB() & 0xFFFFFF;

    /** What is not asked for, and why. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            entry("/assets/{name}", "shipped with the application"),
            entry("/c/{slug}/direct", "an endless stream of the figures of the page"),
            entry("/demo", "the people of the sample data"),
            entry("/demo/visite/{stop}", "the guided visit of the sample data"),
            entry("/demo/courrier", "the mail of the demonstration, which has no other reader"),
            entry("/demo/courrier/{id}", "the mail of the demonstration, which has no other reader"),
            entry("/demo/paiement/{session}", "the simulated provider shows donors what they typed"));

    @Autowired
    RouteTable table;

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Founding founding;

    @Autowired
    Memberships memberships;

    @Autowired
    PublicDiagnoses diagnoses;

    @Autowired
    CampaignDesign design;

    @Autowired
    CardGifts gifts;

    @Autowired
    Spending spending;

    @Autowired
    NewsWriting news;

    @Autowired
    ReportWriting reports;

    @Autowired
    Pump pump;

    @Autowired
    DatabaseClient database;

    private Association association;
    private PublishedCampaign campaign;
    private Visitor treasurer;
    private String token;

    @BeforeEach
    void seed() {
        String once = UUID.randomUUID().toString().substring(24);
        association = samples.association("Les Prairies " + once);
        campaign = samples.campaign(association, "prairie-" + once);
        design.create(association.id(), "brouillon-" + once, samples.plan("MARQUE-BROUILLON"))
                .block();
        UUID member = Objects.requireNonNull(people.welcome("marque-membre@marque.example", "MARQUE-MEMBRE Lou", "fr")
                        .block())
                .id();
        founding.join(association.id(), member, Role.TREASURER, null).block();
        treasurer = visitors.person(member);
        give("MARQUE-PRENOM", "marque-donateur@marque.example", false);
        token = give("Zoé", "zoe@don.example", true);
        visitors.anonymous()
                .post(
                        "/c/" + campaign.campaign().slug() + "/suivre",
                        "email",
                        "marque-suivi@marque.example",
                        "rythme",
                        "WEEKLY");
        prove(spend("Des planches", true), Papers.invoice(), Papers.SHOWN);
        prove(spend("Des graines", true), Papers.named(), List.of("1:1000,500,5000,2000"));
        UUID hidden = spend("MARQUE-EN-ATTENTE", false);
        upload(hidden, Papers.invoice());
        news.tell(association, campaign.campaign().id(), null, "Semé", "Les graines lèvent.", member, Role.EDITOR)
                .block();
        reports.report(association, campaign, null, "Premier bilan", "Deux achats.", member, Role.TREASURER)
                .block();
        show(member);
        pump.drain().block();
    }

    /** All that may be shown of how it works: partners never asked whether they may be named, and what is planned with them. */
    private void show(UUID member) {
        UUID president = Objects.requireNonNull(
                memberships.persons(association.id(), Role.PRESIDENT).next().block());
        Visitor visitor = visitors.person(president);
        String space = "/espace/" + association.slug();
        for (String type : List.of("PUBLIC", "EDUCATION", "ASSOCIATION")) {
            seen(visitor.post(
                    space + "/partenaires/nouveau",
                    "nom",
                    "MARQUE-Partenaire " + type,
                    "type",
                    type,
                    "portee",
                    "LOCAL",
                    "apporte-VIS",
                    "on"));
        }
        seen(visitor.post(
                space + "/plan/nouvelle",
                "quoi",
                "Ouvrir un atelier avec MARQUE-Partenaire PUBLIC",
                "qui",
                "TREASURER " + member,
                "cout",
                "918273645"));
        seen(visitor.post(space + "/diagnostic", "forme", "complet"));
        String questions = space + "/diagnostic/questions?partie=";
        seen(visitor.post(questions + "profil", "staff", "0", "budget", "0", "reach", "LOCAL", "P9", "1"));
        seen(visitor.post(questions + "energie", "INN", "1", "COM", "4", "SER", "4", "EXP", "1"));
        seen(visitor.post(questions + "en-ligne", "A1", "3", "A2", "1", "A3", "1", "A4", "2", "A5", "1", "A6", "1"));
        seen(visitor.post(questions + "obstacles", "E1", "4", "E2", "4", "E3", "4", "E7", "4"));
        seen(visitor.post(space + "/diagnostic/resultat"));
        diagnoses
                .showAll(association.id(), new SignedInPerson(president, "MARQUE-PRESIDENCE", false, "fr"))
                .block();
    }

    private static void seen(WebTestClient.ResponseSpec answer) {
        answer.expectStatus().isSeeOther();
    }

    @Test
    void holdNothingPersonalThatWasNotMadePublic() throws IOException {
        Map<String, List<String>> addresses = addresses();
        List<String> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        int searched = 0;
        for (Route route : table.routes()) {
            String pattern = route.pattern().getPatternString();
            if (!route.method().equals(HttpMethod.GET)
                    || !(route.access() instanceof Access.Everyone)
                    || LEFT_OUT.containsKey(pattern)) {
                continue;
            }
            List<String> own = pattern.contains("{") ? addresses.getOrDefault(pattern, List.of()) : List.of(pattern);
            if (own.isEmpty()) {
                unknown.add(pattern);
            }
            for (String address : own) {
                for (String language : List.of("", "/en")) {
                    searched += search(language + address, found);
                }
            }
        }
        assertThat(unknown).as("public addresses that nobody searched").isEmpty();
        assertThat(found).isEmpty();
        assertThat(searched).isGreaterThan(25);
    }

    /** Else the walk above would prove nothing: what was made public is there. */
    @Test
    void holdWhatWasMadePublic() throws IOException {
        String slug = campaign.campaign().slug();
        assertThat(visitors.anonymous().page("/c/" + slug + "/fonds"))
                .contains("Des planches", "Des graines", "/justificatifs/");
        assertThat(copies()).hasSize(2);
        assertThat(Jsoup.parse(visitors.anonymous().page("/a/" + association.slug()))
                        .select("#organisation")
                        .text())
                .contains("Ouvrir un atelier avec", "Trésorerie", "Par type");
        List<String> found = new ArrayList<>();
        new Words("/x", found).look(MediaType.IMAGE_PNG, Papers.named());
        new Words("/y", found).look(MediaType.APPLICATION_PDF, Papers.invoice());
        assertThat(found).hasSizeGreaterThanOrEqualTo(3);
    }

    private Map<String, List<String>> addresses() {
        String slug = campaign.campaign().slug();
        Map<String, List<String>> all = new HashMap<>();
        for (Route route : table.routes()) {
            String pattern = route.pattern().getPatternString();
            if (pattern.startsWith("/c/{slug}")) {
                all.put(pattern, List.of(pattern.replace("{slug}", slug)));
            } else if (pattern.contains("{token}")) {
                // that of another donor: their own page tells them their own name
                all.put(pattern, List.of(pattern.replace("{token}", token)));
            }
        }
        all.put("/a/{slug}", List.of("/a/" + association.slug()));
        all.put("/justificatifs/{fingerprint}.png", copies());
        all.put("/nouvelles/{fingerprint}.txt", said("/nouvelles/", "campaign.news_wording", "'.txt'"));
        all.put(
                "/bilans/{fingerprint}.txt",
                said("/bilans/", "transparency.report_said where name = 'text'", "'.txt'"));
        all.put(
                "/bilans/{fingerprint}.json",
                said("/bilans/", "transparency.report_said where name = 'figures'", "'.json'"));
        all.put("/fichiers/{id}", files());
        all.put("/modeles/{template}/couverture.svg", List.of("/modeles/jardin-partage/couverture.svg"));
        all.put("/ressources/{sheet}", List.of("/ressources/premier-cercle"));
        all.put("/ressources/experiences/{experience}", List.of("/ressources/experiences/" + experience()));
        return all;
    }

    /** Public, with a refused comment; told by a member of another campaign. */
    private String experience() {
        String id = UUID.randomUUID().toString();
        database.sql("""
                insert into capacity.experience (id, association_id, campaign_id, written_by, language, helped, otherwise,
                  advice, items, template, staff, reach, month, state, reason, changed_at, sent_at, decided_at, fingerprint, search)
                values ('%1$s', '%2$s', '%1$s', '%3$s', 'fr', 'Dix amis', 'Plus tôt', 'Osez', '{A1}', '', '', '', '2026-10-01',
                  'PUBLISHED', 'marque-raison', now(), now(), now(), sha256('%1$s'), '');
                insert into capacity.experience_comment (id, experience_id, association_id, written_by, words, consent, state,
                  reason, sent_at, decided_at)
                values ('%1$s', '%1$s', '%2$s', '%3$s', 'marque-refus', '', 'REFUSED', 'marque-raison', now(), now())
                """.formatted(id, association.id().value(), treasurer.id()))
                .then()
                .block();
        return id;
    }

    /** @return 1 when there was something to search */
    private int search(String address, List<String> found) throws IOException {
        EntityExchangeResult<byte[]> answer = visitors.anonymous()
                .web()
                .get()
                .uri(address)
                .exchange()
                .expectBody(byte[].class)
                .returnResult();
        byte[] body = answer.getResponseBody();
        Words words = new Words(address, found);
        words.look(answer.getResponseHeaders().toString());
        if (body == null) {
            return 0;
        }
        words.look(answer.getResponseHeaders().getContentType(), body);
        return answer.getStatus().is2xxSuccessful() ? 1 : 0;
    }

    /** What is read of bytes in search of marks. */
    private record Words(String address, List<String> found) {

        void look(MediaType type, byte[] bytes) throws IOException {
            String raw = new String(bytes, StandardCharsets.ISO_8859_1);
            look(raw);
            if (raw.startsWith("%PDF")) {
                try (PDDocument document = Loader.loadPDF(bytes)) {
                    look(new PDFTextStripper().getText(document));
                    look(String.valueOf(document.getDocumentInformation().getAuthor()));
                }
            } else if (raw.startsWith("\u0089PNG")) {
                pixels(ImageIO.read(new ByteArrayInputStream(bytes)));
            } else {
                String text = new String(bytes, StandardCharsets.UTF_8);
                look(text);
                if (type != null && type.isCompatibleWith(MediaType.TEXT_HTML)) {
                    look(Jsoup.parse(text).text());
                }
            }
        }

        void look(String text) {
            String small = text.toLowerCase(Locale.ROOT);
            MARKS.stream()
                    .filter(small::contains)
                    .map(mark -> address + ": " + mark)
                    .forEach(found::add);
        }

        private void pixels(BufferedImage picture) {
            for (int x = 0; x < picture.getWidth(); x++) {
                for (int y = 0; y < picture.getHeight(); y++) {
                    if ((picture.getRGB(x, y) & 0xFFFFFF) == NAME) {
                        found.add(address + ": a pixel of a name at " + x + "," + y);
                        return;
                    }
                }
            }
        }
    }

    /** @return the token of the gift's page */
    private String give(String name, String email, boolean shown) {
        Map<String, String> fields = new HashMap<>(Map.ofEntries(
                entry("email", email),
                entry("prenom", name),
                entry("nom", shown ? "Essai" : "MARQUE-NOM"),
                entry("recu", "on"),
                entry("adresse", shown ? "2 rue des Essais" : "1 rue MARQUE"),
                entry("codePostal", "69008"),
                entry("ville", shown ? "Valmorin" : "MARQUEVILLE"),
                entry("message", shown ? "" : "MARQUE-MOT"),
                entry("dedicace", shown ? "" : "MARQUE-DEDICACE")));
        if (shown) {
            fields.put("nomPublic", "on");
        } else {
            fields.putAll(Map.of(
                    "societe",
                    "on",
                    "raisonSociale",
                    "MARQUE-SOCIETE",
                    "siren",
                    "732829320",
                    "formeJuridique",
                    "SARL"));
        }
        return gifts.give(campaign, fields);
    }

    private UUID spend(String purpose, boolean approved) {
        LocalDate day = LocalDate.of(2026, 11, 10);
        Expense.Part part = new Expense.Part(
                campaign.campaign().id().value(), campaign.plan().lines().get(0).id(), 1_000, "606", "C1.1.a", true);
        Expense.Invoice invoice = new Expense.Invoice(
                day, "MARQUE-FOURNISSEUR", false, purpose, Expense.Paid.BANK, day, "", null, false, List.of(part));
        UUID owner = association.id().value();
        Expense draft = Objects.requireNonNull(spending.draft(owner, Expense.Kind.EXPENSE, invoice, UUID.randomUUID())
                .block());
        spending.submit(owner, draft.id(), draft.author()).block();
        if (approved) {
            assertThat(spending.approve(owner, draft.id(), draft.version(), UUID.randomUUID())
                            .block())
                    .isInstanceOf(Decision.Done.class);
            pump.drain().block();
        }
        return draft.id();
    }

    private void prove(UUID expense, byte[] paper, List<String> zones) {
        String proof = upload(expense, paper);
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        zones.forEach(zone -> form.add("zone", zone));
        treasurer.post(proof + "/zones", form).expectStatus().isSeeOther();
        String hash = Objects.requireNonNull(
                        Jsoup.parse(treasurer.page(proof + "/copie")).selectFirst("input[name=copie]"))
                .val();
        treasurer
                .post(proof + "/publication", "copie", hash, "vu", "on")
                .expectStatus()
                .isSeeOther();
    }

    private String upload(UUID expense, byte[] paper) {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("fichier", paper).filename("MARQUE-FICHIER.pdf").contentType(MediaType.APPLICATION_PDF);
        parts.part("genre", "facture");
        parts.part("_csrf", Visitor.csrfField());
        String next = Objects.requireNonNull(treasurer
                .web()
                .post()
                .uri("/espace/" + association.slug() + "/depenses/" + expense + "/justificatifs")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .accept(MediaType.TEXT_HTML)
                .bodyValue(parts.build())
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst("Location"));
        return next.substring(next.indexOf("/espace"));
    }

    private List<String> said(String path, String from, String ending) {
        return text("select '" + path + "' || encode(fingerprint, 'hex') || " + ending + " from " + from);
    }

    private List<String> copies() {
        return text("select '/justificatifs/' || encode(copy_sha256, 'hex') || '.png' from transparency.proof"
                + " where state = 'PUBLISHED' and association_id = '"
                + association.id().value() + "'");
    }

    /** Public and private ones: no address gives the latter. */
    private List<String> files() {
        return text("select '/fichiers/' || id from platform.file order by created_at desc limit 20");
    }

    private List<String> text(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block());
    }
}

package org.tremplin.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.TestConnections;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.platform.web.Slug;

/** The editor as a volunteer without JavaScript uses it. */
@TestApplication
@Import(Samples.class)
class EditorTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    CampaignDesign design;

    @Autowired
    Campaigns campaigns;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    @Autowired
    TestConnections connections;

    Association association;
    Visitor president;

    @BeforeEach
    void found() {
        association = samples.association("Les Jardins " + System.nanoTime());
        president = visitors.member(association.slug(), "PRESIDENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"equipement", "jardin-partage", "nature-mecenes", "vide"})
    void publishesACampaignThatBeganFromATemplate(String template) {
        String home = begin(template, "Un four pour le fournil " + template);
        assertThat(get(home + "/publication").select(".gate.no")).isNotEmpty();

        send(home + "/projet", form -> {
            form.set("accroche", "Un four à bois pour soixante familles.");
            form.set("quoi", "Un four de deux mètres.");
            form.set("quand", "En mars.");
            form.set("ou", "Valmorin, rue des Lavoirs");
            form.set("cause", "patrimoine");
        });
        if (template.equals("vide")) {
            send(home + "/budget", form -> form.set("ajouter", "ligne"));
            send(home + "/budget", form -> {
                form.set("ligne-0-intitule", "Briques");
                form.set("ligne-0-prevu", "1 200,50");
                form.set("ligne-0-dons", "1000,50 €");
                form.set("ajouter", "ressource");
            });
            send(home + "/budget", form -> {
                form.set("ressource-0-intitule", "Commune");
                form.set("ressource-0-montant", "200");
                form.set("dessous", "Un four plus petit.");
                form.set("dessus", "Un abri.");
            });
        }
        send(home + "/recit", form -> form.set("recit", "Nous voulons cuire du pain ensemble.\n\n".repeat(30)));
        send(home + "/diffusion", form -> {
            form.set("fermeture", today().plusDays(40).toString());
            form.set("ajouter", "promesse");
        });
        send(home + "/diffusion", form -> {
            form.set("promesse-0-quoi", "Les comptes du four");
            form.set("promesse-0-genre", "REPORT");
            form.set("promesse-0-jour", today().plusDays(90).toString());
        });
        meetTheOtherGates(home);

        assertThat(get(home + "/publication").select(".gate.no")).isEmpty();
        president.post(home + "/publication").expectStatus().isSeeOther();

        PublishedCampaign published = campaigns
                .findPublished(Slug.of("Un four pour le fournil " + template, "projet"))
                .block();
        assertThat(published.campaign().state()).isEqualTo(Campaign.State.PUBLISHED);
        assertThat(published.edition().number()).isOne();
        assertThat(published.plan().balanced()).isTrue();
        assertThat(published.plan().opensOn()).isEqualTo(today());
        if (template.equals("vide")) {
            assertThat(published.plan().goalCents()).isEqualTo(1000_50);
        } else {
            assertThat(published.plan().cover()).isNotNull();
            president
                    .get("/fichiers/" + published.plan().cover())
                    .expectStatus()
                    .isOk();
        }
    }

    /** Papers by their own page, and somebody who can take over. */
    private void meetTheOtherGates(String home) {
        president
                .post(
                        home + "/pieces",
                        "date",
                        today().minusDays(3).toString(),
                        "trace",
                        "Compte rendu du bureau",
                        "recu",
                        "non",
                        "contact",
                        "donnees@fournil.example")
                .expectStatus()
                .isSeeOther();
        assertThat(get(home + "/publication").select(".gate.no")).hasSize(1);
        assertThat(get(home + "/publication").text()).contains("Une seule personne peut tenir cette campagne.");
        samples.secondPerson(association.id());
    }

    @Test
    void saysBesideThePaperWhatIsWrongWithItAndKeepsWhatWasTyped() {
        String home = begin("vide", "Des pièces");
        Document page = document(
                president.post(home + "/pieces", "date", today().plusDays(2).toString(), "contact", "a".repeat(201)),
                422);
        assertThat(page.getElementById("e-date").text()).contains("à venir");
        assertThat(page.getElementById("e-contact")).isNotNull();
        assertThat(page.getElementById("contact").val()).hasSize(201);
        assertThat(document(president.post(home + "/pieces", "trace", "Classeur"), 422)
                        .getElementById("e-date"))
                .isNotNull();
    }

    @Test
    void refusesToPublishAndSaysWhatIsMissing() {
        String home = begin("vide", "Rien encore");
        Document page = document(president.post(home + "/publication"), 422);
        assertThat(page.select(".note.bad li")).hasSizeGreaterThan(8);
        assertThat(page.text()).contains("Il manque le récit.");
    }

    @Test
    void keepsWhatWasTypedWhenAFieldIsWrong() {
        String home = begin("jardin-partage", "Un potager");
        MultiValueMap<String, String> form = form(get(home + "/budget"));
        form.set("ligne-0-intitule", "Terre & <compost>");
        form.set("ligne-0-prevu", "beaucoup");
        form.set("ligne-1-dons", "999999");
        Document page = document(president.post(home + "/budget", form), 422);
        assertThat(page.getElementById("ligne-0-intitule").val()).isEqualTo("Terre & <compost>");
        assertThat(page.getElementById("ligne-0-prevu").val()).isEqualTo("beaucoup");
        assertThat(page.getElementById("ligne-0-prevu").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.getElementById("e-ligne-0-prevu").text()).contains("1240,50");
        assertThat(page.getElementById("e-ligne-1-dons")).isNotNull();
        assertThat(page.select("[role=alert] a[href=#ligne-0-prevu]")).isNotEmpty();
    }

    @Test
    void addsAndRemovesALineWithoutAScriptButNeverTheCollectionCosts() {
        String home = begin("jardin-partage", "Un potager");
        int before = lines(home);
        send(home + "/budget", form -> form.set("ajouter", "ligne"));
        assertThat(lines(home)).isEqualTo(before + 1);
        send(home + "/budget", form -> form.set("retirer", "ligne-0"));
        assertThat(lines(home)).isEqualTo(before);
        send(home + "/budget", form -> form.set("retirer", "ligne-" + (before - 1)));
        assertThat(lines(home)).isEqualTo(before);
        MultiValueMap<String, String> nothing = new LinkedMultiValueMap<>();
        nothing.set("version", get(home + "/budget").getElementById("version").val());
        president.post(home + "/budget", nothing).expectStatus().isSeeOther();
        assertThat(lines(home)).isOne();
    }

    @Test
    void losesNothingWhenTwoTabsWrite() {
        String home = begin("vide", "Deux onglets");
        MultiValueMap<String, String> first = form(get(home + "/projet"));
        MultiValueMap<String, String> second = form(get(home + "/projet"));
        first.set("accroche", "Du premier onglet");
        second.set("accroche", "Du second onglet");
        president.post(home + "/projet", first).expectStatus().isSeeOther();

        Document conflict = document(president.post(home + "/projet", second), 409);
        assertThat(conflict.getElementById("accroche").val()).isEqualTo("Du second onglet");
        assertThat(get(home + "/projet").getElementById("accroche").val()).isEqualTo("Du premier onglet");

        second.set("forcer", conflict.selectFirst("button[name=forcer]").val());
        president.post(home + "/projet", second).expectStatus().isSeeOther();
        assertThat(get(home + "/projet").getElementById("accroche").val()).isEqualTo("Du second onglet");
        undo(home);
        assertThat(get(home + "/projet").getElementById("accroche").val()).isEqualTo("Du premier onglet");
    }

    @Test
    void savesWhileSomebodyTypesAndAnswersWithTheNextVersion() {
        String home = begin("vide", "Tout seul");
        MultiValueMap<String, String> form = form(get(home + "/projet"));
        for (int i = 1; i <= 3; i++) {
            form.set("accroche", "Essai " + i);
            Document page = document(autosave(home + "/projet", form), 200);
            assertThat(page.getElementById("etat").text()).startsWith("Enregistré à");
            form.set("version", page.getElementById("version").val());
        }
        document(autosave(home + "/projet", form), 200);
        assertThat(get(home + "/projet").getElementById("version").val()).isEqualTo("4");
    }

    @Test
    void goesBackOneChangeAtATimeAndKeepsFifty() {
        String home = begin("vide", "Annuler");
        for (int i = 1; i <= 55; i++) {
            int number = i;
            send(home + "/projet", form -> form.set("accroche", "Essai " + number));
        }
        for (int i = 54; i >= 5; i--) {
            undo(home);
        }
        Document page = get(home + "/projet");
        assertThat(page.getElementById("accroche").val()).isEqualTo("Essai 5");
        assertThat(page.select("#annuler form")).isEmpty();
        president.post(home + "/annulation", "etape", "projet").expectStatus().isSeeOther();
        assertThat(get(home + "/projet").getElementById("accroche").val()).isEqualTo("Essai 5");
    }

    @Test
    void takesAnAddressOnce() {
        samples.campaign(association, "le-four");
        String home = begin("vide", "Un autre four");
        Document page = refused(home, "le-four");
        assertThat(page.getElementById("e-adresse").text()).contains("déjà prise");
        assertThat(refused(home, "don").getElementById("e-adresse")).isNotNull();
        assertThat(refused(home, "Le Four").getElementById("adresse").val()).isEqualTo("Le Four");
    }

    @Test
    void givesTheSameTitleAnotherAddress() {
        String first = begin("vide", "Toujours pareil");
        String second = begin("vide", "Toujours pareil");
        assertThat(get(first + "/diffusion").getElementById("adresse").val()).isEqualTo("toujours-pareil");
        assertThat(get(second + "/diffusion").getElementById("adresse").val()).isEqualTo("toujours-pareil-2");
    }

    @Test
    void findsNoCampaignOfAnotherAssociation() {
        String home = begin("vide", "La nôtre");
        String id = home.substring(home.lastIndexOf('/') + 1);
        Association other = samples.association("Une autre " + System.nanoTime());
        Visitor stranger = visitors.member(other.slug(), "PRESIDENT");
        String theirs = "/espace/" + other.slug() + "/c/" + id;
        for (String page : List.of("/projet", "/budget", "/recit", "/diffusion", "/publication")) {
            stranger.get(theirs + page).expectStatus().isNotFound();
        }
        for (String action : List.of("/projet", "/annulation", "/publication", "/editions", "/cloture")) {
            stranger.post(theirs + action).expectStatus().isNotFound();
        }
        CampaignId campaign = new CampaignId(java.util.UUID.fromString(id));
        assertThat(campaigns.find(other.id(), campaign).block()).isNull();
        assertThat(design.publish(other.id(), campaign, Role.PRESIDENT, "").block())
                .isNull();
        assertThat(design.close(other.id(), campaign).block()).isFalse();
    }

    @Test
    void asksForAReasonWhenTermsChangeInPublic() {
        PublishedCampaign before = samples.campaign(association, "le-puits-" + System.nanoTime());
        String home = home(before);
        assertThat(get(home + "/budget").select("button[name=retirer][value^=ligne]"))
                .isEmpty();
        send(home + "/budget", form -> {
            form.set("ligne-0-prevu", "650");
            form.set("ligne-0-dons", "650");
        });
        Document refused = document(president.post(home + "/editions", "raison", " "), 422);
        assertThat(refused.getElementById("e-raison")).isNotNull();
        president
                .post(home + "/editions", "raison", "La terre coûte plus cher")
                .expectStatus()
                .isSeeOther();

        PublishedCampaign after =
                campaigns.findPublished(before.campaign().id()).block();
        assertThat(after.edition().number()).isEqualTo(2);
        assertThat(after.plan().goalCents()).isEqualTo(before.plan().goalCents() + 50_00);
        assertThat(campaigns.findEdition(before.campaign().id(), 1).block().plan())
                .isEqualTo(before.plan());
        assertThat(get(home + "/publication").text()).contains("La terre coûte plus cher");
    }

    @Test
    void letsNoTabThatStayedOpenWriteOverWhatWasPublished() {
        String home = "/espace/" + association.slug() + "/c/" + untidy().value();
        MultiValueMap<String, String> open = form(get(home + "/diffusion"));
        president.post(home + "/publication").expectStatus().isSeeOther();
        assertThat(document(autosave(home + "/diffusion", open), 409).getElementById("version"))
                .isNotNull();
        assertThat(get(home + "/publication").text()).doesNotContain("Une modification attend");
    }

    @Test
    void keepsWhatSomebodySavesWhileTheDraftIsPublished() throws Exception {
        CampaignId id = untidy();
        CompletableFuture<Publication> publishing;
        try (Connection typing = connections.database().connect();
                Statement statement = typing.createStatement()) {
            typing.setAutoCommit(false);
            statement.execute("update campaign.draft set version = version + 1,"
                    + " plan = jsonb_set(plan, '{lead}', '\"Pendant ce temps\"') where campaign_id = '" + id.value()
                    + "'");
            publishing =
                    design.publish(association.id(), id, Role.PRESIDENT, "").toFuture();
            await(statement, "select count(*) from pg_locks where not granted");
            typing.commit();
        }
        publishing.get(30, TimeUnit.SECONDS);
        assertThat(campaigns.findPublished(id).block().plan().lead()).isNotEqualTo("Pendant ce temps");
        assertThat(campaigns.findDraft(association.id(), id).block().lead()).isEqualTo("Pendant ce temps");
    }

    private static void await(Statement statement, String count) throws Exception {
        for (int tries = 0; tries < 600; tries++) {
            try (var rows = statement.executeQuery(count)) {
                rows.next();
                if (rows.getInt(1) > 0) {
                    return;
                }
            }
            statement.execute("select pg_sleep(0.05)");
        }
        throw new AssertionError("Nobody waits");
    }

    /** A draft that can be published, with an empty row that the public does not see. */
    private CampaignId untidy() {
        Plan plan = samples.plan("Un brouillon à ranger");
        List<Plan.Means> means = new ArrayList<>(plan.means());
        means.add(new Plan.Means("", "", 0));
        return samples.draft(
                association.id(),
                "a-ranger-" + System.nanoTime(),
                plan.spread(plan.amounts(), plan.opensOn(), plan.closesOn(), means));
    }

    @Test
    void neverLosesALineThatDonorsHaveSeen() {
        PublishedCampaign before = samples.campaign(association, "le-mur-" + System.nanoTime());
        Plan plan = before.plan();
        Plan without = plan.budgeted(
                plan.lines().subList(1, plan.lines().size()), plan.resources(), plan.belowGoal(), plan.aboveGoal());
        design.revise(association.id(), before.campaign().id(), without).block();
        Publication answer = design.publish(association.id(), before.campaign().id(), Role.TREASURER, "Plus besoin")
                .block();
        assertThat(answer).isEqualTo(new Publication.Refused(List.of(Missing.LINE_REMOVED)));
    }

    @Test
    void closesOnceAndForGood() {
        PublishedCampaign published = samples.campaign(association, "le-toit-" + System.nanoTime());
        president.post(home(published) + "/cloture").expectStatus().isSeeOther();
        PublishedCampaign closed =
                campaigns.findPublished(published.campaign().id()).block();
        assertThat(closed.campaign().state()).isEqualTo(Campaign.State.CLOSED);
        assertThat(design.close(association.id(), published.campaign().id()).block())
                .isFalse();
        assertThat(document(president.post(home(published) + "/editions", "raison", "Encore"), 422)
                        .text())
                .contains("close");
    }

    @Test
    void letsTheDatabaseRefuseToChangeAnEditionOrAPublicAddress() {
        samples.campaign(association, "la-haie-" + System.nanoTime());
        for (String forbidden : List.of(
                "update campaign.edition set reason = 'autre'",
                "delete from campaign.edition",
                "truncate campaign.edition",
                "update campaign.campaign set slug = 'autre-chose' where state = 'PUBLISHED'")) {
            assertThatThrownBy(() -> database.sql(forbidden).then().block())
                    .as(forbidden)
                    .isNotNull();
        }
    }

    @Test
    void writesFactsAndASearchableCopy() {
        PublishedCampaign published = samples.campaign(association, "la-mare-" + System.nanoTime());
        List<String> facts =
                new ArrayList<>(database.sql("select name from platform.event where body ->> 'campaign' = :id")
                        .bind("id", published.campaign().id().value().toString())
                        .map(row -> row.get("name", String.class))
                        .all()
                        .collectList()
                        .block());
        assertThat(facts).containsExactly("campaign.published");
        Long found = database.sql("""
                select count(*) from campaign.public_campaign
                where id = :id and search @@ plainto_tsquery('public.fr_plain', 'jardins familles') and city = 'Valmorin'
                """)
                .bind("id", published.campaign().id().value())
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
        assertThat(found).isOne();
    }

    @Test
    void letsAReaderSeeWhereItStandsAndNothingMore() {
        String home = begin("vide", "Pour lire");
        Visitor reader = visitors.member(association.slug(), "READER");
        Document page = Jsoup.parse(reader.page(home + "/publication"));
        assertThat(page.select("main form, .gate a")).isEmpty();
        Visitor editor = visitors.member(association.slug(), "EDITOR");
        assertThat(Jsoup.parse(editor.page(home + "/publication")).select("main form"))
                .isEmpty();
        editor.post(home + "/publication").expectStatus().isForbidden();
    }

    @Test
    void takesAPictureOrSaysWhatIsWrongWithIt() throws java.io.IOException {
        String home = begin("vide", "Une image");
        java.io.ByteArrayOutputStream png = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(60, 40, 1), "png", png);
        upload(home, png.toByteArray()).expectStatus().isSeeOther();
        Document page = get(home + "/recit");
        assertThat(page.getElementById("alt").val()).isEqualTo("Des mains dans la terre");
        String address = page.selectFirst("section img").attr("src");
        president.get(address).expectStatus().isOk().expectHeader().contentType("image/jpeg");

        Document refused = document(upload(home, "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)), 422);
        assertThat(refused.getElementById("e-image").text()).contains("ni un JPEG ni un PNG");
        upload(home, new byte[9 * 1024 * 1024]).expectStatus().isEqualTo(422);
        upload(home, new byte[22 * 1024 * 1024]).expectStatus().isEqualTo(413);
        assertThat(get(home + "/recit").selectFirst("section img").attr("src")).isEqualTo(address);
    }

    @Test
    void keepsNoPictureOfADraftThatCouldNotBeSaved() throws java.io.IOException {
        String home = begin("vide", "Une image perdue");
        java.io.ByteArrayOutputStream png = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(60, 40, 1), "png", png);
        long files = files();
        sql("create function campaign.fail() returns trigger language plpgsql as $$ begin raise 'no'; end $$");
        sql("create trigger fails before update on campaign.draft for each row execute function campaign.fail()");
        try {
            upload(home, png.toByteArray()).expectStatus().is5xxServerError();
        } finally {
            sql("drop function campaign.fail() cascade");
        }
        assertThat(files()).isEqualTo(files);
        upload(home, png.toByteArray()).expectStatus().isSeeOther();
        assertThat(files()).isEqualTo(files + 1);
    }

    private void sql(String statement) {
        database.sql(statement).then().block();
    }

    private long files() {
        return Objects.requireNonNull(database.sql("select count(*) from platform.file")
                .map(row -> row.get(0, Long.class))
                .one()
                .block());
    }

    private WebTestClient.ResponseSpec upload(String home, byte[] file) {
        org.springframework.http.client.MultipartBodyBuilder form =
                new org.springframework.http.client.MultipartBodyBuilder();
        form.part("_csrf", Visitor.csrfField());
        form.part("alt", "Des mains dans la terre");
        form.part("image", file).filename("photo.png");
        return president
                .web()
                .post()
                .uri(home + "/couverture")
                .accept(org.springframework.http.MediaType.TEXT_HTML)
                .bodyValue(form.build())
                .exchange();
    }

    private String begin(String template, String title) {
        return Visitor.next(president.post(
                        "/espace/" + association.slug() + "/campagnes/nouvelle",
                        "modele",
                        template,
                        "titre",
                        title,
                        "pourQui",
                        "Pour soixante familles",
                        "langue",
                        "fr"))
                .getPath()
                .replaceFirst("/projet$", "");
    }

    private String home(PublishedCampaign campaign) {
        return "/espace/" + association.slug() + "/c/"
                + campaign.campaign().id().value();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), association.zone());
    }

    private int lines(String home) {
        return get(home + "/budget").select("details[name=ligne]").size();
    }

    private void undo(String home) {
        president.post(home + "/annulation", "etape", "projet").expectStatus().isSeeOther();
    }

    private void send(String path, java.util.function.Consumer<MultiValueMap<String, String>> change) {
        MultiValueMap<String, String> form = form(get(path));
        change.accept(form);
        president.post(path, form).expectStatus().isSeeOther();
    }

    private Document refused(String home, String slug) {
        MultiValueMap<String, String> form = form(get(home + "/diffusion"));
        form.set("adresse", slug);
        return document(president.post(home + "/diffusion", form), 422);
    }

    private WebTestClient.ResponseSpec autosave(String path, MultiValueMap<String, String> form) {
        Visitor typing = new Visitor(
                president.web().mutate().defaultHeader("X-Autosave", "1").build(), president.id(), president.session());
        return typing.post(path, form);
    }

    private Document get(String path) {
        return Jsoup.parse(president.page(path));
    }

    private static Document document(WebTestClient.ResponseSpec answer, int status) {
        return Jsoup.parse(Objects.requireNonNull(answer.expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
    }

    /** What a browser would send back: every field but the buttons. */
    private static MultiValueMap<String, String> form(Document page) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (Element field :
                page.select("#editeur input, #editeur textarea, #editeur select, [form=editeur][name=alt]")) {
            boolean choice =
                    field.attr("type").equals("radio") || field.attr("type").equals("checkbox");
            if (!field.attr("name").equals("_csrf") && (!choice || field.hasAttr("checked"))) {
                String value =
                        field.is("textarea") ? field.wholeText() : field.is("select") ? selected(field) : field.val();
                form.add(field.attr("name"), value);
            }
        }
        return form;
    }

    private static String selected(Element select) {
        Element option = select.selectFirst("option[selected]");
        return option == null ? "" : option.val();
    }
}

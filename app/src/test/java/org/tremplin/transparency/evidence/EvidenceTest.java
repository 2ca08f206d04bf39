package org.tremplin.transparency.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.tremplin.Movements;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.TestConnections;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Founding;
import org.tremplin.association.Profile;
import org.tremplin.association.Role;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.Change;
import org.tremplin.campaign.NewsWriting;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Promised;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.identity.People;
import org.tremplin.ledger.Ledger;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.event.Pump;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.Evidence.Why;
import org.tremplin.transparency.ReportWriting;
import org.tremplin.transparency.Spending;
import org.tremplin.transparency.UseOfFunds;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The evidence of campaigns on the real database: the file, and the page that says the same. */
@TestApplication
@Import(Samples.class)
class EvidenceTest {

    private static final LocalDate SOON = LocalDate.of(2026, 11, 20);

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Founding founding;

    @Autowired
    Ledger ledger;

    @Autowired
    Spending spending;

    @Autowired
    UseOfFunds funds;

    @Autowired
    CampaignDesign design;

    @Autowired
    NewsWriting news;

    @Autowired
    ReportWriting reports;

    @Autowired
    ReadEvidence evidences;

    @Autowired
    EvidenceJson json;

    @Autowired
    Pump pump;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestConnections connections;

    @Autowired
    TestClock clock;

    private Association association;
    private PublishedCampaign campaign;
    private String slug;
    private Movements money;
    private Visitor visitor;

    @BeforeEach
    void campaign() {
        slug = "preuves-" + UUID.randomUUID().toString().substring(24);
        association = samples.association("Jardins " + slug);
        campaign = samples.publish(association.id(), slug, plan());
        money = new Movements(ledger, spending, campaign);
        visitor = visitors.anonymous();
    }

    /** With a co-funder of each kind, people, and one promise of each kind. */
    private Plan plan() {
        Plan plan = samples.plan("Un jardin pour tous");
        List<Plan.BudgetLine> lines = plan.lines().stream()
                .map(line -> line.label().equals("Terre") ? Samples.costing(line, 95_000, 60_000) : line)
                .toList();
        return plan.budgeted(
                        lines,
                        List.of(
                                resource("Ville de Valmorin", 20_000, Plan.ResourceState.GRANTED),
                                resource("Fondation du Fleuve", 15_000, Plan.ResourceState.ASKED)),
                        plan.belowGoal(),
                        plan.aboveGoal())
                .promising(List.of(
                        promise(Plan.Telling.UPDATE, "Des nouvelles du chantier"),
                        promise(Plan.Telling.REPORT, "Bilan de l’automne"),
                        promise(Plan.Telling.MILESTONE, "La terre est livrée")));
    }

    @Test
    void keepsToItsSchemaWhetherFullOrEmpty() {
        String empty = file();
        EvidenceSchema.accepts(empty);
        live();
        String full = file();
        EvidenceSchema.accepts(full);
        assertThat(full)
                .contains("\"promisedCents\" : 0")
                .contains("\"format\" : \"tremplin-evidence\"", "\"currency\" : \"EUR\"", "\"fictitious\" : true");
        assertThat(full.getBytes()).hasSizeLessThan(40_000);
        assertThat(json.read(full.getBytes())).isEqualTo(evidence());
        // a number with a point, and anything undescribed, are no evidence
        assertThat(EvidenceSchema.refuses(changed(full, "\"plannedCents\" : 95000", "\"plannedCents\" : 950.5")))
                .isTrue();
        assertThat(EvidenceSchema.refuses(changed(full, "\"zone\"", "\"email\" : \"\", \"zone\"")))
                .isTrue();
    }

    @Test
    void readsAFileOfRevisionOneZero() {
        live();
        ObjectNode file = (ObjectNode) new JsonMapper().readTree(file());
        file.remove("remainders");
        file.remove("waivers");
        file.remove("gates");
        file.remove("support");
        ((ObjectNode) file.get("figures")).remove("feesAwaited");
        String older = file.toString();
        EvidenceSchema.accepts(older);
        Evidence read = json.read(older.getBytes(StandardCharsets.UTF_8));
        assertThat(read.remainders()).isEmpty();
        assertThat(read.waivers()).isEmpty();
        assertThat(read.gates()).isEmpty();
        assertThat(read.support()).isNull();
        assertThat(read.figures().feesAwaited()).isNull();
    }

    @Test
    void saysThatNobodyStatedWhatBecomesOfTheRest() {
        money.gift(50_000);
        Evidence.Missing unstated = new Evidence.Missing("remainders", Why.NOT_DECLARED);
        assertThat(evidence().missing()).doesNotContain(unstated);
        assertThat(evidence().figures().feesAwaited()).isFalse();
        design.close(association.id(), campaign.campaign().id()).block();
        assertThat(evidence().missing()).contains(unstated);
        EvidenceSchema.accepts(file());
        assertThat(visitor.page(path("mecene")))
                .contains("ce que devient l’argent non dépensé")
                .doesNotContain("??");
    }

    @Test
    void publishesItsSchema() {
        visitor.web()
                .get()
                .uri("/preuves-v1.schema.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.parseMediaType("application/schema+json"));
    }

    @Test
    void tellsTheFiguresOfTheBooksToTheCent() {
        money.gift(50_055);
        UUID shown = money.spend(0, 25_050, "Deux tonnes de terre", "", false);
        money.spend(1, 8_000, "Des bêches", "", false);
        money.fee(175);
        statement(shown, false);
        CampaignUse use = Objects.requireNonNull(funds.of(campaign).block());
        Evidence.Figures figures = evidence().figures();
        for (int at = 0; at < use.lines().size(); at++) {
            CampaignUse.Line line = use.lines().get(at);
            Evidence.Amounts told = figures.lines().get(at);
            assertThat(told.plannedCents()).isEqualTo(line.plannedCents());
            assertThat(told.giftsCents()).isEqualTo(line.receivedCents());
            assertThat(told.receivedCents()).isEqualTo(line.receivedCents() + line.elsewhereReceivedCents());
            assertThat(told.spentCents()).isEqualTo(line.spentCents() + line.elsewhereSpentCents());
            assertThat(told.leftCents()).isEqualTo(told.receivedCents() - told.spentCents());
        }
        Evidence.Amounts total = figures.total();
        assertThat(total.giftsCents()).isEqualTo(balance("-sum(cents)", "account like '754%'"));
        assertThat(total.spentCents()).isEqualTo(balance("sum(cents)", "account like '6%'"));
        assertThat(total.plannedCents())
                .isEqualTo(135_000)
                .isEqualTo(evidence().budget().costCents());
        assertThat(figures.lines()).extracting(Evidence.Amounts::provenCents).startsWith(25_050L, 0L);
        assertThat(figures.toFindCents()).isEqualTo(100_000 - 50_055);
        Evidence.Proof proof = evidence().proof();
        assertThat(proof.provenCents()).isEqualTo(total.provenCents());
        assertThat(proof.percent()).isEqualTo((int) (proof.provenCents() * 100 / proof.spentCents()));
        assertThat(proof.expenses()).isEqualTo(2).isEqualTo(proof.approvedByAnother());
        assertThat(proof.papers()).isEqualTo(1);
    }

    @Test
    void countsNoProofThatWasWithdrawn() {
        money.gift(50_000);
        statement(money.spend(0, 20_000, "Deux tonnes de terre", "", false), true);
        assertThat(evidence().proof()).isEqualTo(new Evidence.Proof(20_000, 0, 0, 1, 1, 0, 1));
    }

    @Test
    void saysWhereCoFundersStand() {
        assertThat(evidence().budget().resources())
                .extracting(Evidence.Resource::label, Evidence.Resource::state, Evidence.Resource::cents)
                .containsExactly(
                        tuple("Ville de Valmorin", Evidence.CoState.PROMISED, 20_000L),
                        tuple("Fondation du Fleuve", Evidence.CoState.ASKED, 15_000L));
        assertThat(evidence().budget().balanced()).isTrue();
    }

    @Test
    void saysWhatIsMissingAndNeverZero() {
        Association bare = bare();
        String other = slug + "-nu";
        samples.publish(bare.id(), other, samples.plan("Sans rien de plus"));
        Evidence evidence = evidence(other);
        assertThat(evidence.missing())
                .contains(
                        new Evidence.Missing("association.siren", Why.NOT_DECLARED),
                        new Evidence.Missing("association.receipts", Why.NOT_DECLARED),
                        new Evidence.Missing("association.papers", Why.NOT_HELD),
                        new Evidence.Missing("budget.resources", Why.NOT_DECLARED),
                        new Evidence.Missing("telling.updates", Why.NOT_DECLARED),
                        new Evidence.Missing("proof.percent", Why.NOTHING_YET),
                        new Evidence.Missing("journal", Why.NOTHING_YET));
        // a court of Alsace-Moselle keeps its register: no number is missing
        assertThat(evidence.missing()).extracting(Evidence.Missing::what).doesNotContain("association.rna");
        assertThat(evidence.association().receipts()).isNull();
        assertThat(evidence.proof().percent()).isNull();
        assertThat(evidence.journal()).isNull();
        EvidenceSchema.accepts(file(other));
    }

    @Test
    void countsDaysLate() {
        clock.pass(Duration.ofDays(7));
        reports.report(association, campaign, promised(1), "Bilan", "Voici.", UUID.randomUUID(), Role.TREASURER)
                .block();
        Evidence.Telling telling = evidence().telling();
        assertThat(telling.reportsKept()).isEqualTo(new Evidence.Kept(1, 1, 1, 1, 3));
        assertThat(telling.updatesKept()).isEqualTo(new Evidence.Kept(1, 1, 0, 1, 3));
        assertThat(telling.reports()).isEqualTo(1);
        assertThat(telling.last()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(evidence().calendar().milestones())
                .singleElement()
                .extracting(Evidence.Promise::state, Evidence.Promise::daysLate)
                .containsExactly(Promised.State.LATE, 3L);
    }

    @Test
    void tellsAmendmentsWithTheirReasons() {
        amend("la mairie prête les outils");
        Evidence.Amendment amendment = evidence().amendments().get(0);
        assertThat(amendment.reason()).isEqualTo("la mairie prête les outils");
        assertThat(amendment.role()).isEqualTo("PRESIDENT");
        assertThat(amendment.changes())
                .containsExactly(new Evidence.Difference(Change.What.LINE, "Outils", 30_000L, 20_000L, null, null));
    }

    @Test
    void carriesTheSignedHeadOfTheJournal() {
        live();
        Evidence.Journal journal = Objects.requireNonNull(evidence().journal());
        assertThat(journal.checkpoint()).startsWith(journal.origin() + "\n" + journal.size() + "\n");
        assertThat(journal.address()).endsWith("/c/" + slug + "/journal.jsonl");
    }

    @Test
    void isThereForEndedCampaignsAndNotForDrafts() {
        design.create(association.id(), slug + "-x", samples.plan("Brouillon")).block();
        visitor.get("/c/" + slug + "-x/preuves.json").expectStatus().isNotFound();
        visitor.get("/c/inconnue/preuves.json").expectStatus().isNotFound();
        design.close(association.id(), campaign.campaign().id()).block();
        Evidence evidence = evidence();
        assertThat(evidence.campaign().state()).isEqualTo(Evidence.State.ENDED);
        assertThat(evidence.calendar().closedOn()).isEqualTo(LocalDate.of(2026, 11, 16));
        EvidenceSchema.accepts(file());
    }

    @Test
    void namesNobodyWhoDidNotAskForIt() {
        live();
        money.spend(0, 1_000, "Des planches", "SECRET-Menuiserie", false);
        database.sql("""
                insert into donation.donation (id, campaign_id, association_id, edition, state, cents, currency, language,
                  email, first_name, last_name, public_name, receipt, street, postal_code, city, country, company,
                  company_name, news, objection, covers_fees, token, settled_by, settled_at, settled_on, created_at,
                  changed_at, means, message)
                values (gen_random_uuid(), :campaign, :association, 1, 'SETTLED', 5000, 'EUR', 'fr',
                  'secret-adresse@secret.example', 'SECRET-Prénom', 'SECRET-Nom', false, true, 'SECRET-Rue', '69008',
                  'SECRET-Ville', 'FR', true, 'SECRET-Société', false, false, false, :token, gen_random_uuid(),
                  now(), current_date, now(), now(), 'CHEQUE', 'SECRET-Mot')
                """)
                .bind("campaign", campaign.campaign().id().value())
                .bind("association", association.id().value())
                .bind("token", "SECRET-jeton-" + slug)
                .then()
                .block();
        for (String address : List.of(path("preuves.json"), path("mecene"), "/en" + path("mecene"))) {
            assertThat(visitor.page(address))
                    // those who give time, and the seat of a small association, which is somebody's home
                    .doesNotContainIgnoringCase("secret", "Amina", "rue des Essais")
                    .doesNotContain(association.id().value().toString());
        }
    }

    @Test
    void saysOnThePageWhatTheFileSays() {
        live();
        Document page = Jsoup.parse(visitor.page(path("mecene")));
        Evidence file = json.read(Objects.requireNonNull(ask(null).getResponseBody()));
        List<List<String>> rows = page.select("#t-budget ~ table").get(0).select("tbody tr, tfoot tr").stream()
                .map(row ->
                        row.select("th > span > span, th:not(:has(span)), td").eachText())
                .toList();
        List<List<String>> told = Stream.concat(
                        file.figures().lines().stream(),
                        Stream.of(file.figures().total()))
                .map(EvidenceTest::cells)
                .toList();
        assertThat(rows).isEqualTo(told);
        assertThat(page.select("#t-budget ~ table").get(1).select("tbody tr").eachText())
                .contains("Ville de Valmorin 200,00 € promise non communiqué");
        assertThat(page.select(".ob dl").text())
                .contains(file.proof().percent() + " %", "1 sur 1", "1 tenue sur 1 sans retard", "1, motivé");
        assertThat(page.select(".dates").text())
                .contains("Bilan de l’automne bilan, tenu à l’heure, le 16 novembre 2026");
        assertThat(page.text()).contains("la mairie prête les outils", "Outils 300 € → 200 €");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(file.address());
    }

    @Test
    void saysWhatAGiftCostsACompanyWhoseReceiptIsFounded() {
        assertThat(plain(visitor.page(path("mecene"))))
                .contains("2 000 € donnés coûtent 800 € après impôt", "CGI art. 238 bis");
        assertThat(plain(visitor.page(path("mecene"))))
                .contains("25 % du don, soit 500 €", "peut être cité", "20 000 €", "5 exercices");
        String other = slug + "-sans";
        samples.publish(bare().id(), other, samples.plan("Sans reçu"));
        assertThat(plain(visitor.page("/c/" + other + "/mecene")))
                .contains("comptez que 2 000 € donnés coûtent 2 000 €")
                .doesNotContain("après impôt");
        String ended = slug + "-fini";
        PublishedCampaign over = samples.publish(association.id(), ended, samples.plan("Terminée"));
        design.close(association.id(), over.campaign().id()).block();
        assertThat(plain(visitor.page("/c/" + ended + "/mecene"))).doesNotContain("au nom d’une entreprise");
    }

    @Test
    void namesTheLineThatLacksMostAndNoneOnceItEnded() {
        money.gift(10_000);
        assertThat(plain(visitor.page(path("mecene"))))
                .contains("La ligne à soutenir Terre, 540 € à trouver sur 600 € demandés aux dons");
        design.close(association.id(), campaign.campaign().id()).block();
        assertThat(BareLines.barest(evidence())).isPresent();
    }

    @Test
    void tellsAConditionThatWasPassedOverWithItsReason() {
        database.sql("""
                insert into campaign.gate_waiver (id, campaign_id, gate, reason, role, waived_at)
                values (gen_random_uuid(), :campaign, 'equipe', 'Nous cherchons une seconde personne.', 'PRESIDENT', :now)
                """)
                .bind("campaign", campaign.campaign().id().value())
                .bind("now", clock.instant())
                .then()
                .block();
        assertThat(evidence().waivers())
                .containsExactly(new Evidence.Waived(
                        "equipe", "Nous cherchons une seconde personne.", "PRESIDENT", LocalDate.of(2026, 11, 16)));
        EvidenceSchema.accepts(file());
        assertThat(Jsoup.parse(visitor.page(path("mecene"))).text())
                .contains("Passé outre", "Nous cherchons une seconde personne.", "le 16 novembre 2026");
    }

    @Test
    void isReadInBothLanguagesWhateverIsMissing() {
        for (String language : List.of("", "/en")) {
            for (boolean lively : List.of(false, true)) {
                if (lively && language.isEmpty()) {
                    live();
                }
                String page = visitor.page(language + path("mecene"));
                assertThat(page).doesNotContain("??", "style=", ">null<", "Amina");
                assertThat(Jsoup.parse(page).select(".miss").eachText())
                        .anyMatch(one ->
                                one.startsWith(language.isEmpty() ? "statuts et comptes" : "statutes and accounts"));
            }
        }
        visitor.get("/c/inconnue/mecene").expectStatus().isNotFound();
        assertThat(visitor.page("/c/" + slug)).contains("/c/" + slug + "/mecene");
    }

    /** Its words, with plain blanks. */
    private static String plain(String page) {
        return Jsoup.parse(page).text().replaceAll("[\\u00A0\\u202F]", " ");
    }

    /** As the reader of HTML turns them. */
    private static String blanks(String text) {
        return text.replace('\u00A0', ' ');
    }

    private static List<String> cells(Evidence.Amounts line) {
        return Stream.concat(
                        Stream.of(line.code().isEmpty() ? "Total" : line.label()),
                        LongStream.of(
                                        line.plannedCents(),
                                        line.receivedCents(),
                                        line.spentCents(),
                                        line.provenCents(),
                                        line.leftCents())
                                .mapToObj(cents -> blanks(MoneyText.exact(cents, Locale.FRENCH))))
                .toList();
    }

    @Test
    void isSentAgainOnlyWhenItChanged() {
        EntityExchangeResult<byte[]> first = ask(null);
        String tag = Objects.requireNonNull(first.getResponseHeaders().getETag());
        assertThat(first.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        assertThat(ask(tag).getStatus().value()).isEqualTo(304);
    }

    @Test
    void readsAsOftenForManyGiftsAndExpenses() {
        live();
        long few = queries();
        for (int more = 0; more < 12; more++) {
            money.gift(10_000);
            statement(money.spend(more % 2, 700 + more, "Achat " + more, "", false), false);
        }
        pump.drain().block();
        evidence();
        assertThat(queries()).isEqualTo(few).isLessThanOrEqualTo(18);
    }

    /** Of one reading; the least of some, as the application asks things of its own meanwhile. */
    @Test
    void saysWhatWasCheckedBeforeItOpenedWithItsDayAndWithoutAName() {
        Document page = Jsoup.parse(visitor.page("/c/" + slug + "/mecene"));
        assertThat(page.select("section[aria-labelledby=t-verifie] dt")).hasSize(8);
        assertThat(page.select("section[aria-labelledby=t-verifie]").text())
                .contains("Décision du bureau du", "par pièce datée", "personnes ont l’accès", "Au plus tard le")
                .doesNotContain("@");
        assertThat(Jsoup.parse(visitor.page("/en/c/" + slug + "/mecene")).text())
                .contains("Checked before it opened", "by a dated paper");
        assertThat(checked("")).isEqualTo("Les huit conditions, chacune avec sa date");
    }

    @Test
    void keepsWhatWasSoWhenItOpened() {
        String before = Jsoup.parse(visitor.page("/c/" + slug + "/mecene"))
                .select("section[aria-labelledby=t-verifie]")
                .text();
        database.sql("update campaign.formality set decided_on = date '2020-01-01' where campaign_id = :id")
                .bind("id", campaign.campaign().id().value())
                .then()
                .block();
        assertThat(evidences.read(slug).block().evidence().gates())
                .anyMatch(met -> met.gate().equals("decision") && met.on().getYear() > 2020);
        assertThat(before).contains("jour de la publication");
    }

    /** A campaign of before: missing is told as missing. */
    @Test
    void saysThatTheChecksOfAnOldCampaignWereNotKept() {
        database.sql("delete from campaign.gate_met where campaign_id = :id")
                .bind("id", campaign.campaign().id().value())
                .then()
                .block();
        Document page = Jsoup.parse(visitor.page("/c/" + slug + "/mecene"));
        assertThat(page.select("section[aria-labelledby=t-verifie]").text()).contains("Non gardé");
        assertThat(page.select("section[aria-labelledby=t-verifie] dt")).isEmpty();
        assertThat(checked("")).isEmpty();
    }

    /** The page of the campaign promises no more than this one keeps. */
    @Test
    void claimsNoMoreThanWasCheckedOfACampaignThatPassedAConditionOver() {
        database.sql("delete from campaign.gate_met where campaign_id = :id and gate = 'equipe'")
                .bind("id", campaign.campaign().id().value())
                .then()
                .block();
        assertThat(checked("")).isEqualTo("Les conditions remplies, et celles passées outre avec leur raison");
        assertThat(checked("/en")).isEqualTo("The conditions that were met, and those passed over with their reason");
        assertThat(Jsoup.parse(visitor.page("/c/" + slug))
                        .select(".trust li:has(a[href$='#t-verifie']) use[href$='#check']"))
                .isEmpty();
    }

    /** What the page of the campaign says of the conditions, as its link. */
    private String checked(String language) {
        return Jsoup.parse(visitor.page(language + "/c/" + slug))
                .select("a[href$='/mecene#t-verifie']")
                .text();
    }

    private long queries() {
        evidence();
        return LongStream.range(0, 5)
                .map(look -> {
                    long before = connections.queries();
                    evidence();
                    return connections.queries() - before;
                })
                .min()
                .orElseThrow();
    }

    /** Gifts, an expense with its proof, its fee, an update, a report and an amendment. */
    private void live() {
        money.gift(50_000);
        statement(money.spend(0, 25_050, "Deux tonnes de terre", "", false), false);
        money.fee(175);
        news.tell(
                        association,
                        campaign.campaign().id(),
                        promised(0),
                        "Le chantier avance",
                        "La terre est là.",
                        UUID.randomUUID(),
                        Role.EDITOR)
                .block();
        reports.report(association, campaign, promised(1), "Bilan", "Voici.", UUID.randomUUID(), Role.TREASURER)
                .block();
        amend("la mairie prête les outils");
        pump.drain().block();
    }

    private void amend(String reason) {
        Plan plan = campaign.plan();
        List<Plan.BudgetLine> lines = plan.lines().stream()
                .map(line -> line.label().equals("Outils") ? Samples.costing(line, 20_000, 20_000) : line)
                .toList();
        Campaign own = campaign.campaign();
        design.revise(
                        association.id(),
                        own.id(),
                        plan.budgeted(lines, plan.resources(), plan.belowGoal(), plan.aboveGoal()))
                .then(design.publish(association.id(), own.id(), Role.PRESIDENT, reason))
                .block();
    }

    /** A public statement in place of a payslip. */
    private void statement(UUID expense, boolean withdrawn) {
        database.sql("""
                insert into transparency.proof (id, association_id, expense, kind, state, added_by, added_at, file_name,
                  original_type, original_size, statement, published_on, withdrawn_on, reason)
                values (:id, :association, :expense, 'ATTESTATION', :state, :id, now(), '', '', 0, 'Fait', '2026-11-12',
                  cast(:withdrawn as date), '')
                """)
                .bind("id", UUID.randomUUID())
                .bind("association", association.id().value())
                .bind("expense", expense)
                .bind("state", withdrawn ? "WITHDRAWN" : "PUBLISHED")
                .bind("withdrawn", Parameters.in(R2dbcType.VARCHAR, withdrawn ? "2026-11-13" : null))
                .then()
                .block();
    }

    /** In a register of Alsace-Moselle, without anything that is not obliged. */
    private Association bare() {
        UUID founder = Objects.requireNonNull(people.welcome(UUID.randomUUID() + "@essai.example", "Lou Essai", "fr")
                        .block())
                .id();
        Profile profile = new Profile(
                "Nue " + slug,
                "Vivre mieux ensemble",
                new Association.Address("1 rue des Essais", "67000", "Strasmodèle"),
                null,
                null,
                new Association.Registry("Strasmodèle", "12", "34"));
        return Objects.requireNonNull(founding.found(profile, founder).block()).fold(done -> done, only -> {
            throw new AssertionError(only);
        });
    }

    private Evidence evidence() {
        return evidence(slug);
    }

    private Evidence evidence(String slug) {
        return Objects.requireNonNull(evidences.read(slug).block()).evidence();
    }

    private String file() {
        return file(slug);
    }

    /** As it is now, without the two seconds that visitors may share. */
    private String file(String slug) {
        visitor.get("/c/" + slug + "/preuves.json").expectStatus().isOk();
        return new String(json.write(evidence(slug)), StandardCharsets.UTF_8);
    }

    private EntityExchangeResult<byte[]> ask(String tag) {
        return visitor.web()
                .get()
                .uri(path("preuves.json"))
                .headers(headers -> {
                    if (tag != null) {
                        headers.set(HttpHeaders.IF_NONE_MATCH, tag);
                    }
                })
                .exchange()
                .expectBody(byte[].class)
                .returnResult();
    }

    private static JsonNode changed(String file, String one, String other) {
        assertThat(file).contains(one);
        return new JsonMapper().readTree(file.replace(one, other));
    }

    private long balance(String sum, String where) {
        return Objects.requireNonNull(database.sql("select " + sum + "::bigint as cents from ledger.entry where "
                        + where + " and campaign_id = :campaign")
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> Objects.requireNonNull(row.get("cents", Long.class)))
                .one()
                .block());
    }

    private String path(String page) {
        return "/c/" + slug + "/" + page;
    }

    private UUID promised(int number) {
        return campaign.plan().promises().get(number).id();
    }

    private static Plan.Promise promise(Plan.Telling kind, String what) {
        return new Plan.Promise(UUID.randomUUID(), kind, what, SOON, Role.TREASURER);
    }

    private static Plan.Resource resource(String label, long cents, Plan.ResourceState state) {
        return new Plan.Resource(UUID.randomUUID(), label, cents, state, null);
    }
}

package org.tremplin.site.funds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Movements;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestConnections;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.ledger.Ledger;
import org.tremplin.site.campaign.Snapshot;
import org.tremplin.site.campaign.Snapshots;
import org.tremplin.transparency.ReportWriting;
import org.tremplin.transparency.Spending;
import org.tremplin.transparency.Spent;

/** The page of the use of funds on the real database. */
@TestApplication
@Import(Samples.class)
class FundsPageTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Ledger ledger;

    @Autowired
    Spending spending;

    @Autowired
    CampaignDesign design;

    @Autowired
    ReportWriting reports;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestConnections connections;

    @Autowired
    Snapshots snapshots;

    @Autowired
    FundsSnapshots funds;

    private Association association;
    private PublishedCampaign campaign;
    private String slug;
    private Movements money;
    private Visitor visitor;

    @BeforeEach
    void campaign() {
        slug = "fonds-" + UUID.randomUUID().toString().substring(24);
        association = samples.association("Jardins " + slug);
        campaign = samples.campaign(association, slug);
        money = new Movements(ledger, spending, campaign);
        visitor = visitors.anonymous();
    }

    @Test
    void saysWhatIsPlannedWhileNothingCame() {
        assertThat(page(""))
                .contains(
                        "Rien n’est encore reçu",
                        "Aucune dépense pour l’instant",
                        "Ce qui est mesuré paraît dans les bilans",
                        "les engagements sont ceux du premier jour")
                .doesNotContain("flow-svg", "??", "style=");
        assertThat(page("/en")).contains("Nothing is received yet").doesNotContain("??", "Reste");
    }

    @Test
    void isNotThereForADraftOrAnUnknownAddress() {
        design.create(association.id(), slug + "-x", samples.plan("Brouillon")).block();
        visitor.get("/c/" + slug + "-x/fonds").expectStatus().isNotFound();
        visitor.get("/c/inconnue/fonds").expectStatus().isNotFound();
    }

    @Test
    void tellsWhatIsReceivedSpentAndLeftToTheCent() {
        money.gift(100_000);
        money.spend(0, 25_050, "Deux tonnes de terre", "Terres de Lyre", true);
        money.fee(175);
        assertThat(page(""))
                .contains("Sur <b>1\u202F000\u00A0€</b> reçus, <b class=pro>252\u00A0€</b> sont dépensés")
                .contains(
                        "il reste <b>748\u00A0€</b>",
                        "flow-svg",
                        "Deux tonnes de terre",
                        "Terres de Lyre",
                        "Preuve pas encore publiée")
                // the line, and the costs of collecting
                .contains("250,50\u00A0€", "349,50\u00A0€", "1,75\u00A0€", "747,75\u00A0€")
                .doesNotContain("??");
        assertThat(page("/en")).contains("Of <b>€1,000</b> received", "€747.75").doesNotContain("??");
    }

    @Test
    void saysThatPaymentFeesAloneAreNoExpense() {
        money.gift(100_000);
        money.fee(200);
        assertThat(page(""))
                .contains("Aucune dépense encore")
                .doesNotContain("Tout ce qui est dépensé a une preuve", "??");
        assertThat(page("/en")).contains("No expense yet").doesNotContain("??");
        assertThat(visitor.page("/c/" + slug))
                .contains("Aucune dépense encore")
                .doesNotContain("Preuves publiées", "??");
        assertThat(visitor.page("/c/" + slug + "/mecene"))
                .contains("aucune dépense encore")
                .doesNotContain("100\u00A0%");
        assertThat(visitor.page("/c/" + slug + "/preuves.json")).contains("\"percent\" : null");
    }

    @Test
    void tellsWhatWaitsForAProof() {
        money.gift(100_000);
        money.spend(0, 25_000, "Les planches", "", false);
        money.fee(200);
        assertThat(page(""))
                .contains("Dépensé, preuve attendue", "De ce qui est dépensé, <b class=pro>2\u00A0€</b> ont une preuve")
                .doesNotContain("??");
    }

    @Test
    void tellsWhatIsProvenAndSinceWhen() {
        money.gift(100_000);
        state(money.spend(0, 20_000, "Les planches", "", false), "Attestation signée : les planches");
        money.spend(0, 5_000, "Les clous", "", false);
        money.fee(200);
        // the planks and the fee, of everything
        assertThat(page(""))
                .contains("De ce qui est dépensé, <b class=pro>202\u00A0€</b> ont une preuve")
                .contains("80\u00A0%", ", dernière preuve le 12\u00A0novembre 2026", "publiée le 12\u00A0novembre 2026")
                .contains("200,00\u00A0€")
                .doesNotContain("??");
        assertThat(visitor.page("/c/" + slug)).contains("Preuves publiées\u00A0: 80\u00A0% de cette somme");
        assertThat(visitor.page("/en/c/" + slug)).contains("Proofs published: 80%", "80% with proof");
    }

    @Test
    void tellsWhatReportsMeasured() {
        money.gift(20_000);
        reports.report(association, campaign, null, "Le bilan de l’an un", "Voici.", UUID.randomUUID(), Role.TREASURER)
                .block();
        money.gift(5_000);
        FundsSnapshot now = Objects.requireNonNull(
                funds.complete(Objects.requireNonNull(snapshots.find(slug).block()))
                        .block());
        assertThat(now.reports())
                .singleElement()
                .satisfies(
                        report -> assertThat(report.figures().receivedCents()).isEqualTo(20_000));
        assertThat(page("/en")).contains("Le bilan de l’an un", "figures frozen on that day: €200.00 received");
    }

    @Test
    void tellsAnAmendmentWithItsReason() {
        Plan plan = campaign.plan();
        List<Plan.BudgetLine> lines = plan.lines().stream()
                .map(line -> line.label().equals("Outils") ? Samples.costing(line, 20_000) : line)
                .toList();
        design.revise(
                        association.id(),
                        campaign.campaign().id(),
                        plan.budgeted(lines, plan.resources(), plan.belowGoal(), plan.aboveGoal()))
                .block();
        design.publish(association.id(), campaign.campaign().id(), Role.PRESIDENT, "la mairie prête les outils")
                .block();
        assertThat(page(""))
                .contains("la mairie prête les outils", "Présidence", "<s>300\u00A0€</s>", "<b>200\u00A0€</b>")
                .contains("\u2212100\u00A0€");
    }

    @Test
    void showsNobodyWhoDidNotAskForIt() {
        money.gift(50_000);
        money.spend(0, 12_000, "Des planches", "SECRET-Menuiserie Baral", false);
        money.spend(1, 8_000, "Des clous", "Quincaillerie montrée", true);
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
                .bind("association", id())
                .bind("token", "SECRET-jeton-" + slug)
                .then()
                .block();
        for (String language : List.of("", "/en")) {
            assertThat(page(language))
                    .contains("Quincaillerie montrée", "Des planches")
                    .doesNotContainIgnoringCase("secret");
        }
    }

    @Test
    void readsAsOftenForManyGiftsAndExpenses() {
        money.gift(10_000);
        money.spend(0, 1_000, "Un sac", "", false);
        long few = queries();
        for (int more = 0; more < 12; more++) {
            money.gift(10_000);
            money.spend(more % 2, 700 + more, "Achat " + more, "", false);
        }
        assertThat(queries()).isEqualTo(few).isLessThanOrEqualTo(8);
    }

    @Test
    void listsWhatItsFiguresAreMadeOfWhileOthersWrite() {
        money.gift(100_000);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(
                () -> IntStream.range(0, 15).forEach(at -> money.spend(at % 2, 100 + at, "Achat " + at, "", false)),
                task -> new Thread(task).start());
        do {
            FundsSnapshot seen = Objects.requireNonNull(funds.read(slug).block());
            assertThat(seen.spending().stream()
                            .flatMap(spent -> spent.parts().stream())
                            .mapToLong(Spent.Part::cents)
                            .sum())
                    .isEqualTo(seen.use().total().spentCents());
        } while (!writing.isDone());
        writing.join();
    }

    /** Of one reading of what the page needs; the least of some, as the application asks things of its own meanwhile. */
    private long queries() {
        Snapshot seen = Objects.requireNonNull(snapshots.find(slug).block());
        return LongStream.range(0, 5)
                .map(look -> {
                    long before = connections.queries();
                    funds.complete(seen).block();
                    return connections.queries() - before;
                })
                .min()
                .orElseThrow();
    }

    private String page(String language) {
        return visitor.page(language + "/c/" + slug + "/fonds");
    }

    private void state(UUID expense, String words) {
        database.sql("""
                insert into transparency.proof (id, association_id, expense, kind, state, added_by, added_at, file_name,
                  original_type, original_size, statement, published_on)
                values (gen_random_uuid(), :association, :expense, 'ATTESTATION', 'PUBLISHED', gen_random_uuid(), now(),
                  '', '', 0, :words, date '2026-11-12')
                """)
                .bind("association", id())
                .bind("expense", expense)
                .bind("words", words)
                .then()
                .block();
    }

    private UUID id() {
        return association.id().value();
    }
}

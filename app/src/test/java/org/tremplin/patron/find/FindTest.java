package org.tremplin.patron.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.Movements;
import org.tremplin.PaidGifts;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.ledger.Ledger;
import org.tremplin.platform.event.Pump;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.Evidences;
import org.tremplin.transparency.ReportWriting;
import org.tremplin.transparency.Spending;

/** A patron looks for projects. */
@TestApplication
@Import({Samples.class, PaidGifts.class})
class FindTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Catalogue catalogue;

    @Autowired
    CampaignDesign design;

    @Autowired
    PaidGifts gifts;

    @Autowired
    Ledger ledger;

    @Autowired
    Spending spending;

    @Autowired
    ReportWriting reports;

    @Autowired
    Evidences evidences;

    @Autowired
    Associations associations;

    @Autowired
    TestClock clock;

    @Autowired
    Pump pump;

    @Test
    void showsWhatIsObservedApartFromWhatIsDeclaredAndWhatIsMissing() {
        PublishedCampaign garden = campaign("Un jardin");
        assertThat(page("/mecenes"))
                .contains("href=\"/c/" + slug(garden) + "/mecene\"")
                .contains("Droit aux reçus fiscaux déclaré le")
                .contains("Autres financeurs")
                .contains("Rien à observer encore");
    }

    @Test
    void findsByTheNameOfTheAssociationAndByTheWordsOfTheProject() {
        String name = "Zarbique" + UUID.randomUUID().toString().substring(30);
        PublishedCampaign garden = campaign(name);
        PublishedCampaign other = campaign("Autre");
        assertThat(page("/mecenes?q=" + name)).contains(slug(garden)).doesNotContain(slug(other));
        assertThat(page("/mecenes?q=jardins")).contains(slug(garden));
        assertThat(page("/mecenes?q=introuvable")).contains("Aucun projet ne répond");
    }

    @Test
    void saysThatAPlaceIsUnknownInsteadOfFindingNothing() {
        campaign("Lieu");
        assertThat(page("/mecenes?lieu=Xyzville")).contains("ni un département ni une commune");
        assertThat(page("/mecenes?lieu=Saint-Denis")).contains("Plusieurs lieux portent ce nom");
    }

    @Test
    void offersToKeepASearchAndNotEverything() {
        assertThat(page("/mecenes?lieu=Vienne"))
                .contains("href=\"/mecenes/compte/listes/recherche?lieu=Vienne\"")
                .contains("Vienne, Isère", "et les communes de ce nom");
        assertThat(page("/mecenes")).doesNotContain("/mecenes/compte/listes/recherche");
    }

    @Test
    void givesTheSameListToASpreadsheet() {
        PublishedCampaign garden = campaign("Tableau");
        assertThat(page("/mecenes.csv?cause=" + garden.plan().cause()))
                .startsWith("\uFEFFProjet;Association;")
                .contains("/c/" + slug(garden) + "/mecene");
        assertThat(page("/mecenes.csv?stade=terminee")).doesNotContain(slug(garden));
    }

    @Test
    void keepsWhatIsTickedAndLeadsToTheComparison() {
        PublishedCampaign garden = campaign("Cochée");
        assertThat(page("/mecenes?q=introuvable&c=" + slug(garden)))
                .contains("name=\"c\" value=\"" + slug(garden) + "\"");
        assertThat(page("/mecenes?c=" + slug(garden))).contains("action=\"/mecenes/comparer\"");
    }

    @Test
    void followsACampaignThatCloses() {
        PublishedCampaign garden = campaign("Close");
        assertThat(now(garden).stage()).isEqualTo(Stage.OPEN);
        design.close(garden.campaign().association(), garden.campaign().id()).block();
        assertThat(now(garden).stage()).isEqualTo(Stage.ENDED);
        assertThat(now(garden).has(Facet.LEFT, "rien")).isFalse();
    }

    @Test
    void followsAGiftThatIsSettled() {
        PublishedCampaign garden = campaign("Don");
        gifts.pay(garden, null, 600_00);
        pump.drain().block();
        assertThat(now(garden).receivedCents()).isEqualTo(600_00);
        assertThat(now(garden).has(Facet.FUNDED, "50-74")).isTrue();
    }

    @Test
    void followsAnExpenseAndAReportAndSaysWhatThePageOfTheProjectSays() {
        PublishedCampaign garden = campaign("Suivie");
        Movements money = new Movements(ledger, spending, garden);
        money.gift(400_00);
        money.spend(0, 150_00, "Deux tonnes de terre", "", false);
        assertThat(now(garden).provenPercent()).isZero();
        assertThat(now(garden).has(Facet.RECORD, "bilan")).isFalse();
        UUID promise = garden.plan().promises().get(0).id();
        clock.pass(Duration.ofDays(60));
        reports.report(owner(garden), garden, promise, "Bilan", "Voici.", UUID.randomUUID(), Role.TREASURER)
                .block();
        pump.drain().block();
        Project listed = now(garden);
        assertThat(listed.has(Facet.RECORD, "bilan")).isTrue();
        Evidence page = Objects.requireNonNull(evidences.find(slug(garden)).block());
        assertThat(listed.receivedCents()).isEqualTo(page.figures().total().giftsCents());
        assertThat(listed.leftCents()).isEqualTo(page.figures().toFindCents());
        assertThat(listed.spentCents()).isEqualTo(page.proof().spentCents());
        assertThat(listed.provenPercent()).isEqualTo(page.proof().percent());
        assertThat(listed.reports())
                .usingRecursiveComparison()
                .ignoringFields("due")
                .isEqualTo(page.telling().reportsKept());
        assertThat(listed.stage().name()).isEqualTo(page.campaign().state().name());
    }

    @Test
    void findsNoDraft() {
        Association owner = samples.association("Brouillon " + UUID.randomUUID());
        String slug = "find-" + UUID.randomUUID().toString().substring(24);
        catalogue.changed(Set.of(
                samples.draft(owner.id(), slug, samples.plan("Pas encore")).value()));
        assertThat(catalogue.projects(Order.NEWEST).block())
                .extracting(Project::slug)
                .doesNotContain(slug);
    }

    private Association owner(PublishedCampaign campaign) {
        return Objects.requireNonNull(
                associations.find(campaign.campaign().association()).block());
    }

    private Project now(PublishedCampaign campaign) {
        UUID id = campaign.campaign().id().value();
        catalogue.changed(Set.of(id));
        return Objects.requireNonNull(catalogue.projects(Order.NEWEST).block()).stream()
                .filter(project -> project.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private PublishedCampaign campaign(String association) {
        Association owner = samples.association(association + " " + UUID.randomUUID());
        PublishedCampaign made =
                samples.campaign(owner, "find-" + UUID.randomUUID().toString().substring(24));
        now(made);
        return made;
    }

    private static String slug(PublishedCampaign campaign) {
        return campaign.campaign().slug();
    }

    private String page(String address) {
        return visitors.anonymous().page(address);
    }
}

package org.tremplin.patron.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.PaidGifts;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.event.Pump;

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
        assertThat(page("/mecenes?lieu=Saint-Denis")).contains("Plusieurs communes portent ce nom");
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

    private Project now(PublishedCampaign campaign) {
        UUID id = campaign.campaign().id().value();
        catalogue.changed(Set.of(id));
        return Objects.requireNonNull(catalogue.projects().block()).stream()
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

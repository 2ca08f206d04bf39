package org.tremplin.site.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Founding;
import org.tremplin.association.Profile;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;

@TestApplication
@Import(Samples.class)
class CampaignListTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    CampaignDesign design;

    @Autowired
    People people;

    @Autowired
    Founding founding;

    private Association association;
    private Person president;

    @BeforeEach
    void found() {
        president = people.welcome("presidente@" + UUID.randomUUID() + ".example", "Amina Essai", "fr")
                .block();
        Profile profile = new Profile(
                "Les Jardins " + UUID.randomUUID(),
                "Cultiver ensemble",
                new Association.Address("1 rue des Essais", "69008", "Valmorin"),
                "W691234567",
                null,
                null);
        association = founding.found(profile, president.id())
                .map(founded -> founded.<Association>fold(done -> done, only -> {
                    throw new AssertionError(only);
                }))
                .block();
    }

    @Test
    void tellsDraftsFromWhatRunsAndWhatIsOver() {
        design.create(association.id(), slug(), samples.plan("Un brouillon")).block();
        samples.publish(association.id(), slug(), samples.plan("Une collecte en cours"));
        PublishedCampaign closed = samples.publish(association.id(), slug(), samples.plan("Une ancienne"));
        design.close(association.id(), closed.campaign().id()).block();

        Document page = page("PRESIDENT");
        assertThat(page.select("main h2").eachText()).containsExactly("En cours et à venir", "Brouillons", "Terminées");
        assertThat(page.select("section[aria-labelledby=drafts] .t").text()).isEqualTo("Un brouillon");
        assertThat(page.select("section[aria-labelledby=running] .t").text()).isEqualTo("Une collecte en cours");
        assertThat(page.select("section[aria-labelledby=closed] .t").text()).isEqualTo("Une ancienne");
        assertThat(page.select(".camp-links a[href$=/suppression]")).hasSize(1);
        assertThat(page.select(".mainnav a[aria-current=page]").text()).isEqualTo("Campagnes");
    }

    @Test
    void showsAReaderTheListAndNothingToChange() {
        design.create(association.id(), slug(), samples.plan("Un brouillon")).block();
        Document page = page("READER");
        assertThat(page.select("main .t").text()).isEqualTo("Un brouillon");
        assertThat(page.select(".camp-links")).isEmpty();
    }

    @Test
    void saysWhenThereIsNoneYet() {
        assertThat(page("PRESIDENT").text()).contains("Pas encore de campagne.");
    }

    private Document page(String role) {
        var visitor =
                role.equals("PRESIDENT") ? visitors.person(president.id()) : visitors.member(association.slug(), role);
        return Jsoup.parse(visitor.page("/espace/" + association.slug() + "/campagnes"));
    }

    private static String slug() {
        return "jardin-" + UUID.randomUUID().toString().substring(0, 8);
    }
}

package org.tremplin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.design.Draft;
import org.tremplin.campaign.design.Drafts;
import org.tremplin.platform.file.Files;

/** Drafts are deleted, what was public is not; pictures go when nothing shows them. */
@TestApplication
@Import(Samples.class)
class DiscardTest {

    private static final int KEPT_VERSIONS = 50;

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    CampaignDesign design;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Drafts drafts;

    @Autowired
    Files files;

    @Autowired
    DatabaseClient database;

    private Association association;
    private Visitor editor;

    @BeforeEach
    void found() {
        association = samples.association("Les Jardins " + UUID.randomUUID());
        editor = visitors.member(association.slug(), "EDITOR");
    }

    @Test
    void deletesADraftWithItsPicturesAfterAsking() {
        CampaignId id = draft();
        UUID cover = picture();
        UUID other = picture();
        show(id, cover);
        show(id, other);

        String page = editor.page(home(id) + "/suppression");
        assertThat(page).contains("Supprimer ce brouillon", "Un minibus");
        assertThat(campaigns.find(association.id(), id).block()).isNotNull();

        editor.post(home(id) + "/suppression")
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/espace/" + association.slug() + "/campagnes");
        assertThat(campaigns.find(association.id(), id).block()).isNull();
        assertThat(exists(cover)).isFalse();
        assertThat(exists(other)).isFalse();
        editor.get(home(id) + "/projet").expectStatus().isNotFound();
        editor.post(home(id) + "/suppression").expectStatus().isNotFound();
        editor.post(home(id) + "/publication").expectStatus().isForbidden();
    }

    @Test
    void neverDeletesWhatWasPublic() {
        PublishedCampaign published = samples.campaign(association, slug());
        CampaignId id = published.campaign().id();
        editor.get(home(id) + "/suppression").expectStatus().isNotFound();
        editor.post(home(id) + "/suppression").expectStatus().isNotFound();
        assertThat(drafts.discard(association.id(), id).block()).isFalse();
        assertThat(campaigns.findPublished(id).block()).isNotNull();
    }

    @Test
    void deletesNothingOfAnotherAssociation() {
        CampaignId id = draft();
        Association other = samples.association("Les Voisins " + UUID.randomUUID());
        visitors.member(other.slug(), "PRESIDENT")
                .post("/espace/" + other.slug() + "/c/" + id.value() + "/suppression")
                .expectStatus()
                .isNotFound();
        assertThat(campaigns.find(association.id(), id).block()).isNotNull();
    }

    @Test
    void keepsAReplacedPictureAsLongAsUndoMayBringItBack() {
        CampaignId id = draft();
        UUID first = picture();
        UUID second = picture();
        show(id, first);
        show(id, second);
        assertThat(exists(first)).isTrue();

        for (int change = 0; change < KEPT_VERSIONS; change++) {
            Draft draft = find(id);
            drafts.save(association.id(), draft, draft.plan().pictured(second, "Un minibus " + change), slug(draft))
                    .block();
        }
        assertThat(exists(first)).isFalse();
        assertThat(exists(second)).isTrue();
    }

    @Test
    void deletesAPictureThatWasUndone() {
        CampaignId id = draft();
        UUID cover = picture();
        show(id, cover);
        assertThat(drafts.undo(association.id(), id).block()).isTrue();
        assertThat(exists(cover)).isFalse();
    }

    @Test
    void keepsThePictureOfAnEdition() {
        UUID cover = picture();
        Plan plan = samples.plan("Un jardin").pictured(cover, "Un jardin");
        CampaignId id =
                samples.publish(association.id(), slug(), plan).campaign().id();
        for (int change = 0; change <= KEPT_VERSIONS + 1; change++) {
            show(id, null);
            show(id, picture());
        }
        assertThat(exists(cover)).isTrue();
    }

    private CampaignId draft() {
        return Objects.requireNonNull(design.create(association.id(), slug(), samples.plan("Un minibus"))
                .block());
    }

    private void show(CampaignId id, @org.jspecify.annotations.Nullable UUID cover) {
        Draft draft = find(id);
        drafts.save(association.id(), draft, draft.plan().pictured(cover, "Un minibus"), slug(draft))
                .block();
    }

    private Draft find(CampaignId id) {
        return Objects.requireNonNull(drafts.find(association.id(), id).block());
    }

    private static String slug(Draft draft) {
        return draft.campaign().slug();
    }

    private UUID picture() {
        return Objects.requireNonNull(
                files.storePublic(new byte[] {1, 2, 3}, "image/jpeg").block());
    }

    private boolean exists(UUID file) {
        return Boolean.TRUE.equals(database.sql("select 1 from platform.file where id = :id")
                .bind("id", file)
                .fetch()
                .first()
                .hasElement()
                .block());
    }

    private String home(CampaignId id) {
        return "/espace/" + association.slug() + "/c/" + id.value();
    }

    private static String slug() {
        return "minibus-" + UUID.randomUUID().toString().substring(0, 8);
    }
}

package org.tremplin.association.payee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Missing;
import org.tremplin.campaign.Publication;
import reactor.core.publisher.Flux;

/** An association publishes tonight without a payment provider: an account or an address is enough. */
@TestApplication(
        properties = {
            "tremplin.mode=single",
            "tremplin.secret=a-secret-of-tests-with-enough-characters",
            "spring.mail.host=127.0.0.1",
            "tremplin.mail.from=essais@association.example",
            "tremplin.admin.email=admin@association.example"
        })
@Import(Samples.class)
class PublishWithoutCardTest {

    private static final String IBAN = "FR76 3000 6000 0112 3456 7890 189";

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Associations associations;

    @Autowired
    CampaignDesign design;

    @Autowired
    org.springframework.r2dbc.core.DatabaseClient database;

    private Association association;
    private Visitor president;
    private String page;

    /** A single instance has one association. */
    @BeforeEach
    void association() {
        association = associations
                .findBySlug("la-seule")
                .switchIfEmpty(reactor.core.publisher.Mono.fromSupplier(() -> samples.association("La Seule"))
                        .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()))
                .block();
        database.sql("delete from association.payee").then().block();
        president = samples.president(association);
        page = "/espace/" + association.slug() + "/moyens-de-paiement";
    }

    @Test
    void publishesOnlyOnceGiftsCanArrive() {
        CampaignId draft = draft();
        String last = "/espace/" + association.slug() + "/c/" + draft.value() + "/publication";
        assertThat(publish(draft)).contains(Missing.MEANS.toString());
        assertThat(president.page(last)).contains("Il manque un moyen de paiement", page);

        president
                .post(page, "virement", "on", "titulaire", "La Seule", "iban", IBAN, "bic", "AGRIFRPP")
                .expectStatus()
                .isSeeOther();
        assertThat(president.page(page)).contains(IBAN, "AGRIFRPP", "Fermée");
        assertThat(president.page(last)).contains("Les dons peuvent arriver");
        assertThat(publish(draft)).contains("Published");
    }

    @Test
    void publishesWithAnAddressForCheques() {
        president
                .post(page, "cheque", "on", "ordre", "La Seule", "envoi", "1 rue\n69008 Valmorin")
                .expectStatus()
                .isSeeOther();
        assertThat(publish(draft())).contains("Published");
    }

    @Test
    void closesTheFormAgainWhenTheLastMeansIsTakenBack() {
        president
                .post(page, "cheque", "on", "ordre", "La Seule", "envoi", "1 rue")
                .expectStatus()
                .isSeeOther();
        CampaignId draft = draft();
        publish(draft);
        president.post(page).expectStatus().isSeeOther();
        String slug = database.sql("select slug from campaign.campaign where id = :id")
                .bind("id", draft.value())
                .map(row -> row.get(0, String.class))
                .one()
                .block();
        visitors.anonymous()
                .post("/c/" + slug + "/don", "montant", "50")
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void saysBesideTheFieldWhatIsWrongAndKeepsWhatWasTyped() {
        String answer = president
                .post(page, "virement", "on", "titulaire", "", "iban", "FR76 1234", "bic", "non", "cheque", "on")
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(answer)
                .contains("Écrivez le nom du titulaire", "Cet IBAN n’est pas juste", "FR76 1234", "Un BIC a 8 ou 11")
                .contains("Écrivez l’ordre du chèque", "Écrivez l’adresse où le chèque arrive");
    }

    @Test
    void letsTheTreasurerReadAndOnlyThePresidentDeclare() {
        Visitor treasurer = visitors.member(association.slug(), "TREASURER");
        assertThat(treasurer.page(page)).contains("La présidence déclare");
        treasurer.post(page, "cheque", "on").expectStatus().isForbidden();
        visitors.member(association.slug(), "EDITOR").get(page).expectStatus().isForbidden();
    }

    private CampaignId draft() {
        return samples.draft(association.id(), "projet-" + UUID.randomUUID(), samples.plan("Un projet"));
    }

    private String publish(CampaignId campaign) {
        return Flux.from(design.publish(association.id(), campaign, Role.PRESIDENT, ""))
                .map(Publication::toString)
                .blockLast();
    }
}

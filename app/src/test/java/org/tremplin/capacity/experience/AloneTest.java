package org.tremplin.capacity.experience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.capacity.Returning;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Where an association has the site for itself, nothing it tells is anonymous, and the pages do not say so. */
@TestApplication(
        properties = {
            "tremplin.mode=single",
            "tremplin.secret=a-secret-of-tests-with-enough-characters",
            "spring.mail.host=127.0.0.1",
            "tremplin.mail.from=essais@association.example",
            "tremplin.admin.email=admin@association.example"
        })
@Import(Samples.class)
class AloneTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Associations associations;

    @Autowired
    CampaignDesign design;

    @Autowired
    Experiences experiences;

    @Autowired
    Returning returning;

    @Test
    void saysThatEverybodyWillKnowWhoWrites() {
        Association association = associations
                .findBySlug("la-seule")
                .switchIfEmpty(Mono.fromSupplier(() -> samples.association("La Seule"))
                        .subscribeOn(Schedulers.boundedElastic()))
                .block();
        Visitor president = samples.president(association);
        president
                .post(
                        "/espace/" + association.slug() + "/moyens-de-paiement",
                        "cheque",
                        "on",
                        "ordre",
                        "La Seule",
                        "envoi",
                        "1 rue")
                .expectStatus()
                .isSeeOther();
        CampaignId campaign = samples.campaign(association, "seule-" + UUID.randomUUID())
                .campaign()
                .id();
        design.close(association.id(), campaign).block();
        assertThat(president.page("/espace/" + association.slug() + "/c/" + campaign.value() + "/experience"))
                .contains("tout lecteur saura que c’est vous")
                .doesNotContain("sans votre nom", "on peut deviner", "Les noms, adresses et numéros");

        returning
                .tell(
                        association.id(),
                        campaign.value(),
                        YearMonth.of(2026, 10),
                        president.id(),
                        new Returning.Returned("Des promesses avant d’ouvrir", "Plus tôt", "Osez", List.of("A1"), ""))
                .block();
        UUID sheet = Objects.requireNonNull(
                        experiences.find(association.id(), campaign.value()).block())
                .id();
        assertThat(visitors.anonymous().page("/ressources/experiences/" + sheet))
                .contains("Osez", "relu le")
                .doesNotContain("anonyme");
        assertThat(visitors.anonymous().page("/ressources")).contains("Osez").doesNotContain("expérience, anonyme");
    }
}

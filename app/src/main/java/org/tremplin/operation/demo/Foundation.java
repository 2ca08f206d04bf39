package org.tremplin.operation.demo;

import static org.tremplin.operation.demo.Words.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.identity.People;
import org.tremplin.patron.Presenting;
import org.tremplin.platform.paper.Paper;
import org.tremplin.platform.paper.Press;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** The foundation that has a dossier of the river open: one paper was never given, and the dossier says so. */
@Component
class Foundation {

    static final String NAME = "Fondation Exemple pour l’eau";

    /** Days of the campaign: papers are given and the dossier is made, its page is opened. */
    private static final int MADE = 18;

    private static final int OPENED = 20;
    private static final int STAYS_DAYS = 60;

    private static final LocalTime MORNING = LocalTime.of(10, 5);
    private static final LocalTime LATER = LocalTime.of(10, 40);
    private static final LocalTime NOON = LocalTime.of(11, 50);

    private final Presenting presenting;
    private final Press press;
    private final People people;

    Foundation(Presenting presenting, Press press, People people) {
        this.presenting = presenting;
        this.press = press;
        this.people = people;
    }

    List<Step> steps(PublishedCampaign to, LocalDate opens) {
        String slug = to.campaign().slug();
        return List.of(
                new Step(MADE, MORNING, given(to, "statuts", "Statuts signés", """
                        Article 1. L’association d’exemple étudie et restaure une rivière d’exemple.""")),
                new Step(MADE, MORNING, given(to, "comptes", "Comptes du dernier exercice clos", """
                        Produits : 48 000 €. Charges : 47 200 €. Résultat : 800 €. Chiffres inventés.""")),
                new Step(MADE, MORNING, given(to, "rapport", "Rapport d’activité", """
                        Six pêches de comptage, onze sorties avec des écoles, une assemblée. Faits inventés.""")),
                new Step(
                        MADE,
                        LATER,
                        Mono.defer(() -> people.findByEmail(DemoPerson.of(DemoPerson.RIVIERES)
                                        .get(0)
                                        .email()))
                                .flatMap(president -> presenting.present(
                                        slug, NAME, opens.plusDays(MADE + STAYS_DAYS), president.id()))),
                new Step(OPENED, NOON, Mono.defer(() -> presenting.visit(slug, NAME))));
    }

    private Mono<Void> given(PublishedCampaign to, String kind, String title, String words) {
        return press.print(Paper.in(Language.FR, text(title))
                        .text(text("Papier inventé, pour la démonstration : il ne vaut rien."))
                        .text(text(words)))
                .flatMap(pdf -> presenting.enclose(to.campaign().association(), kind, pdf));
    }
}

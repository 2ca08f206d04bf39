package org.tremplin.operation.demo;

import static org.tremplin.operation.demo.Words.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tremplin.association.Associations;
import org.tremplin.association.Role;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.identity.People;
import org.tremplin.patron.Promising;
import org.tremplin.payment.SimulatedBank;
import reactor.core.publisher.Mono;

/** The shop that promised 2,000 € to the river: the first 1,000 € came by transfer, the others wait for the report. */
@Component
class Patron {

    /** Days of the campaign: both accept, the first instalment is due, its transfer is on the account. */
    private static final int AGREES = 17;

    private static final int COMES = 19;
    private static final LocalTime EVENING = LocalTime.of(17, 12);
    private static final LocalTime NIGHT = LocalTime.of(20, 45);

    private final Promising promising;
    private final Associations associations;
    private final People people;
    private final ObjectProvider<SimulatedBank> bank;

    Patron(Promising promising, Associations associations, People people, ObjectProvider<SimulatedBank> bank) {
        this.promising = promising;
        this.associations = associations;
        this.people = people;
        this.bank = bank;
    }

    /** Nothing where payments are not simulated: no money came there. */
    List<Step> steps(PublishedCampaign to, LocalDate opens) {
        String slug = to.campaign().slug();
        return bank.getIfAvailable() == null
                ? List.of()
                : List.of(
                        new Step(
                                AGREES,
                                EVENING,
                                person(to, Role.PRESIDENT)
                                        .flatMap(by -> promising.agree(slug, promise(to.plan(), opens), by))),
                        new Step(
                                COMES,
                                NIGHT,
                                person(to, Role.TREASURER)
                                        .flatMap(by -> promising.receive(slug, ShopOwner.EMAIL, 1, by))));
    }

    private static Map<String, String> promise(Plan plan, LocalDate opens) {
        Map<String, String> fields = new HashMap<>();
        fields.put("forme", "argent");
        fields.put("montant", "2000");
        fields.put("second", "1000");
        fields.put("quand-1", "date");
        fields.put("jour-1", opens.plusDays(COMES - 1L).toString());
        fields.put("quand-2", "bilan:" + report(plan));
        fields.put("organisation", "Quincaillerie du Pont");
        fields.put("formeJuridique", "SARL");
        fields.put("siren", "999999998");
        fields.put("adresse", text("13 rue de l’Essai"));
        fields.put("codePostal", "71999");
        fields.put("ville", "Modèle-sur-Rive");
        fields.put("prenom", "Josiane");
        fields.put("nom", "Exemple");
        fields.put("qualite", text("gérante"));
        fields.put("email", ShopOwner.EMAIL);
        fields.put("nomPublic", "oui");
        fields.put("montantPublic", "oui");
        return fields;
    }

    private static UUID report(Plan plan) {
        return plan.promises().stream()
                .filter(one -> one.kind() == Plan.Telling.REPORT)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Mono<UUID> person(PublishedCampaign of, Role role) {
        return Mono.defer(() -> associations.find(of.campaign().association()))
                .flatMap(association -> people.findByEmail(DemoPerson.of(association.slug()).stream()
                        .filter(person -> person.role() == role)
                        .findFirst()
                        .orElseThrow()
                        .email()))
                .map(person -> person.id());
    }
}

package org.tremplin;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Founding;
import org.tremplin.association.Memberships;
import org.tremplin.association.Profile;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Formalities;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;

/** Makes associations and campaigns by the application's own paths. */
@TestComponent
public class Samples {

    @Autowired
    People people;

    @Autowired
    Founding founding;

    @Autowired
    CampaignDesign design;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Memberships memberships;

    /** None in an instance that a story starts by itself. */
    @Autowired
    ObjectProvider<Visitors> visitors;

    @Autowired
    TestClock clock;

    /** An association that declared its right to issue receipts, with this name. */
    public Association association(String name) {
        Person founder = people.welcome("presidente@" + UUID.randomUUID() + ".example", "Amina Essai", "fr")
                .block();
        Profile profile = new Profile(
                name,
                "Cultiver ensemble",
                new Association.Address("1 rue des Essais", "69008", "Valmorin"),
                "W691234567",
                null,
                null);
        Association association = founding.found(profile, founder.id())
                .map(founded -> founded.<Association>fold(done -> done, only -> {
                    throw new AssertionError(only);
                }))
                .block();
        founding.declareReceipts(association.id(), "Intérêt général, environnement", founder.id())
                .block();
        return association;
    }

    public UUID founder(Association association) {
        return memberships.persons(association.id(), Role.PRESIDENT).blockFirst();
    }

    /** Whoever founded it, signed in. */
    public Visitor president(Association association) {
        return visitors.getObject().person(founder(association));
    }

    /** Somebody new with this role there, signed in. */
    public Visitor member(Association association, Role role) {
        Visitor member = person(UUID.randomUUID() + "@essai.example");
        founding.join(association.id(), member.id(), role, null).block();
        return member;
    }

    /** Somebody new with this address and no role, signed in. */
    public Visitor person(String email) {
        return visitors.getObject()
                .person(people.welcome(email, "Lou Essai", "fr").block().id());
    }

    /** A running campaign of three lines: 600 € and 300 € asked, and collection costs of 100 €. */
    public PublishedCampaign campaign(Association association, String slug) {
        return publish(association.id(), slug, plan("Un jardin pour tous"));
    }

    public PublishedCampaign publish(AssociationId association, String slug, Plan plan) {
        CampaignId id = draft(association, slug, plan);
        String missing = design.publish(association, id, Role.PRESIDENT, "")
                .map(Object::toString)
                .block();
        PublishedCampaign published = campaigns.findPublished(id).block();
        if (published == null) {
            throw new AssertionError("Not published: " + missing);
        }
        return published;
    }

    /** A draft that meets every gate of publication, whatever its association lacked before. */
    public CampaignId draft(AssociationId association, String slug, Plan plan) {
        CampaignId id = design.create(association, slug, promising(plan)).block();
        meetGates(association, id);
        return id;
    }

    /** All that gates ask for beside the plan: papers, and somebody else who can take over. */
    public void meetGates(AssociationId association, CampaignId campaign) {
        design.attest(
                        association,
                        campaign,
                        Formalities.said(
                                today().minusDays(10), "Compte rendu du bureau", true, "donnees@essai.example"))
                .block();
        secondPerson(association);
    }

    /** Somebody who can take over; the one of before when there is one. */
    public void secondPerson(AssociationId association) {
        if (memberships.persons(association, Role.EDITOR).collectList().block().isEmpty()) {
            Person second = people.welcome("redaction@" + UUID.randomUUID() + ".example", "Bao Essai", "fr")
                    .block();
            founding.join(association, second.id(), Role.EDITOR, null).block();
        }
    }

    /** The same plan; with a report when it promises none. */
    public Plan promising(Plan plan) {
        return plan.promises().stream().anyMatch(promise -> promise.kind() == Plan.Telling.REPORT)
                ? plan
                : plan.promising(Stream.concat(
                                plan.promises().stream(),
                                Stream.of(new Plan.Promise(
                                        UUID.randomUUID(),
                                        Plan.Telling.REPORT,
                                        "Le bilan",
                                        today().plusDays(300),
                                        Role.TREASURER)))
                        .toList());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
    }

    public Plan plan(String title) {
        LocalDate today = today();
        return new Plan(
                "fr",
                title,
                "Un ancien parking devient un potager.",
                new Plan.Definition(
                        "Les familles du quartier",
                        "Un potager",
                        "Au printemps",
                        "Valmorin",
                        "69",
                        "Rien de vert",
                        "Une récolte"),
                "environnement",
                false,
                ("Nous voulons un jardin. ").repeat(40),
                null,
                null,
                "",
                List.of(
                        line("Terre", 60_000, true, false),
                        line("Outils", 30_000, false, false),
                        line("Faire campagne", 10_000, false, true)),
                List.of(),
                List.of(
                        new Plan.Preset(2_000, "2 m² de terre"),
                        new Plan.Preset(5_000, "6 m² de terre"),
                        new Plan.Preset(10_000, "un arbre")),
                "En dessous de l’objectif, nous plantons moins.",
                "Au-dessus, un composteur.",
                today,
                today.plusDays(30),
                List.of(new Plan.Means("Tenir la page", "Amina", 6)),
                List.of());
    }

    /** The same line with another sum, all of it asked from gifts. */
    public static Plan.BudgetLine costing(Plan.BudgetLine line, long cents) {
        return costing(line, cents, cents);
    }

    public static Plan.BudgetLine costing(Plan.BudgetLine line, long plannedCents, long askedCents) {
        return new Plan.BudgetLine(
                line.id(),
                line.label(),
                line.purpose(),
                plannedCents,
                askedCents,
                line.need(),
                line.indispensable(),
                line.expectedResult(),
                line.collectionCosts());
    }

    private static Plan.BudgetLine line(String label, long cents, boolean indispensable, boolean costs) {
        return new Plan.BudgetLine(
                UUID.randomUUID(),
                label,
                "Pour le jardin",
                cents,
                cents,
                Plan.Need.MONEY,
                indispensable,
                "Un jardin",
                costs);
    }
}

package org.tremplin.operation.demo;

import static org.tremplin.operation.demo.Words.better;
import static org.tremplin.operation.demo.Words.costs;
import static org.tremplin.operation.demo.Words.indispensable;
import static org.tremplin.operation.demo.Words.means;
import static org.tremplin.operation.demo.Words.preset;
import static org.tremplin.operation.demo.Words.promise;
import static org.tremplin.operation.demo.Words.text;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Profile;
import org.tremplin.association.Role;
import org.tremplin.campaign.Cause;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Preparation;
import reactor.core.publisher.Mono;

/** A sports club where one person does all: a small campaign that went well, and a draft that is not ready. */
@Component
class EtoileChapter implements Chapter {

    // no right to receipts declared: then no page of this club speaks of tax
    private static final Opening OPENING = new Opening(
            260,
            DemoPerson.ETOILE,
            profile(),
            "",
            "FR969999999999FICTIF0000217",
            230,
            30,
            "maillots",
            "maillots",
            Words.preparation(
                    CampaignType.PROJECT_GOAL, 1_200, List.of(3, 2, 2, 2, 2, 2), 2, List.of(List.of(6, 4)), 33, 33, 0),
            EtoileChapter::jerseys);

    /** One person does all of it, and nothing is promised yet. */
    private static final Preparation MINIBUS = Words.preparation(
            CampaignType.PROJECT_GOAL, 8_000, List.of(3, 3, 2, 2, 1, 2), 2, List.of(List.of(6, 6)), 200, 200, 0);

    /** Days after the end of the campaign. */
    private static final int REPORT_DUE = 45;

    private static final String JERSEYS = "6063";
    private static final String PLACE = "Saint-Modèle";
    private static final String DEPARTMENT = "63";

    /** Days after the draft was begun, and from today. */
    private static final int ADVISER_COMES = 12;

    private static final int ADVISER_STAYS = 90;

    private final Storyteller storyteller;
    private final Days days;
    private final Donors donors;
    private final Purchases purchases;
    private final Advised advised;

    EtoileChapter(Storyteller storyteller, Days days, Donors donors, Purchases purchases, Advised advised) {
        this.storyteller = storyteller;
        this.days = days;
        this.donors = donors;
        this.purchases = purchases;
        this.advised = advised;
    }

    @Override
    public String name() {
        return "etoile";
    }

    @Override
    public Mono<Void> tell(LocalDate today, Papers papers) {
        return storyteller
                .open(OPENING, today, papers)
                .flatMap(campaign -> donors.steps(campaign, papers.gifts("etoile-dons.csv"))
                        .flatMap(steps -> days.pass(OPENING.opens(today), steps))
                        .then(Mono.defer(
                                () -> storyteller.close(OPENING.closes(today).plusDays(1), campaign)))
                        .then(Mono.defer(() -> days.pass(OPENING.opens(today), bought(campaign, OPENING.opens(today)))))
                        // nine days after the day that was promised
                        .then(Mono.defer(() -> storyteller.tell(
                                OPENING.closes(today).plusDays(REPORT_DUE + 9),
                                campaign,
                                Plan.Telling.REPORT,
                                "Les maillots sont là",
                                """
                                Les maillots ont été livrés avant la reprise, et chaque équipe a les siens.

                                Ce bilan vient neuf jours après la date promise : j’étais seul à le faire.
                                """)))
                        .then(Mono.defer(() -> storyteller.handOver(
                                OPENING.closes(today).plusDays(REPORT_DUE + 10),
                                campaign.campaign().association(),
                                OPENING.slug())))
                        .then(Mono.defer(() -> minibus(campaign.campaign().association(), today, papers))));
    }

    /** Proven are the invoice of the jerseys and the 27 € of payment fees: 70 % of the 1,200 € received and spent. */
    private List<Step> bought(PublishedCampaign campaign, LocalDate opens) {
        return Stream.of(
                        purchases.bought(
                                campaign,
                                36,
                                "Trente maillots",
                                Bill.of(
                                                81_300,
                                                opens.plusDays(34),
                                                "Sport Spécimen",
                                                "Vingt-cinq maillots, livrés",
                                                JERSEYS)
                                        .with(Bill.Paper.REVEALED)),
                        purchases.bought(
                                campaign,
                                41,
                                "Trente maillots",
                                Bill.of(14_700, opens.plusDays(39), "Sport Spécimen", "Cinq petits maillots", JERSEYS)),
                        purchases.bought(
                                campaign,
                                44,
                                "Flocage",
                                Bill.of(18_000, opens.plusDays(42), "Flocage Modèle", "Numéros et blasons", JERSEYS)),
                        purchases.bought(
                                campaign,
                                33,
                                "Frais de collecte",
                                Bill.of(3_300, opens, "Imprimerie du Spécimen", "Affiches pour le stade", "623")
                                        .appeal()))
                .flatMap(List::stream)
                .toList();
    }

    private Mono<Void> minibus(AssociationId association, LocalDate today, Papers papers) {
        LocalDate drawn = OPENING.closes(today).plusDays(61);
        return advised.looks(drawn.minusDays(1), association, OPENING.slug(), 0, Look.CLUB)
                .then(Mono.defer(() -> draft(association, drawn, today, papers)))
                .then(Mono.defer(() ->
                        advised.invites(drawn.plusDays(ADVISER_COMES), association, today.plusDays(ADVISER_STAYS))));
    }

    private Mono<Void> draft(AssociationId association, LocalDate drawn, LocalDate today, Papers papers) {
        return storyteller
                .draft(
                        drawn,
                        association,
                        "minibus-equipes-jeunes",
                        OPENING.formalities(drawn.minusDays(5)),
                        MINIBUS,
                        papers.picture("minibus.jpg"),
                        cover -> minibus(cover, papers.pitch("minibus.md"), today.plusDays(60)))
                .then();
    }

    private static Profile profile() {
        return new Profile(
                "Étoile sportive de Saint-Modèle",
                text("Faire jouer ensemble au football les enfants et les adultes de Saint-Modèle et des environs."),
                new Association.Address("Stade des Exemples", "63999", PLACE),
                "W000000003",
                null,
                null);
    }

    private static Plan jerseys(UUID cover, String pitch, LocalDate opens, LocalDate closes) {
        return new Plan(
                "fr",
                "Trente maillots pour les équipes jeunes",
                text(
                        "Quarante-huit enfants, trente et un maillots : le samedi, les derniers jouent avec un maillot mouillé."),
                new Plan.Definition(
                        text("Quarante-huit joueuses et joueurs de six à treize ans."),
                        text("Trente maillots numérotés, au blason du club."),
                        text("Commande à la fin de la collecte, livraison avant la reprise."),
                        PLACE,
                        DEPARTMENT,
                        text("Les équipes se prêtent les maillots entre deux matchs."),
                        text("Chaque équipe joue avec ses maillots, toute la saison.")),
                Cause.SPORT.slug(),
                false,
                pitch,
                null,
                cover,
                text("Trois maillots de football étendus sur un fil, un ballon dans l’herbe."),
                List.of(
                        indispensable(
                                "Trente maillots",
                                "Trente maillots à 32 €, du 6 ans au 14 ans.",
                                960,
                                960,
                                "Aucune équipe ne prête plus ses maillots."),
                        better("Flocage", "Numéro et blason, 6 € par maillot.", 180, "Les numéros se lisent."),
                        costs("Frais de collecte", "Frais de paiement par carte.", 60, "5 % du budget, pas plus.")),
                List.of(),
                List.of(
                        preset(12, "le flocage de deux maillots"),
                        preset(32, "un maillot"),
                        preset(64, "deux maillots")),
                text(
                        "Si le minimum est atteint, nous achetons les maillots sans flocage. S’il ne l’est pas, nous en"
                                + " achetons moins, en commençant par les plus jeunes. Les dons restent réservés aux maillots."),
                text(
                        "Ce qui dépasse l’objectif achète des maillots de plus. Pour tout autre usage, nous demanderions votre"
                                + " accord."),
                opens,
                closes,
                List.of(means("Commander, recevoir et distribuer", "Karim", 12)),
                List.of(promise(
                        Plan.Telling.REPORT, "Les comptes des maillots", closes.plusDays(REPORT_DUE), Role.PRESIDENT)));
    }

    private static Plan minibus(UUID cover, String pitch, LocalDate closes) {
        return new Plan(
                "fr",
                "Un minibus pour les équipes jeunes",
                text("Neuf places pour partir ensemble : onze déplacements sur vingt-six se sont faits à moins de sept"
                        + " joueurs."),
                new Plan.Definition(
                        text("Quarante-huit joueuses et joueurs de six à treize ans, et leurs parents."),
                        text("Un minibus d’occasion de neuf places, contrôlé, assuré et marqué."),
                        text("Achat dans les deux mois qui suivent la collecte."),
                        PLACE,
                        DEPARTMENT,
                        text("Des enfants manquent leurs matchs faute de voiture."),
                        text("Tous les déplacements de la saison à effectif complet.")),
                Cause.SPORT.slug(),
                false,
                pitch,
                null,
                cover,
                text("Un minibus sur une route de campagne, un ballon sur le toit."),
                List.of(
                        indispensable(
                                "Minibus d’occasion",
                                "Neuf places, moins de 100 000 km, contrôlé par le garage du canton.",
                                6_300,
                                6_300,
                                "Une équipe entière part ensemble."),
                        indispensable(
                                "Carte grise et assurance, première année",
                                "Carte grise (380 €) et assurance de l’association (720 €).",
                                1_100,
                                1_100,
                                "Le minibus roule dès la livraison."),
                        better(
                                "Rehausseurs et marquage",
                                "Six rehausseurs et le blason du club.",
                                380,
                                "Les plus petits voyagent attachés à leur taille."),
                        costs(
                                "Frais de collecte",
                                "Frais de paiement par carte et affiches.",
                                220,
                                "Moins de 3 % des dons servent à collecter.")),
                List.of(),
                List.of(
                        preset(20, "dix jours d’assurance"),
                        preset(50, "un rehausseur"),
                        preset(100, "sept semaines d’assurance")),
                text(
                        "Si le minimum est atteint, nous achetons le minibus ; le marquage et les rehausseurs attendent. S’il"
                                + " ne l’est pas, nous cherchons un véhicule moins cher et publions ici le nouveau budget avant"
                                + " d’acheter."),
                text("Ce qui dépasse l’objectif paie l’assurance et l’entretien de la deuxième année."),
                null,
                closes,
                // one person takes every task, six hours a week for six weeks
                List.of(
                        means("Comparer les véhicules", "Karim", 12),
                        means("Écrire la page et la relayer", "Karim", 12),
                        means("Tenir les comptes et remercier", "Karim", 12)),
                List.of());
    }
}

package org.tremplin.operation.demo;

import static org.tremplin.operation.demo.Words.better;
import static org.tremplin.operation.demo.Words.costs;
import static org.tremplin.operation.demo.Words.indispensable;
import static org.tremplin.operation.demo.Words.means;
import static org.tremplin.operation.demo.Words.preset;
import static org.tremplin.operation.demo.Words.promise;
import static org.tremplin.operation.demo.Words.resource;
import static org.tremplin.operation.demo.Words.sought;
import static org.tremplin.operation.demo.Words.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Profile;
import org.tremplin.association.Role;
import org.tremplin.campaign.Cause;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.capacity.ActionState;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Helping;
import org.tremplin.capacity.NeedKind;
import org.tremplin.capacity.Section;
import reactor.core.publisher.Mono;

/**
 * An association with four employees and the campaign that runs now: today is its day 24 of 45. It has received 11,480 €,
 * with the shop's first 1,000 € by transfer; a cheque is at the bank, one in hand, a transfer announced.
 */
@Component
class RivieresChapter implements Chapter {

    private static final int DAY = 24;

    /** Day of the campaign on which the treasurer takes to the bank what came by mail. */
    private static final int TRIP_TO_THE_BANK = 16;

    private static final Opening OPENING = new Opening(
            60,
            DemoPerson.RIVIERES,
            profile(),
            text("Intérêt général, défense de l’environnement naturel, gestion désintéressée"),
            "FR969999999999FICTIF0000120",
            DAY - 1,
            45,
            "passe-a-poissons",
            "rivieres",
            Words.preparation(
                    CampaignType.PROJECT_GOAL,
                    20_000,
                    List.of(4, 3, 3, 3, 2, 3),
                    5,
                    List.of(List.of(6, 9), List.of(3, 9), List.of(2, 5)),
                    900,
                    700,
                    4_500),
            RivieresChapter::plan);

    /** Day of the campaign on which an invoice is entered. */
    private static final int BILL = 22;

    /** Days of the campaign on which it asks for help beside the gift, and on which somebody offers some. */
    private static final int ASKS = 3;

    private static final int OFFERED = 20;

    /** Day of the campaign on which the shop owner compares, and asks. */
    private static final int CONSIDERS = 9;

    private static final LocalTime MORNING = LocalTime.of(9, 40);
    /** Day of the campaign on which the team writes its plan. */
    private static final int PLANS = 10;

    private static final LocalTime AFTERNOON = LocalTime.of(15, 10);

    /** Days before the campaign opens. */
    private static final int LOOKS = 14;

    private static final String HYDROLOGIST = "Un hydrologue, six heures";
    private static final String TENTS = "Prêt de deux barnums";

    private final Storyteller storyteller;
    private final Days days;
    private final Donors donors;
    private final Treasury treasury;
    private final Purchases purchases;
    private final Advised advised;
    private final ShopOwner shopOwner;
    private final Patron patron;
    private final Foundation foundation;

    RivieresChapter(
            Storyteller storyteller,
            Days days,
            Donors donors,
            Treasury treasury,
            Purchases purchases,
            Advised advised,
            ShopOwner shopOwner,
            Patron patron,
            Foundation foundation) {
        this.storyteller = storyteller;
        this.days = days;
        this.donors = donors;
        this.treasury = treasury;
        this.purchases = purchases;
        this.advised = advised;
        this.shopOwner = shopOwner;
        this.patron = patron;
        this.foundation = foundation;
    }

    @Override
    public String name() {
        return "rivieres";
    }

    @Override
    public Mono<Void> tell(LocalDate today, Papers papers) {
        GiftTable gifts = papers.gifts("rivieres-dons.csv");
        return storyteller
                .open(
                        OPENING,
                        today,
                        papers,
                        rivers -> advised.looks(
                                OPENING.opens(today).minusDays(LOOKS), rivers, OPENING.slug(), 0, Look.RIVER))
                .flatMap(campaign -> donors.steps(campaign, gifts)
                        .map(given -> Stream.of(
                                        given,
                                        treasury.steps(campaign, gifts),
                                        List.of(treasury.deposit(campaign, TRIP_TO_THE_BANK)),
                                        help(campaign, today),
                                        List.of(
                                                new Step(CONSIDERS, MORNING, shopOwner.considers(OPENING.campaign())),
                                                new Step(
                                                        CONSIDERS,
                                                        AFTERNOON,
                                                        shopOwner.isAnswered(OPENING.campaign()))),
                                        plan(campaign, today),
                                        patron.steps(campaign, OPENING.opens(today)),
                                        foundation.steps(campaign, OPENING.opens(today)),
                                        List.of(purchases.waiting(
                                                campaign, BILL, "Travaux de la passe", bill(OPENING.opens(today)))))
                                .flatMap(List::stream)
                                .toList())
                        .flatMap(steps -> days.pass(OPENING.opens(today), steps)));
    }

    /** Two lines ask for something else than money; somebody who saw neither offers what one of them asks. */
    private List<Step> help(PublishedCampaign campaign, LocalDate today) {
        LocalDate closes = OPENING.closes(today);
        return List.of(
                new Step(ASKS, AFTERNOON, advised.asks(campaign, HYDROLOGIST, 6, closes)),
                new Step(ASKS, AFTERNOON, advised.asks(campaign, TENTS, null, closes)),
                new Step(
                        OFFERED,
                        AFTERNOON,
                        advised.offers(new Helping.Offered(
                                NeedKind.SKILL,
                                "Jeanne Spécimen",
                                "hydrologue@aide.example",
                                text("Hydrologue à la retraite : relire un calcul de débit ou de hauteur d’eau"),
                                8,
                                "71",
                                closes.plusDays(30)))));
    }

    /** What the team means to do, as its diagnosis advised. */
    private List<Step> plan(PublishedCampaign campaign, LocalDate today) {
        return List.of(
                new Step(
                        PLANS,
                        AFTERNOON,
                        advised.plans(
                                campaign,
                                "Écrire à deux qui relance les donateurs, et quand",
                                Section.PREP,
                                Role.EDITOR,
                                OPENING.opens(today).plusDays(PLANS + 5),
                                0,
                                ActionState.DONE)),
                new Step(
                        PLANS,
                        AFTERNOON,
                        advised.plans(
                                campaign,
                                "Demander aux pêcheurs d’en face comment ils suivent leurs chantiers",
                                Section.L,
                                Role.PRESIDENT,
                                today.plusDays(12),
                                0,
                                ActionState.DOING)),
                new Step(
                        PLANS,
                        AFTERNOON,
                        advised.plans(
                                campaign,
                                "Une soirée pour apprendre à deux personnes de plus à tenir la page",
                                Section.G,
                                Role.EDITOR,
                                today.plusDays(40),
                                60,
                                ActionState.TODO)),
                new Step(PLANS, AFTERNOON, advised.shows(campaign, OPENING.slug())));
    }

    /** Waits for the president, and its paper for somebody who says what may be seen of it. */
    private static Bill bill(LocalDate opens) {
        return Bill.of(
                        218_000,
                        opens.plusDays(BILL - 2L),
                        "Exemple Travaux",
                        "Le vieux bief dégagé sur ses vingt premiers mètres, à la main et à la pelle.",
                        "611")
                .with(Bill.Paper.COVERED);
    }

    private static Profile profile() {
        return new Profile(
                "Rivières en commun",
                text(
                        "Étudier, défendre et restaurer les rivières du bassin de la Rive, avec celles et ceux qui y vivent."),
                new Association.Address("12 quai du Modèle", "71999", "Modèle-sur-Rive"),
                "W000000002",
                null,
                null);
    }

    private static Plan plan(UUID cover, String pitch, LocalDate opens, LocalDate closes) {
        return new Plan(
                "fr",
                "Rouvrir la passe à poissons du moulin",
                text("Neuf bassins contournent une chute d’un mètre quarante, et les truites remontent la Rive pour la"
                        + " première fois depuis 1968."),
                new Plan.Definition(
                        text(
                                "Les truites et les anguilles de la Rive, et les 2 400 habitants des trois communes qu’elle"
                                        + " traverse."),
                        text("Dégager l’ancien bief, poser neuf bassins successifs et une vanne de réglage au moulin."),
                        text("Travaux à l’étiage, trois mois après la collecte ; mise en eau avant la remontée des"
                                + " truites."),
                        "Modèle-sur-Rive",
                        "71",
                        text("Une chute d’un mètre quarante barre la rivière : trente et une truites en aval, deux en"
                                + " amont."),
                        text("De jeunes truites un kilomètre au-dessus du moulin dès la deuxième année, relevés publiés"
                                + " trois ans.")),
                Cause.ENVIRONNEMENT.slug(),
                false,
                pitch,
                null,
                cover,
                text(
                        "Un moulin au bord de l’eau : à côté de la chute, une suite de bassins où des poissons remontent."),
                List.of(
                        indispensable(
                                "Études et autorisations",
                                "Plan de la passe, dossier au titre de la loi sur l’eau, avis du bureau indépendant.",
                                5_000,
                                2_000,
                                "L’autorisation est obtenue et publiée."),
                        indispensable(
                                "Travaux de la passe",
                                "Bief dégagé sur 60 m, neuf bassins, une vanne de réglage, par une entreprise"
                                        + " spécialisée.",
                                18_500,
                                9_000,
                                "Un poisson passe le moulin sans sauter plus de 20 cm."),
                        indispensable(
                                "Accès et sécurité du chantier",
                                "Piste provisoire, batardeau, remise en état de la berge.",
                                2_500,
                                1_000,
                                "La berge est rendue comme elle était."),
                        better(
                                "Compter les poissons pendant trois ans",
                                "Six pêches de comptage à 700 €, deux par an, avec le bureau indépendant.",
                                4_200,
                                "Un relevé public chaque hiver."),
                        better(
                                "Sentier et fenêtre sur l’eau",
                                "40 m de sentier accessible en fauteuil à 50 € le mètre, un panneau et une vitre sur un bassin.",
                                2_200,
                                "Chacun peut voir passer les poissons."),
                        better(
                                "Onze sorties avec les écoles",
                                "Onze demi-journées à 100 €, transport compris.",
                                1_100,
                                "Deux cent soixante élèves ont compté des poissons."),
                        costs(
                                "Frais de collecte",
                                "Frais de paiement par carte et réunion publique.",
                                500,
                                "Moins de 3 % des dons servent à collecter."),
                        sought(
                                Plan.Need.SKILL,
                                HYDROLOGIST,
                                "Relire le calcul des débits avant le chantier.",
                                "Le calcul est relu par une personne extérieure."),
                        sought(
                                Plan.Need.EQUIPMENT,
                                TENTS,
                                "Pour la visite du chantier, le jour de la mise en eau.",
                                "La visite a lieu par tous les temps.")),
                List.of(
                        resource("Département", 4_000, Plan.ResourceState.GRANTED, opens.minusDays(12)),
                        resource("Agence de l’eau", 8_000, Plan.ResourceState.ASKED, opens.minusDays(30)),
                        resource(
                                "Fonds propres de l’association",
                                2_000,
                                Plan.ResourceState.RECEIVED,
                                opens.minusDays(20))),
                List.of(
                        preset(30, "la sortie de sept élèves"),
                        preset(50, "un mètre de sentier accessible"),
                        preset(100, "une demi-journée de rivière pour une classe")),
                text("Si le minimum est atteint sans que l’objectif le soit, nous rouvrons la passe ; le comptage, le"
                        + " sentier et les sorties attendent. Si le minimum n’est pas atteint, ou si l’agence de l’eau"
                        + " refuse, nous publions ici un nouveau budget avant de commencer. Les dons restent réservés à"
                        + " cette passe. Si les travaux ne peuvent pas se faire, nous proposons à chaque donateur de le"
                        + " rembourser."),
                text(
                        "Ce qui dépasse l’objectif reste réservé à la rivière : une quatrième année de comptage d’abord, puis"
                                + " l’entretien de la passe. En donnant, vous acceptez cet usage ; pour tout autre, nous"
                                + " demanderions votre accord."),
                opens,
                closes,
                List.of(
                        means("Écrire la page, le dossier et le plan de financement", "Maud", 60),
                        means("Tenir les comptes et suivre les subventions", "Nora", 30),
                        means("Rencontrer les entreprises du bassin", "Hervé", 24),
                        means("Répondre aux questions et publier les nouvelles", "Soizic", 16)),
                List.of(
                        // three days ago, and nobody wrote it
                        promise(
                                Plan.Telling.UPDATE,
                                "L’avis du bureau indépendant",
                                opens.plusDays(DAY - 4L),
                                Role.EDITOR),
                        promise(Plan.Telling.MILESTONE, "La mise en eau", closes.plusDays(150), Role.EDITOR),
                        promise(Plan.Telling.REPORT, "Le bilan des travaux", closes.plusDays(200), Role.TREASURER)));
    }
}

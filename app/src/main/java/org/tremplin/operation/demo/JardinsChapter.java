package org.tremplin.operation.demo;

import static org.tremplin.operation.demo.Words.better;
import static org.tremplin.operation.demo.Words.costs;
import static org.tremplin.operation.demo.Words.indispensable;
import static org.tremplin.operation.demo.Words.means;
import static org.tremplin.operation.demo.Words.preset;
import static org.tremplin.operation.demo.Words.promise;
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
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Helping;
import org.tremplin.capacity.NeedKind;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Returning;
import reactor.core.publisher.Mono;

/**
 * Volunteers of a village and their campaign that has ended: 52 gifts by card and debit, nine by hand, one refunded, one
 * taken back by the donor's bank. What they bought is told by {@link JardinsUse}.
 */
@Component
class JardinsChapter implements Chapter {

    private static final Opening OPENING = new Opening(
            150,
            DemoPerson.JARDINS,
            profile(),
            text("Intérêt général, environnement : jardin ouvert à tous, gestion désintéressée"),
            "FR379999999999EXEMPLE000109",
            120,
            45,
            "un-puits-et-une-serre",
            "jardins",
            Words.preparation(
                    CampaignType.LOCAL,
                    3_000,
                    List.of(3, 2, 3, 2, 2, 2),
                    3,
                    List.of(List.of(3, 6), List.of(3, 6)),
                    60,
                    60,
                    600),
            JardinsChapter::plan);

    /** Days of the campaign on which the treasurer types what came by hand since the time before. */
    private static final int FAIR = 14;

    private static final int LAST_WEEK = 38;

    /** Days after the end of the campaign. */
    private static final int UPDATE_DUE = 20;

    private static final int REPORT_DUE = 60;

    private static final int LOOKS_AGAIN = 50;

    /** Days before the campaign opens. */
    private static final int LOOKS = 18;

    /** Vector V1_T1: as it would be prepared today. */
    private static final Preparation AFTER = Words.preparation(
            CampaignType.LOCAL,
            3_000,
            List.of(3, 3, 3, 3, 3, 2),
            3,
            List.of(List.of(3, 6), List.of(3, 6)),
            60,
            60,
            900);

    private static final Returning.Returned LEARNT = new Returning.Returned(
            text(
                    "Le tiers de la somme était promis avant l’ouverture, par des gens à qui nous avions parlé de vive voix."
                            + " La page n’a jamais eu l’air vide, et les autres ont suivi."),
            text("Nous avons annoncé des dates trop serrées : une pompe en retard et une nouvelle en retard. Nous"
                    + " promettrions moins de nouvelles, et nous les tiendrions toutes."),
            text("Écrivez la liste des vingt premières personnes à appeler avant d’écrire une ligne de la page."),
            List.of("A4", "B2"),
            "jardin-partage");

    /** Somebody helps beside the gift: days of the campaign, which lasts 45, and of what follows. */
    private static final int ASKS = 20;

    private static final int OFFERED = 24;
    private static final int AGREED = 25;
    private static final int BUILT = 71;

    private static final LocalTime AFTERNOON = LocalTime.of(15, 10);
    private static final String CARPENTER = "charpentier@aide.example";

    private static final LocalTime MEETING = LocalTime.of(21, 50);

    private final Storyteller storyteller;
    private final Days days;
    private final Donors donors;
    private final Treasury treasury;
    private final JardinsUse use;
    private final Advised advised;

    JardinsChapter(
            Storyteller storyteller, Days days, Donors donors, Treasury treasury, JardinsUse use, Advised advised) {
        this.storyteller = storyteller;
        this.days = days;
        this.donors = donors;
        this.treasury = treasury;
        this.use = use;
        this.advised = advised;
    }

    @Override
    public String name() {
        return "jardins";
    }

    @Override
    public Mono<Void> tell(LocalDate today, Papers papers) {
        LocalDate opens = OPENING.opens(today);
        GiftTable gifts = papers.gifts("jardins-dons.csv");
        GiftTable byHand = papers.gifts("jardins-feuilles.csv");
        return storyteller
                .open(
                        OPENING,
                        today,
                        papers,
                        garden -> advised.looks(opens.minusDays(LOOKS), garden, OPENING.slug(), 0, Look.GARDEN))
                .flatMap(campaign -> donors.steps(campaign, gifts)
                        .map(given -> Stream.of(
                                        given,
                                        treasury.steps(campaign, gifts),
                                        treasury.sheet(campaign, opens, FAIR, byHand.between(1, FAIR)),
                                        treasury.sheet(campaign, opens, LAST_WEEK, byHand.between(FAIR + 1, LAST_WEEK)),
                                        use.during(campaign, opens),
                                        help(campaign, opens),
                                        List.of(storyteller.seals(campaign, 1)),
                                        List.of(new Step(
                                                JardinsUse.LOAN,
                                                MEETING,
                                                storyteller.amend(
                                                        campaign, 2, JardinsUse::loan, JardinsUse.LOAN_REASON))))
                                .flatMap(List::stream)
                                .toList())
                        .flatMap(steps -> days.pass(opens, steps))
                        .then(Mono.defer(() -> storyteller.amend(
                                OPENING.closes(today).plusDays(1),
                                campaign,
                                3,
                                JardinsUse::surplus,
                                JardinsUse.SURPLUS_REASON)))
                        .then(Mono.defer(
                                () -> storyteller.close(OPENING.closes(today).plusDays(1), campaign)))
                        .then(Mono.defer(() -> days.pass(opens, use.water(campaign, opens))))
                        .then(Mono.defer(() -> update(OPENING.closes(today), campaign)))
                        .then(Mono.defer(() -> days.pass(opens, built(campaign, opens))))
                        .then(Mono.defer(() -> looksAgain(OPENING.closes(today).plusDays(LOOKS_AGAIN), campaign)))
                        .then(Mono.defer(() -> report(OPENING.closes(today), campaign)))
                        .then(Mono.defer(() -> storyteller.carryOver(
                                OPENING.closes(today).plusDays(REPORT_DUE - 2),
                                campaign,
                                "La saison suivante du jardin",
                                "Le deuxième récupérateur est payé : ce qui reste va à la saison suivante, comme le texte"
                                        + " accepté avec chaque don le dit.")))
                        .then(Mono.defer(() -> advised.returns(
                                OPENING.closes(today).plusDays(REPORT_DUE), campaign, OPENING.slug(), LEARNT))));
    }

    /** Asked on the page, offered by somebody of the next village, agreed by both. */
    private List<Step> help(PublishedCampaign campaign, LocalDate opens) {
        LocalDate until = opens.plusDays(BUILT + 4);
        return List.of(
                new Step(
                        ASKS,
                        AFTERNOON,
                        advised.asks(campaign, NeedKind.TIME, "Un samedi pour monter la serre", 6, until)),
                new Step(
                        OFFERED,
                        AFTERNOON,
                        advised.offers(new Helping.Offered(
                                NeedKind.TIME,
                                "Basile Prototype",
                                CARPENTER,
                                text("Charpentier à la retraite : monter, visser, mettre d’équerre"),
                                8,
                                "26",
                                until))),
                new Step(AGREED, AFTERNOON, advised.agrees(campaign, OPENING.slug(), CARPENTER)));
    }

    /** What the report tells, and the greenhouse that stands. */
    private List<Step> built(PublishedCampaign campaign, LocalDate opens) {
        return Stream.concat(
                        Stream.of(new Step(
                                BUILT,
                                AFTERNOON,
                                advised.thanks(
                                        campaign,
                                        CARPENTER,
                                        7,
                                        "La serre est droite et les portes ferment : merci. Les premiers plants de mars sont pour"
                                                + " vous."))),
                        use.rest(campaign, opens).stream())
                .toList();
    }

    private Mono<Void> looksAgain(LocalDate on, PublishedCampaign campaign) {
        return advised.looks(on, campaign.campaign().association(), OPENING.slug(), 1, Look.GARDEN_AFTER)
                .then(Mono.defer(() -> advised.prepares(on, campaign, AFTER)))
                .then(Mono.defer(() -> agreed(on, campaign, Look.TOWN_HALL, "mairie@coin-le-vieux.example")))
                .then(Mono.defer(() -> agreed(on, campaign, Look.SOWERS, "bonjour@semeurs.example")));
    }

    private Mono<Void> agreed(LocalDate on, PublishedCampaign campaign, String partner, String email) {
        return advised.mayName(on, campaign.campaign().association(), partner, email);
    }

    /** Four days late. */
    private Mono<Void> update(LocalDate closes, PublishedCampaign campaign) {
        return storyteller.tell(
                closes.plusDays(UPDATE_DUE + 4), campaign, Plan.Telling.UPDATE, "L’eau coule au jardin", """
                        La pompe est posée et le premier récupérateur est plein : **1 000 litres** en deux orages.

                        Nous avions promis cette nouvelle quatre jours plus tôt. La pompe est arrivée avec une semaine de retard, \
                        et nous voulions vous la montrer en marche.

                        La suite : le montage de la serre, samedi, avec les deux classes de l’école.
                        """);
    }

    /** On time, with the figures of its day. */
    private Mono<Void> report(LocalDate closes, PublishedCampaign campaign) {
        return storyteller.tell(
                closes.plusDays(REPORT_DUE - 2),
                campaign,
                Plan.Telling.REPORT,
                "Un puits et une serre : le bilan",
                """
                        Le puits donne, deux récupérateurs tiennent quatre semaines sans pluie, et la serre est debout. \
                        Les vingt-deux familles ont planté.

                        Ce qui a changé : la pompe prévue n’est plus fabriquée, la suivante coûte 150 € de plus ; la mairie \
                        prête les outils. Le surplus a payé le deuxième récupérateur, comme le texte accepté avec chaque don \
                        le disait.

                        Ce qui n’est pas dépensé reste réservé au jardin, pour la saison prochaine.
                        """);
    }

    private static Profile profile() {
        return new Profile(
                "Les Jardins du Coin",
                text("Cultiver ensemble un jardin ouvert à tous, avec l’école et l’épicerie solidaire."),
                new Association.Address("3 place de l’Essai", "26999", "Coin-le-Vieux"),
                "W000000001",
                null,
                null);
    }

    private static Plan plan(UUID cover, String pitch, LocalDate opens, LocalDate closes) {
        return new Plan(
                "fr",
                "Un puits et une serre pour le jardin partagé",
                text(
                        "L’eau du vieux puits et une serre de douze mètres carrés, pour que les vingt-deux familles du jardin"
                                + " récoltent même quand il ne pleut pas."),
                new Plan.Definition(
                        text("Vingt-deux familles, deux classes de l’école et l’épicerie solidaire du canton."),
                        text(
                                "Rouvrir le puits avec une pompe à main, recueillir la pluie et monter une serre de 12 m²."),
                        text("Montage sur trois samedis, dans les deux mois qui suivent la collecte."),
                        "Coin-le-Vieux",
                        "26",
                        text(
                                "Sept semaines sans pluie l’été dernier : la moitié des semis perdus, l’eau portée à la main."),
                        text("De l’eau au jardin toute l’année, et des plants prêts deux mois plus tôt.")),
                Cause.ENVIRONNEMENT.slug(),
                false,
                pitch,
                null,
                cover,
                text(
                        "Un jardin partagé : une serre reliée à une cuve d’eau de pluie, un homme arrose, une enfant porte un"
                                + " plant, le village derrière."),
                List.of(
                        indispensable(
                                "Récupérateur et pompe",
                                "Une cuve de 1 000 litres sous le préau et une pompe à main sur le puits.",
                                1_150,
                                1_150,
                                "L’eau coule au jardin sans électricité."),
                        indispensable(
                                "Serre et châssis",
                                "Une serre de 12 m² à monter nous-mêmes et quatre châssis.",
                                1_200,
                                1_200,
                                "Les premiers plants sortent en mars."),
                        better(
                                "Terre et outils",
                                "Trente sacs de terre et de compost, six arrosoirs, deux brouettes.",
                                450,
                                "Chaque famille a de quoi planter."),
                        // the line of collection costs, under the name this association gave it
                        costs(
                                "Faire campagne",
                                "Frais de paiement par carte et affiches du village.",
                                200,
                                "Moins de 7 % des dons servent à collecter.")),
                List.of(),
                List.of(
                        preset(20, "deux sacs de terre et de compost"),
                        preset(50, "un demi-mètre carré de serre"),
                        preset(100, "un mètre carré de serre")),
                text(
                        "Si le minimum est atteint sans que l’objectif le soit, nous faisons l’eau et la serre ; les outils"
                                + " attendent ou se prêtent. Si le minimum n’est pas atteint, nous faisons l’eau seule et nous"
                                + " publions ici le nouveau budget avant d’acheter. Les dons restent réservés à ce jardin. Si rien"
                                + " ne peut se faire, nous proposons à chaque donateur de le rembourser."),
                text(
                        "Ce qui dépasse l’objectif reste réservé au jardin : un deuxième récupérateur d’eau d’abord, puis la"
                                + " saison suivante. En donnant, vous acceptez cet usage ; pour tout autre, nous demanderions votre"
                                + " accord."),
                opens,
                closes,
                List.of(
                        means("Demander les devis et suivre les achats", "Amina", 14),
                        means("Écrire la page et les nouvelles", "Lina", 10),
                        means("Tenir les comptes et remercier", "Odile", 12)),
                List.of(
                        promise(Plan.Telling.UPDATE, "L’eau coule au jardin", closes.plusDays(UPDATE_DUE), Role.EDITOR),
                        promise(
                                Plan.Telling.REPORT,
                                "Le bilan, ligne par ligne",
                                closes.plusDays(REPORT_DUE),
                                Role.TREASURER)));
    }
}

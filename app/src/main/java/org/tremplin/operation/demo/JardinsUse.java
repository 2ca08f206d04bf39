package org.tremplin.operation.demo;

import static org.tremplin.operation.demo.Words.better;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.operation.demo.Bill.Paper;

/**
 * What became of the garden's 3,240.00 €: 3,192.03 spent, fees of 52.38 among them, 47.97 left. Two amendments, an
 * expense that is refused, an approval that is. Days count from the first of the campaign, which lasts 45.
 */
@Component
class JardinsUse {

    /** « La mairie prête les outils » : before the pump is bought. */
    static final int LOAN = 34;

    static final String LOAN_REASON = "La mairie prête les outils, la pompe prévue n’est plus fabriquée.";
    static final String SURPLUS_REASON = "Le surplus de 240 € et 100 € de « Faire campagne » paient un deuxième"
            + " récupérateur, comme le texte accepté avec chaque don le dit.";

    private static final String WATER = "Récupérateur et pompe";
    private static final String GREENHOUSE = "Serre et châssis";
    private static final String SOIL = "Terre et outils";
    private static final String CAMPAIGN = "Faire campagne";
    private static final String SECOND_TANK = "Deuxième récupérateur";
    private static final String SUPPLIES = "6063";

    private final Purchases purchases;

    JardinsUse(Purchases purchases) {
        this.purchases = purchases;
    }

    static Plan loan(Plan plan) {
        return Words.moved(plan, Map.of(WATER, 150L, SOIL, -150L), List.of());
    }

    static Plan surplus(Plan plan) {
        return Words.moved(
                plan,
                Map.of(CAMPAIGN, -100L),
                List.of(better(
                        SECOND_TANK,
                        "Une deuxième cuve de 1 000 litres, reliée au toit de la serre.",
                        340,
                        "Quatre semaines sans pluie sans manquer d’eau.")));
    }

    /** While gifts still come. */
    List<Step> during(PublishedCampaign campaign, LocalDate opens) {
        return purchases.bought(
                campaign,
                6,
                CAMPAIGN,
                bill(opens, 4, 4_600, "Imprimerie du Spécimen", "Quarante affiches pour le village", "623")
                        .appeal());
    }

    /** What the update tells: the pump runs. */
    List<Step> water(PublishedCampaign campaign, LocalDate opens) {
        return Stream.of(
                        purchases.bought(
                                campaign,
                                50,
                                WATER,
                                bill(opens, 49, 61_250, "Pompes Exemple", "Pompe à main pour le puits, posée")
                                        .with(Paper.REVEALED)),
                        purchases.bought(
                                campaign,
                                53,
                                WATER,
                                bill(opens, 52, 64_900, "Cuves du Modèle", "Cuve de 1 000 litres et raccords")
                                        .with(Paper.REVEALED)),
                        purchases.bought(
                                campaign,
                                61,
                                GREENHOUSE,
                                bill(opens, 60, 108_900, "Serres de l’Essai", "Serre de 12 m² à monter")
                                        .with(Paper.REVEALED)))
                .flatMap(List::stream)
                .toList();
    }

    /** What the report tells. */
    List<Step> rest(PublishedCampaign campaign, LocalDate opens) {
        Bill tank = bill(opens, 85, 33_800, "Cuves du Modèle", "Deuxième cuve de 1 000 litres")
                .with(Paper.REVEALED);
        return Stream.of(
                        purchases.bought(
                                campaign,
                                72,
                                GREENHOUSE,
                                bill(opens, 71, 11_840, "Serres de l’Essai", "Quatre châssis, livrés")
                                        .because("livraison")),
                        purchases.bought(
                                campaign,
                                77,
                                SOIL,
                                bill(opens, 76, 28_675, "Jardinerie Fictive", "Terre, compost et arrosoirs")
                                        .with(Paper.REVEALED)),
                        purchases.refused(
                                campaign,
                                79,
                                GREENHOUSE,
                                bill(opens, 78, 3_800, "Auberge de l’Exemple", "Repas des monteurs de la serre", "625"),
                                "hors budget"),
                        purchases.bought(campaign, 86, SECOND_TANK, tank),
                        List.of(purchases.triedAlone(campaign, 86, tank)))
                .flatMap(List::stream)
                .toList();
    }

    private static Bill bill(LocalDate opens, int day, long cents, String supplier, String purpose) {
        return bill(opens, day, cents, supplier, purpose, SUPPLIES);
    }

    private static Bill bill(LocalDate opens, int day, long cents, String supplier, String purpose, String account) {
        return Bill.of(cents, opens.plusDays(day - 1L), supplier, purpose, account);
    }
}

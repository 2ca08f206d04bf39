package org.tremplin.operation.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Orientation;
import org.tremplin.capacity.Partner;
import org.tremplin.capacity.PartnerListing.Named;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Profile;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.Tie;
import org.tremplin.capacity.Ties;

/**
 * How an association of the story looks at itself: the vectors of the diagnosis, with names. Plainly fictional ones.
 *
 * @param answers without partners
 * @param ties number the partners from 1
 */
record Look(Diagnosis answers, List<Named> partners, Ties ties) {

    /** Partners of the garden that let themselves be named. */
    static final String TOWN_HALL = "Mairie de Coin-le-Vieux";

    static final String SOWERS = "Les Semeurs d’Exemple";

    /** Vector V1: volunteers of a village. */
    static final Look GARDEN = new Look(
            diagnosis(
                    profile(0, 6_000, Reach.LOCAL, 1, 0, 1, 4, 4, 1, 0),
                    "2112110-",
                    "2211110",
                    "112211",
                    "1113113-",
                    "3022122"),
            List.of(
                    named(TOWN_HALL, PartnerType.PUBLIC, 0, Contribution.RES, Contribution.LEG),
                    named(SOWERS, PartnerType.ASSOCIATION, 0, Contribution.VIS, Contribution.SKI),
                    named("École des Maquettes", PartnerType.EDUCATION, 0, Contribution.VIS),
                    named(
                            "Épicerie solidaire du Modèle",
                            PartnerType.ASSOCIATION,
                            0,
                            Contribution.INF,
                            Contribution.RES)),
            new Ties(ties("1-2 1-3 1-4 2-4"), ties("3-4")));

    /** Vector V1_T1: the same volunteers after their campaign. */
    static final Look GARDEN_AFTER = GARDEN.online("3213112-");

    /** Vector V2: four employees. */
    static final Look RIVER = new Look(
            diagnosis(
                    profile(4, 180_000, Reach.REGIONAL, 3, 4, 1, 3, 1, 1, 0),
                    "43332322",
                    "3233223",
                    "223332",
                    "33232232",
                    "3122122"),
            List.of(
                    named("Les Pêcheurs de l’Essai", PartnerType.ASSOCIATION, 0, Contribution.VIS, Contribution.SKI),
                    named("Naturalistes du Spécimen", PartnerType.ASSOCIATION, 1, Contribution.INF, Contribution.VIS),
                    named("Commune de Modèle-sur-Rive", PartnerType.PUBLIC, 0, Contribution.RES, Contribution.LEG),
                    named("Syndicat de la Rive fictive", PartnerType.PUBLIC, 1, Contribution.RES),
                    named("Université de l’Exemple", PartnerType.EDUCATION, 1, Contribution.INF, Contribution.SKI),
                    named("Carrières du Prototype", PartnerType.COMPANY, 1, Contribution.RES, Contribution.VIS),
                    named(
                            "Fédération fictive des rivières",
                            PartnerType.NETWORK,
                            2,
                            Contribution.INF,
                            Contribution.LEG,
                            Contribution.VIS),
                    named("Radio Témoin", PartnerType.MEDIA, 1, Contribution.VIS),
                    named(
                            "Fondation Exemple pour l’eau",
                            PartnerType.FOUNDATION,
                            2,
                            Contribution.RES,
                            Contribution.LEG)),
            new Ties(
                    ties("1-2 1-3 1-7 1-8 2-3 2-4 2-5 2-7 2-8 3-4 4-5 5-7 7-9"),
                    ties("1-4 1-5 1-6 1-9 2-6 2-9 3-5 3-7 3-8 3-9 4-6 4-7 4-8 4-9 5-6 5-8 5-9 6-7 7-8")));

    /** Followed by many, with partners alike, and one person who does all. */
    static final Look CLUB = new Look(
            diagnosis(
                    profile(1, 48_000, Reach.LOCAL, 3, 0, 0, 3, 6, 0, 1),
                    "34334232",
                    "1211011",
                    "001111",
                    "11120101",
                    "2112124"),
            List.of(
                    named("Football-club de l’Essai", PartnerType.ASSOCIATION, 0, Contribution.SKI),
                    named("Union sportive du Modèle", PartnerType.ASSOCIATION, 0, Contribution.SKI, Contribution.RES),
                    named("Comité des fêtes Spécimen", PartnerType.ASSOCIATION, 0, Contribution.VIS),
                    named("District fictif de football", PartnerType.ASSOCIATION, 1, Contribution.SKI),
                    named("Mairie de Saint-Modèle", PartnerType.PUBLIC, 0, Contribution.RES)),
            new Ties(ties("1-2 1-3 2-3 1-4 2-4 1-5"), ties("2-5 3-4 3-5 4-5")));

    private Look online(String other) {
        return new Look(
                new Diagnosis(
                        answers.profile(),
                        answers(other),
                        answers.software(),
                        answers.learning(),
                        answers.governance(),
                        answers.obstacles(),
                        List.of(),
                        Ties.NONE),
                partners,
                ties);
    }

    private static Diagnosis diagnosis(
            Profile profile, String online, String software, String learning, String governance, String obstacles) {
        return new Diagnosis(
                profile,
                answers(online),
                answers(software),
                answers(learning),
                answers(governance),
                answers(obstacles),
                List.of(),
                Ties.NONE);
    }

    /** @param tokens of the orientations, in their order */
    private static Profile profile(int staff, int budget, Reach reach, int audience, int... tokens) {
        Map<Orientation, Integer> energy = new EnumMap<>(Orientation.class);
        for (Orientation orientation : Orientation.values()) {
            energy.put(orientation, tokens[orientation.ordinal()]);
        }
        return new Profile(staff, Ratio.of(budget), reach, Answer.of(audience), energy, null);
    }

    private static Named named(String name, PartnerType type, int reach, Contribution... brings) {
        return new Named(name, new Partner(type, Reach.values()[reach], Set.of(brings)));
    }

    /** @param written notches, {@code -} not applicable */
    private static List<Answer> answers(String written) {
        List<Answer> answers = new ArrayList<>();
        for (char one : written.toCharArray()) {
            answers.add(one == '-' ? Answer.NOT_APPLICABLE : Answer.of(Character.digit(one, 10)));
        }
        return answers;
    }

    private static Set<Tie> ties(String written) {
        Set<Tie> ties = new HashSet<>();
        for (String pair : written.split(" ")) {
            ties.add(new Tie(Character.digit(pair.charAt(0), 10), Character.digit(pair.charAt(2), 10)));
        }
        return ties;
    }
}

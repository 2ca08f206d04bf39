package org.tremplin.association;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** French departments and regions by code (INSEE, code officiel géographique 2026). */
public final class Departments {

    private static final String NAMES = """
            01 Ain;02 Aisne;03 Allier;04 Alpes-de-Haute-Provence;05 Hautes-Alpes;06 Alpes-Maritimes;07 Ardèche;
            08 Ardennes;09 Ariège;10 Aube;11 Aude;12 Aveyron;13 Bouches-du-Rhône;14 Calvados;15 Cantal;16 Charente;
            17 Charente-Maritime;18 Cher;19 Corrèze;2A Corse-du-Sud;2B Haute-Corse;21 Côte-d’Or;22 Côtes-d’Armor;
            23 Creuse;24 Dordogne;25 Doubs;26 Drôme;27 Eure;28 Eure-et-Loir;29 Finistère;30 Gard;31 Haute-Garonne;
            32 Gers;33 Gironde;34 Hérault;35 Ille-et-Vilaine;36 Indre;37 Indre-et-Loire;38 Isère;39 Jura;40 Landes;
            41 Loir-et-Cher;42 Loire;43 Haute-Loire;44 Loire-Atlantique;45 Loiret;46 Lot;47 Lot-et-Garonne;48 Lozère;
            49 Maine-et-Loire;50 Manche;51 Marne;52 Haute-Marne;53 Mayenne;54 Meurthe-et-Moselle;55 Meuse;56 Morbihan;
            57 Moselle;58 Nièvre;59 Nord;60 Oise;61 Orne;62 Pas-de-Calais;63 Puy-de-Dôme;64 Pyrénées-Atlantiques;
            65 Hautes-Pyrénées;66 Pyrénées-Orientales;67 Bas-Rhin;68 Haut-Rhin;69 Rhône;70 Haute-Saône;
            71 Saône-et-Loire;72 Sarthe;73 Savoie;74 Haute-Savoie;75 Paris;76 Seine-Maritime;77 Seine-et-Marne;
            78 Yvelines;79 Deux-Sèvres;80 Somme;81 Tarn;82 Tarn-et-Garonne;83 Var;84 Vaucluse;85 Vendée;86 Vienne;
            87 Haute-Vienne;88 Vosges;89 Yonne;90 Territoire de Belfort;91 Essonne;92 Hauts-de-Seine;
            93 Seine-Saint-Denis;94 Val-de-Marne;95 Val-d’Oise;971 Guadeloupe;972 Martinique;973 Guyane;
            974 La Réunion;975 Saint-Pierre-et-Miquelon;976 Mayotte;977 Saint-Barthélemy;978 Saint-Martin;
            986 Wallis-et-Futuna;987 Polynésie française;988 Nouvelle-Calédonie""";

    private static final Map<String, String> BY_CODE = Stream.of(NAMES.split(";"))
            .map(String::strip)
            .collect(Collectors.toUnmodifiableMap(
                    entry -> entry.substring(0, entry.indexOf(' ')), entry -> entry.substring(entry.indexOf(' ') + 1)));

    /** Each with the departments it holds. A place over the sea that is no region stands alone. */
    private static final String REGIONS = """
            R84 Auvergne-Rhône-Alpes:01 03 07 15 26 38 42 43 63 69 73 74;R27 Bourgogne-Franche-Comté:21 25 39 58 70 71 89 90;
            R53 Bretagne:22 29 35 56;R24 Centre-Val de Loire:18 28 36 37 41 45;R94 Corse:2A 2B;
            R44 Grand Est:08 10 51 52 54 55 57 67 68 88;R32 Hauts-de-France:02 59 60 62 80;
            R11 Île-de-France:75 77 78 91 92 93 94 95;R28 Normandie:14 27 50 61 76;
            R75 Nouvelle-Aquitaine:16 17 19 23 24 33 40 47 64 79 86 87;R76 Occitanie:09 11 12 30 31 32 34 46 48 65 66 81 82;
            R52 Pays de la Loire:44 49 53 72 85;R93 Provence-Alpes-Côte d’Azur:04 05 06 13 83 84""";

    private static final Map<String, String> REGION_NAMES = regions()
            .collect(Collectors.toUnmodifiableMap(
                    region -> code(region), region -> region.substring(region.indexOf(' ') + 1, region.indexOf(':'))));

    private static final Map<String, String> REGION_OF = regions()
            .flatMap(region -> Stream.of(
                            region.substring(region.indexOf(':') + 1).split(" "))
                    .map(department -> Map.entry(department, code(region))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Departments() {}

    private static Stream<String> regions() {
        return Stream.of(REGIONS.split(";")).map(String::strip);
    }

    private static String code(String region) {
        return region.substring(0, region.indexOf(' '));
    }

    /** Codes of all departments, in their usual order. */
    public static List<String> all() {
        return BY_CODE.keySet().stream().sorted().toList();
    }

    /** Codes of all regions, by name: {@code R} and the number INSEE gives it, so that none is taken for a department. */
    public static List<String> allRegions() {
        return REGION_NAMES.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The code of the region this department is in; empty for a place that is in none. */
    public static String region(String department) {
        return REGION_OF.getOrDefault(department, "");
    }

    /** The name of a region by its code; the code itself where it has none. */
    public static String regionNamed(String region) {
        return REGION_NAMES.getOrDefault(region, region);
    }

    /** {@code Rhône (69)}; the code alone where it has no name. */
    public static String named(String code) {
        String name = BY_CODE.get(code);
        return name == null ? code : name + "\u00A0(" + code + ")";
    }
}

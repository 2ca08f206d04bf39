package org.tremplin.capacity.experience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tremplin.capacity.experience.Giveaways.Found;
import org.tremplin.capacity.experience.Giveaways.Kind;
import org.tremplin.capacity.experience.Giveaways.Named;

class GiveawaysTest {

    private static final List<Named> NAMES = List.of(
            new Named(Kind.ASSOCIATION, "Les Jardins du Coin Vert"),
            new Named(Kind.COMMUNE, "Saint-Étienne-des-Œillets"),
            new Named(Kind.COMMUNE, "Valmorin"),
            new Named(Kind.COMMUNE, "Eu"),
            new Named(Kind.PARTNER, "Mairie de Valmorin"),
            new Named(Kind.PARTNER, "Terrazur"),
            new Named(Kind.PARTNER, "Maison des Jeunes"),
            new Named(Kind.MEMBER, "Amina Essai"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ASSOCIATION | Avec les Jardins du Coin Vert, tout va mieux. | Jardins du Coin Vert",
                "ASSOCIATION | dites LES JARDINS DU COIN VERT | JARDINS DU COIN VERT",
                "ASSOCIATION | un bel endroit, le coin vert | coin vert",
                "ASSOCIATION | nous, au Coin, on plante | Coin",
                "ASSOCIATION | on nous appelle JCV | JCV",
                "COMMUNE | à Saint Etienne des Oeillets | Saint Etienne des Oeillets",
                "COMMUNE | tout valmorin est venu | valmorin",
                "COMMUNE | la plage d’Eu | Eu",
                "PARTNER | merci à Terrazur | Terrazur",
                "PARTNER | merci à terrazur | terrazur",
                "PARTNER | merci à la Maison des jeunes | Maison des jeunes",
                "MEMBER | demandez à Amina | Amina",
                "MEMBER | le fichier d’amina essai | amina essai",
                "EMAIL | écrivez à jo.dupont@asso.example | jo.dupont@asso.example",
                "EMAIL | jo (at) asso.example | jo (at) asso.example",
                "WEB | tout est sur www.jardin.example/aide | www.jardin.example/aide",
                "WEB | tout est sur monjardin.fr | monjardin.fr",
                "WEB | suivez @lesjardins | @lesjardins",
                "PHONE | appelez le 06 12 34 56 78 | 06 12 34 56 78",
                "PHONE | ou +33 (0)6.12.34.56.78 | +33 (0)6.12.34.56.78"
            })
    void findsWhatWouldTellWhoWrites(Kind kind, String text, String words) {
        assertThat(Giveaways.in(text, NAMES)).contains(new Found(kind, words));
    }

    /** Ordinary words stay free, or nobody could tell anything. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Les jardins partagés demandent de l’eau, et un coin d’ombre.",
                "Jardins et ateliers : commencez petit. Coin lecture compris.",
                "Une mairie répond en deux mois. La Mairie aussi.",
                "La maison et les jeunes ont aidé.",
                "Nous avons eu 158 dons, 10 000 € en 21 jours, de 2019 à 2023.",
                "Un essai ne coûte rien. Essai réussi.",
                "Écrivez à dix personnes. Com’ et réseaux viennent après.",
                "Arrivez à 9 h 30, pas à 10 h 45."
            })
    void leavesOrdinaryWordsAlone(String text) {
        assertThat(Giveaways.in(text, NAMES)).isEmpty();
    }

    @Test
    void isNotLedAstrayByInvisibleSigns() {
        assertThat(Giveaways.in("chez Terra\u200Bzur", NAMES)).map(Found::kind).contains(Kind.PARTNER);
    }

    @Test
    void looksForNoNameThatIsNone() {
        List<Named> none = List.of(new Named(Kind.MEMBER, ""), new Named(Kind.PARTNER, "de la"));
        assertThat(Giveaways.in("Un mot de la fin", none)).isEmpty();
    }

    @Property
    void findsAWholeNameWhereverItStands(
            @ForAll("names") String name,
            @ForAll("talk") String before,
            @ForAll("talk") String after,
            @ForAll int how) {
        String written = how % 3 == 0
                ? name
                : how % 3 == 1
                        ? name.toLowerCase(Locale.ROOT)
                        : name.toUpperCase(Locale.ROOT).replace(' ', '-');
        for (Kind kind : Kind.values()) {
            Optional<Found> found = Giveaways.in(before + " " + written + ", " + after, List.of(new Named(kind, name)));
            assertThat(found).contains(new Found(kind, written));
        }
    }

    @Property
    void findsNothingInTalkThatSharesNoWord(@ForAll("names") String name, @ForAll("talk") String talk) {
        assertThat(Giveaways.in(talk, List.of(new Named(Kind.ASSOCIATION, name))))
                .isEmpty();
    }

    /** Words with a z, which the talk has not, and long enough to be no article. */
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("bdfghjkmpqz")
                .ofMinLength(4)
                .ofMaxLength(8)
                .map(word -> "Z" + word)
                .list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .uniqueElements()
                .map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<String> talk() {
        return Arbitraries.of(
                        "nous",
                        "avons",
                        "planté",
                        "Une",
                        "haie",
                        "avec",
                        "les",
                        "voisins.",
                        "Bref",
                        "2026",
                        "et",
                        "40 €")
                .list()
                .ofMaxSize(12)
                .map(words -> String.join(" ", words));
    }
}

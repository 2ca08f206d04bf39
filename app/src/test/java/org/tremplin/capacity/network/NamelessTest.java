package org.tremplin.capacity.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamelessTest {

    private static final LittleWords PARTNER = LittleWords.of("un partenaire", Locale.FRENCH);

    @Test
    void putsTheTypeWhereTheWholeNameStands() {
        Nameless nameless = new Nameless(Map.of("Mairie de Valmorin", "Collectivité", "Le Four", "Association"));
        assertThat(nameless.of("Avec la MAIRIE DE VALMORIN, Le Four, le fournil."))
                .isEqualTo("Avec la Collectivité, Association, le fournil.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Les Semeurs d'Exemple",
                "les semeurs d’exemple",
                "Les\u00a0Semeurs d\u2019Exemple",
                "Les  Semeurs\nd’Exemple",
                "Lés Semeurs d’Exémple",
                "Les Semeurs d’Exe\u0301mple"
            })
    void knowsANameAsPeopleTypeIt(String typed) {
        assertThat(new Nameless(Map.of("Les Semeurs d’Exemple", "Association")).of("Avec " + typed + "."))
                .isEqualTo("Avec Association.");
    }

    @Test
    void knowsHyphensAndJoinedLettersOfAnyKind() {
        Nameless nameless = new Nameless(Map.of("Mairie de Coin-le-Vieux", "Collectivité", "Le Cœur", "Association"));
        assertThat(nameless.of("mairie de Coin\u2011le\u2011Vieux, le coeur, LE CŒUR, un chœur"))
                .isEqualTo("Collectivité, Association, Association, un chœur");
    }

    @Test
    void readsSignsOfANameAsThemselves() {
        assertThat(new Nameless(Map.of("A+B (Le \\Club)", "Association")).of("Avec A+B (le \\club), AAB"))
                .isEqualTo("Avec Association, AAB");
    }

    @Test
    void doesNotReadAWordAgainThatItPut() {
        assertThat(new Nameless(Map.of("Le Média", "Association", "Association", "Média")).of("Le Média, Association"))
                .isEqualTo("Association, Média");
    }

    @Test
    void leavesThePartnersThatStay() {
        Nameless nameless = Nameless.of(List.of("Mairie", "École"), List.of("Mairie de Nantes", "école"), PARTNER);
        assertThat(nameless.of("Mairie, MAIRIE DE NANTES, École")).isEqualTo("Un partenaire, MAIRIE DE NANTES, École");
    }

    @Test
    void cutsATextThatALongerWordMakesTooLongAndShowsIt() {
        Nameless nameless = Nameless.of(List.of("AB"), List.of(), PARTNER);
        assertThat(nameless.of("AB et AB", 20))
                .isEqualTo("Un partenaire et un…")
                .hasSize(20);
        assertThat(nameless.of("Personne", 20)).isEqualTo("Personne");
    }

    @Test
    void leavesATextAloneWhereNobodyIsNamed() {
        assertThat(new Nameless(Map.of()).of("$1 Rien")).isEqualTo("$1 Rien");
        assertThat(new Nameless(Map.of("A.B", "$1")).of("A.B AxB")).isEqualTo("$1 AxB");
    }

    /** The name is « Moulin » everywhere. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Relire le devis de Moulin        | Relire le devis d’un partenaire
            la page du Moulin et la nôtre    | la page d’un partenaire et la nôtre
            Près de la  MOULIN.              | Près d’un partenaire.
            l’aide de l’Moulin               | l’aide d’un partenaire
            l’avis d'Moulin                  | l’avis d’un partenaire
            les gens des Moulin              | les gens de partenaires
            Écrire à Moulin                  | Écrire à un partenaire
            parler au Moulin, aux Moulin     | parler à un partenaire, à des partenaires
            grâce à l'Moulin                 | grâce à un partenaire
            avec Moulin                      | avec un partenaire
            avec le Moulin, sans la Moulin   | avec un partenaire, sans un partenaire
            plus que Moulin, lorsque le Moulin | plus qu’un partenaire, lorsqu’un partenaire
            notre Moulin et cette Moulin     | notre partenaire et ce partenaire
            deux de nos Moulin               | deux de nos partenaires
            chaque Moulin, jusqu’au Moulin   | chaque partenaire, jusqu’à un partenaire
            venu de le Moulin, à le Moulin   | venu d’un partenaire, à un partenaire
            Le Moulin prête. Du Moulin vient | Un partenaire prête. D’un partenaire vient
            Oui ! moulin aussi               | Oui ! Un partenaire aussi
            les Moulin sont venus            | des partenaires sont venus
            Les Moulin viennent. Plus que les Moulin | Des partenaires viennent. Plus que des partenaires
            vide Moulin, bleu Moulin         | vide un partenaire, bleu un partenaire
            """)
    void readsAsFrench(String before, String after) {
        assertThat(Nameless.of(List.of("Moulin"), List.of(), PARTNER).of(before))
                .isEqualTo(after);
    }

    @Test
    void readsAsSeveralWhereTheNameDoes() {
        Nameless nameless = Nameless.of(List.of("Les Amis du lac"), List.of(), PARTNER);
        assertThat(nameless.of("les Amis du lac sont venus")).isEqualTo("Des partenaires sont venus");
        assertThat(nameless.of("Écrire à Les Amis du lac, avec les amis du lac"))
                .isEqualTo("Écrire à des partenaires, avec des partenaires");
    }

    @Test
    void readsAsEnglish() {
        LittleWords partner = LittleWords.of("a partner", Locale.ENGLISH);
        assertThat(Nameless.of(List.of("Mill"), List.of(), partner).of("The Mill helps, our Mill too, with Mill"))
                .isEqualTo("A partner helps, our partner too, with a partner");
    }

    @Test
    void leavesTheLittleWordsOfANameThatStays() {
        assertThat(Nameless.of(List.of("Moulin"), List.of("Moulin Neuf"), PARTNER)
                        .of("au Moulin Neuf"))
                .isEqualTo("au Moulin Neuf");
    }
}

package org.tremplin.capacity.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamelessTest {

    @Test
    void putsTheTypeWhereTheWholeNameStands() {
        Nameless nameless = new Nameless(Map.of("Mairie de Valmorin", "Collectivité", "Le Four", "Association"));
        assertThat(nameless.of("Avec la MAIRIE DE VALMORIN, Le Four, le fournil."))
                .isEqualTo("Avec la Collectivité, Association, le fournil.");
    }

    @Test
    void doesNotReadAWordAgainThatItPut() {
        assertThat(new Nameless(Map.of("Le Média", "Association", "Association", "Média")).of("Le Média, Association"))
                .isEqualTo("Association, Média");
    }

    @Test
    void leavesThePartnersThatStay() {
        Nameless nameless =
                Nameless.of(List.of("Mairie", "École"), List.of("Mairie de Nantes", "école"), "un partenaire");
        assertThat(nameless.of("Mairie, MAIRIE DE NANTES, École")).isEqualTo("un partenaire, MAIRIE DE NANTES, École");
    }

    @Test
    void cutsATextThatALongerWordMakesTooLongAndShowsIt() {
        Nameless nameless = Nameless.of(List.of("AB"), List.of(), "un partenaire");
        assertThat(nameless.of("AB et AB", 20))
                .isEqualTo("un partenaire et un…")
                .hasSize(20);
        assertThat(nameless.of("Personne", 20)).isEqualTo("Personne");
    }

    @Test
    void leavesATextAloneWhereNobodyIsNamed() {
        assertThat(new Nameless(Map.of()).of("$1 Rien")).isEqualTo("$1 Rien");
        assertThat(new Nameless(Map.of("A.B", "$1")).of("A.B AxB")).isEqualTo("$1 AxB");
    }
}

package org.tremplin.association.profile;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class StatementTest {

    @Test
    void readsLikeTheName() {
        assertThat(Statement.of("Rivières en commun")).isEqualTo("RIVIERES EN COMMUN");
        assertThat(Statement.of("Étoile sportive de Saint-Modèle")).isEqualTo("ETOILE SPORTIVE DE");
    }

    @Test
    void refusesWhatCardNetworksRefuse() {
        assertThat(Statement.valid("ABCD")).isFalse();
        assertThat(Statement.valid("12345")).isFalse();
        assertThat(Statement.valid("ÉTOILE SPORTIVE")).isFalse();
        assertThat(Statement.valid("A*STAR NAME")).isFalse();
        assertThat(Statement.valid("x".repeat(23))).isFalse();
    }

    @Property
    void isAlwaysPrintable(@ForAll @StringLength(max = 150) String name) {
        assertThat(Statement.valid(Statement.of(name))).as(Statement.of(name)).isTrue();
    }
}

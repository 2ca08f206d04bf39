package org.tremplin.association;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegisterTest {

    @Test
    void leadsToTheDirectoryBySiren() {
        assertThat(Register.of("Les Jardins", null, "732829320", null))
                .extracting(Register::address)
                .containsExactly("https://annuaire-entreprises.data.gouv.fr/entreprise/732829320");
    }

    @Test
    void namesTwoRegistersForAnRna() {
        assertThat(Register.of("Les Jardins", "W751212517", null, null)).hasSize(2);
    }

    @Test
    void hasNoLinkToThePaperRegisterOfACourt() {
        Register court = Register.of("Les Jardins", null, null, "Strasbourg, volume 12, folio 3")
                .get(1);
        assertThat(court.address()).isNull();
        assertThat(court.reference()).isEqualTo("Strasbourg, volume 12, folio 3");
    }
}

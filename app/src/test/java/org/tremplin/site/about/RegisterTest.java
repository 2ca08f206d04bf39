package org.tremplin.site.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitors;
import org.tremplin.association.Association;

/** The register of processing that an association must be able to show. */
@TestApplication
@Import(Samples.class)
class RegisterTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Test
    void isATableForASpreadsheet() {
        Association association = samples.association("=Jardins " + UUID.randomUUID());

        String table =
                visitors.member(association.slug(), "PRESIDENT").page("/espace/" + association.slug() + "/donnees.csv");

        assertThat(table.lines().count()).isGreaterThan(20);
        assertThat(table)
                .startsWith("\uFEFF")
                .contains("'=Jardins", "Identité des reçus fiscaux")
                .doesNotContain("??");
    }
}

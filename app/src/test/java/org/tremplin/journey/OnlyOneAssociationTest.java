package org.tremplin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.Samples;
import org.tremplin.Visitors;
import org.tremplin.platform.TremplinSettings;

/** Whoever would found a second association where one collects reads why not, and what else to do. */
@Story(
        properties = {
            "tremplin.mode=single",
            "tremplin.secret=a-secret-of-tests-with-enough-characters",
            "tremplin.stripe.secret-key=sk_test_story",
            "tremplin.stripe.webhook-secret=whsec_story",
            "spring.mail.host=127.0.0.1",
            "tremplin.mail.from=essais@association.example",
            "tremplin.admin.email=admin@association.example"
        })
@Import(Samples.class)
class OnlyOneAssociationTest {

    @Autowired
    TremplinSettings settings;

    @Autowired
    Visitors visitors;

    @Autowired
    Samples samples;

    @Test
    void isToldWhyOnASoundPage() {
        samples.association("La Seule");
        try (Visit phone =
                Visit.of(settings).phone().signedInAs(visitors.stranger()).open("/espace/nouvelle-association")) {
            assertThat(phone.page().locator("h1").count()).isEqualTo(1);
            assertThat(phone.page().locator("main").innerText()).contains("La Seule", "ORIAS");
            phone.isAccessible();
            phone.fitsTheWindow();
        }
    }
}

package org.tremplin.association.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.TestApplication;
import org.tremplin.association.Association;
import org.tremplin.association.Founding;
import org.tremplin.association.Profile;
import reactor.core.publisher.Flux;

/** An instance in single mode collects for one association: more would be a regulated activity. */
@TestApplication(
        properties = {
            "tremplin.mode=single",
            "tremplin.secret=a-secret-of-tests-with-enough-characters",
            "tremplin.stripe.secret-key=sk_test_module",
            "tremplin.stripe.webhook-secret=whsec_module",
            "spring.mail.host=127.0.0.1",
            "tremplin.mail.from=essais@association.example",
            "tremplin.admin.email=admin@association.example"
        })
class SingleModeTest {

    @Autowired
    Founding founding;

    @Test
    void refusesASecondAssociationAndNamesTheFirst() {
        Profile profile = new Profile(
                "La Seule",
                "Être seule ici, et le rester",
                new Association.Address("1 rue", "69008", "Valmorin"),
                "W751212517",
                null,
                null);
        var answers = Flux.range(0, 4)
                .flatMap(i -> founding.found(profile, UUID.randomUUID()))
                .map(founded -> founded.<String>fold(done -> "made", only -> "refused for " + only))
                .collectList()
                .block();
        assertThat(answers)
                .containsExactlyInAnyOrder(
                        "made", "refused for La Seule", "refused for La Seule", "refused for La Seule");
    }
}

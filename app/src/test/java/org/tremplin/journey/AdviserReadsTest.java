package org.tremplin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.identity.People;
import org.tremplin.platform.TremplinSettings;

/** A president invites an adviser; she sees what was granted, and loses it when revoked and at the end date. */
@Story
@Import(Samples.class)
class AdviserReadsTest {

    @Autowired
    TremplinSettings settings;

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    DatabaseClient database;

    @Test
    void readsWhatWasGrantedUntilItIsTakenBack() {
        Association association = samples.association("Les Jardins " + UUID.randomUUID());
        String home = "/espace/" + association.slug() + "/diagnostic";
        Visitor president = samples.member(association, Role.PRESIDENT);
        diagnose(president, home);
        Visitor adviser = samples.person(UUID.randomUUID() + "@conseil.example");
        try (Visit desk = Visit.of(settings).signedInAs(president).open(home + "/partage/nouveau");
                Visit phone = Visit.of(settings).phone().signedInAs(adviser).open("/conseil")) {
            String grant = invite(desk, adviser);
            phone.go("/conseil/" + association.slug());
            Page page = phone.page();
            assertThat(page.locator("main")).containsText("Section par section");
            assertThat(page.locator("main")).not().containsText("Ses obstacles");
            assertThat(page.locator("main")).not().containsText("Ses réponses");
            phone.isAccessible();
            phone.fitsTheWindow();

            desk.page().locator("input[name=OBSTACLES]").check();
            desk.page().getByText("Changer ce qui est ouvert").click();
            page.reload();
            assertThat(page.locator("main")).containsText("Ses obstacles");

            desk.page().getByText("Retirer maintenant").click();
            // the page that is still open is no longer served, nor is what it sends
            page.locator("#mot-").fill("Trop tard");
            page.locator("#ensemble form button").click();
            assertThat(page.locator("main")).not().containsText("Section par section");
            assertThat(phone.go("/conseil/" + association.slug())).isEqualTo(404);

            sql("update capacity.share_grant set revoked_at = null where id = '" + grant + "'");
            assertThat(phone.go("/conseil/" + association.slug())).isEqualTo(200);
            sql("update capacity.share_grant set until_on = '2020-01-01' where id = '" + grant + "'");
            assertThat(phone.go("/conseil/" + association.slug())).isEqualTo(404);
        }
        seesNoObstacle(association, home);
    }

    /** Members who only read, and strangers. */
    private void seesNoObstacle(Association association, String home) {
        try (Visit reader = Visit.of(settings)
                .signedInAs(samples.member(association, Role.READER))
                .open(home + "/resultat")) {
            assertThat(reader.page().locator("h1")).isVisible();
            assertThat(reader.page().locator("main")).not().containsText("À discuter ensemble");
            assertThat(reader.go(home + "/partage")).isEqualTo(403);
        }
        try (Visit stranger = Visit.of(settings).signedInAs(visitors.stranger()).open("/conseil")) {
            assertThat(stranger.go("/conseil/" + association.slug())).isEqualTo(404);
            assertThat(stranger.go(home + "/resultat")).isEqualTo(403);
        }
    }

    /** @return the id of the grant */
    private String invite(Visit desk, Visitor adviser) {
        Page page = desk.page();
        String email = people.find(Objects.requireNonNull(adviser.id())).block().email();
        page.locator("#email").fill(email);
        page.locator("#rows input").all().forEach(box -> box.setChecked("SECTIONS".equals(box.getAttribute("name"))));
        page.locator("#accord").check();
        page.locator("main form button").first().click();
        page.locator(".rows a.row").first().click();
        assertThat(page.locator("h1")).hasText(email);
        String grant = page.url().substring(page.url().lastIndexOf('/') + 1);
        // the mailed link is followed in SharingTest
        sql("update capacity.share_grant set accepted_at = now(), person_id = '" + adviser.id() + "' where id = '"
                + grant + "'");
        return grant;
    }

    private void diagnose(Visitor president, String home) {
        president.post(home, "forme", "complet").expectStatus().isSeeOther();
        president
                .post(home + "/questions?partie=en-ligne", "A1", "2", "A2", "1", "A3", "1", "A4", "2", "A5", "1")
                .expectStatus()
                .isSeeOther();
        president
                .post(home + "/questions?partie=obstacles", "E1", "4", "E2", "3")
                .expectStatus()
                .isSeeOther();
        president.post(home + "/resultat").expectStatus().isSeeOther();
    }

    private void sql(String sql) {
        database.sql(sql).then().block();
    }
}

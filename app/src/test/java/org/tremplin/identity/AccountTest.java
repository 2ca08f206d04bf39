package org.tremplin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;

@TestApplication
class AccountTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Test
    void changesNameAndLanguageAtOnce() {
        Visitor lea = signedIn("lea@compte.example");
        lea.post("/compte", "nom", "Léa <b>Modèle</b>", "langue", "en")
                .expectStatus()
                .isSeeOther();
        assertThat(lea.page("/compte?fait=oui"))
                .contains("My account", "Léa &lt;b&gt;Modèle&lt;/b&gt;", "role=\"status\"");
    }

    @Test
    void refusesANameOfFiveHundredLetters() {
        Visitor lea = signedIn("lea@long.example");
        lea.post("/compte", "nom", "x".repeat(500)).expectStatus().isEqualTo(422);
    }

    @Test
    void endsTheOtherSessionsAndKeepsThisOne() {
        Visitor here = signedIn("lea@appareils.example");
        Visitor there = visitors.person(here.id());
        there.page("/compte");
        here.post("/compte/sessions/fermetures", "session", "autres")
                .expectStatus()
                .isSeeOther();
        there.get("/compte").expectStatus().isSeeOther();
        here.page("/compte");
    }

    @Test
    void endsOneSessionButNeverSomebodyElses() {
        Visitor lea = signedIn("lea@une.example");
        Visitor eve = signedIn("eve@une.example");
        String leasKey = key(lea, visitors.person(lea.id()));
        eve.post("/compte/sessions/fermetures", "session", leasKey);
        assertThat(lea.page("/compte")).contains(leasKey);
        lea.post("/compte/sessions/fermetures", "session", leasKey);
        assertThat(lea.page("/compte")).doesNotContain(leasKey);
    }

    @Test
    void signsOut() {
        Visitor lea = signedIn("lea@sortie.example");
        lea.post("/deconnexion").expectStatus().isSeeOther().expectCookie().maxAge("session", java.time.Duration.ZERO);
        lea.get("/compte").expectStatus().isSeeOther();
    }

    private Visitor signedIn(String email) {
        return visitors.person(people.welcome(email, "", "fr").block().id());
    }

    private static String key(Visitor looking, Visitor other) {
        other.page("/compte");
        var matcher = java.util.regex.Pattern.compile("name=\"session\" value=\"([0-9a-f]{64})\"")
                .matcher(looking.page("/compte"));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}

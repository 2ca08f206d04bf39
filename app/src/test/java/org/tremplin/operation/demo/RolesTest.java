package org.tremplin.operation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.TestApplication;
import org.tremplin.Visitors;
import org.tremplin.identity.People;
import org.tremplin.platform.DemoOnly;

@TestApplication
class RolesTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Test
    void entersAsSomebodyOfTheSampleDataWithOneClick() {
        DemoPerson president = DemoPerson.ALL.get(0);
        people.welcome(president.email(), president.name(), "fr").block();
        visitors.anonymous()
                .post("/demo/roles", "role", president.email())
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/espace")
                .expectCookie()
                .exists("session");
    }

    @Test
    void neverEntersAsARealPerson() {
        people.welcome("lea@real.example", "Léa", "fr").block();
        visitors.anonymous()
                .post("/demo/roles", "role", "lea@real.example")
                .expectHeader()
                .location("/demo")
                .expectCookie()
                .doesNotExist("session");
    }

    @Test
    void entersAsTheOperatorOfTheDemonstration() {
        assertThat(visitors.anonymous().page("/demo")).contains("value=\"exploitation\"");
        visitors.anonymous()
                .post("/demo/roles", "role", "exploitation")
                .expectHeader()
                .location("/admin")
                .expectCookie()
                .exists("session");
    }

    @Test
    void showsWhoOneCanBeInBothLanguages() {
        assertThat(visitors.anonymous().page("/demo")).contains("Qui voulez-vous être", "Au moment de payer");
        assertThat(visitors.anonymous().page("/en/demo")).contains("Who would you like to be");
    }

    @Test
    void existsInDemoOnly() {
        assertThat(RolesController.class).hasAnnotation(DemoOnly.class);
    }
}

package org.tremplin.operation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.TestApplication;
import org.tremplin.Visitors;
import org.tremplin.identity.People;

/** A demonstration that somebody real runs. */
@TestApplication(properties = "tremplin.admin.email=Theo@association.org")
class RealOperatorTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Test
    void letsNobodyInAsThem() {
        visitors.anonymous()
                .post("/demo/roles", "role", "exploitation")
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/demo")
                .expectCookie()
                .doesNotExist("session");
        assertThat(people.findByEmail("theo@association.org").blockOptional()).isEmpty();
    }

    @Test
    void offersNoSuchRole() {
        assertThat(visitors.anonymous().page("/demo"))
                .contains("value=\"nouvelle\"")
                .doesNotContain("value=\"exploitation\"");
    }
}

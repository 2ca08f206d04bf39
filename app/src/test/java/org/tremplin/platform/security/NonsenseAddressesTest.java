package org.tremplin.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;

/** An address whose variable part is nonsense leads nowhere; it is no bad request. */
@TestApplication
@Import(Samples.class)
class NonsenseAddressesTest {

    @Autowired
    RouteTable table;

    @Autowired
    Visitors visitors;

    @Autowired
    Samples samples;

    private String association;
    private Visitor president;

    @BeforeEach
    void association() {
        association = samples.association("Les Adresses " + UUID.randomUUID()).slug();
        president = visitors.member(association, "PRESIDENT");
    }

    @Test
    void findsNothingAtAnyAddressOfTheTable() {
        List<String> addresses = table.routes().stream()
                .filter(route -> route.method().equals(HttpMethod.GET))
                .map(route -> route.pattern().getPatternString().replace("{association}", association))
                .filter(pattern -> pattern.contains("{"))
                .map(NonsenseAddressesTest::nonsense)
                .toList();
        assertThat(addresses)
                .contains("/fichiers/nope", "/demo/courrier/nope", "/espace/" + association + "/equipe/nope");
        for (String address : addresses) {
            Visitor visitor = address.startsWith("/admin/") ? visitors.operator() : president;
            visitor.web()
                    .get()
                    .uri(address)
                    .exchange()
                    .expectStatus()
                    .value(status -> assertThat(status).as(address).isEqualTo(404));
        }
    }

    @Test
    void changesNothingThere() {
        for (String address : List.of("/equipe/nope", "/equipe/nope/fin", "/invitations/nope/retrait")) {
            president
                    .post("/espace/" + association + address, "role", "READER")
                    .expectStatus()
                    .isNotFound();
        }
    }

    private static String nonsense(String pattern) {
        return pattern.replaceAll("\\{[^}]+}", "nope");
    }
}

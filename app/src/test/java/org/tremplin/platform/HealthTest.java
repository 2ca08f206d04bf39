package org.tremplin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.TestApplication;
import org.tremplin.Visitors;

/** The management port answers a supervisor without a password and is the only one that does. */
@TestApplication(properties = "management.server.port=0")
class HealthTest {

    @Autowired
    Visitors visitors;

    @Value("${local.management.port}")
    int port;

    @Test
    void tellsThatItIsReadyOnTheManagementPort() {
        management()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"status\":\"UP\"}");
        management()
                .get()
                .uri("/actuator/health/liveness")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void tellsNothingOfItselfOnThePublicPort() {
        for (String path :
                new String[] {"/actuator", "/actuator/health", "/actuator/health/readiness", "/actuator/info"}) {
            visitors.anonymous().get(path).expectStatus().isNotFound();
            visitors.operator().get(path).expectStatus().isNotFound();
        }
    }

    @Test
    void keepsEverythingElseClosed() {
        for (String path :
                new String[] {"/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/shutdown"}) {
            management().get().uri(path).exchange().expectStatus().isNotFound();
        }
    }

    @Test
    void changesNothingAndServesNoPageOnTheManagementPort() {
        management().post().uri("/actuator/health").exchange().expectStatus().is4xxClientError();
        management().delete().uri("/actuator/info").exchange().expectStatus().is4xxClientError();
        for (String path : new String[] {"/", "/connexion", "/espace", "/nulle-part"}) {
            var status = management()
                    .get()
                    .uri(path)
                    .exchange()
                    .returnResult(String.class)
                    .getStatus();
            assertThat(status.is2xxSuccessful()).as(path).isFalse();
        }
    }

    private WebTestClient management() {
        return WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }
}

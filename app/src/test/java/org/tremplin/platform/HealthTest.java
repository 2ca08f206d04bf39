package org.tremplin.platform;

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

    private WebTestClient management() {
        return WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }
}

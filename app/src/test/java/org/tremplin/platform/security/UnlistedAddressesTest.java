package org.tremplin.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;

/** What the table of routes does not hold cannot be reached, even if a controller is mapped to it. */
@TestApplication
class UnlistedAddressesTest {

    private static final String FORGOTTEN = "/espace/oubliee";
    private static final String OURS = "association-des-essais";

    private static final RequestMappingInfo MAPPING = RequestMappingInfo.paths(FORGOTTEN, "/oubliee/{id}")
            .methods(RequestMethod.GET, RequestMethod.POST)
            .build();

    @Autowired
    Visitors visitors;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Value("${local.server.port}")
    int port;

    private final Forgotten forgotten = new Forgotten();

    @BeforeEach
    void map() throws NoSuchMethodException {
        requestMappingHandlerMapping.registerMapping(MAPPING, forgotten, Forgotten.class.getDeclaredMethod("answer"));
    }

    @AfterEach
    void unmap() {
        requestMappingHandlerMapping.unregisterMapping(MAPPING);
    }

    @Test
    void letsNobodyReachAMappingThatTheTableDoesNotHold() {
        // /espace/{association} of the table takes the first; it asks for a role there
        assertThat(visitors.anonymous()
                        .get(FORGOTTEN)
                        .returnResult(String.class)
                        .getStatus())
                .isEqualTo(HttpStatusCode.valueOf(303));
        for (Visitor visitor : everybody()) {
            visitor.get("/oubliee/1").expectStatus().isNotFound();
            visitor.get("/en/oubliee/1").expectStatus().isNotFound();
            visitor.post("/oubliee/1", "a", "b").expectStatus().isNotFound();
            assertThat(ask(visitor, HttpMethod.HEAD, "/oubliee/1").getStatus().value())
                    .isEqualTo(404);
        }
        assertThat(forgotten.reached).isFalse();
    }

    @Test
    void tellsEverybodyTheSameOfAnUnknownAddress() {
        List<String> pages = everybody().stream()
                .map(visitor ->
                        new String(ask(visitor, HttpMethod.GET, "/nulle-part").getResponseBody()))
                .toList();
        assertThat(pages).hasSize(3).allMatch(page -> page.equals(pages.get(0)));
        assertThat(pages.get(0)).contains("<h1");
    }

    @Test
    void findsNothingUnknownBehindAFormWithoutItsToken() {
        for (Visitor visitor : everybody()) {
            assertThat(bare(visitor, "/nulle-part").getStatus().value()).isEqualTo(404);
            assertThat(bare(visitor, "/mentions").getStatus().value()).isEqualTo(405);
            assertThat(bare(visitor, "/espace/" + OURS + "/equipe").getStatus().value())
                    .isEqualTo(405);
        }
    }

    @Test
    void namesTheMethodsOfAKnownAddress() {
        for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH, HttpMethod.OPTIONS)) {
            EntityExchangeResult<byte[]> answer = ask(visitors.operator(), method, "/compte");

            assertThat(answer.getStatus().value()).as("%s", method).isEqualTo(405);
            assertThat(answer.getResponseHeaders().getAllow())
                    .containsExactlyInAnyOrder(HttpMethod.GET, HttpMethod.POST);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/espace/association-des-essais/equipe/",
                "//espace/association-des-essais/equipe",
                "/espace//association-des-essais/equipe",
                "/espace/association-des-essais//equipe",
                "/ESPACE/association-des-essais/equipe",
                "/espace/association-des-essais/Equipe",
                "/espace/Association-Des-Essais/equipe",
                "/espace/association-des-essais/equipe;x=y",
                "/espace;x=y/association-des-essais/equipe",
                "/espace/association-des-essais;x=y/equipe",
                "/espace/association-des-essais/./equipe",
                "/espace/association-des-essais/%2e/equipe",
                "/mentions/../espace/association-des-essais/equipe",
                "/mentions/%2e%2e/espace/association-des-essais/equipe",
                "/mentions/..%2fespace/association-des-essais/equipe",
                "/assets/%2e%2e/espace/association-des-essais/equipe",
                "/espace%2fassociation-des-essais%2fequipe",
                "/espace/association-des-essais/%65quipe",
                "/%65space/association-des-essais/equipe",
                "/espace/association-des-essais/equipe%20",
                "/espace/association-des-essais/equipe%00",
                "/espace/association-des-essais/equipe%0a",
                "/espace\\association-des-essais\\equipe",
                "/en/espace/association-des-essais/equipe",
                "/en//espace/association-des-essais/equipe",
                "/en/en/espace/association-des-essais/equipe",
                "/en/%2e%2e/espace/association-des-essais/equipe",
                "/EN/espace/association-des-essais/equipe",
                "/espace/association-des-essais/equipe?association=une-autre-association",
            })
    void keepsStrangersOutHoweverTheAddressIsWritten(String path) {
        for (Map.Entry<String, Visitor> visitor : Map.of(
                        "anonymous", visitors.anonymous(),
                        "stranger", visitors.stranger(),
                        "president elsewhere", visitors.member("une-autre-association", "PRESIDENT"))
                .entrySet()) {
            for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
                EntityExchangeResult<byte[]> answer = ask(visitor.getValue(), method, path.replace("\\", "%5c"));
                URI location = answer.getResponseHeaders().getLocation();
                assertThat(location != null
                                        && location.getPath().endsWith("/connexion")
                                        && answer.getStatus().is3xxRedirection()
                                || answer.getStatus().is4xxClientError())
                        .as("%s %s for %s: %s", method, path, visitor.getKey(), answer.getStatus())
                        .isTrue();
            }
        }
    }

    private List<Visitor> everybody() {
        return List.of(visitors.anonymous(), visitors.member(OURS, "PRESIDENT"), visitors.operator());
    }

    private EntityExchangeResult<byte[]> ask(Visitor visitor, HttpMethod method, String path) {
        return visitor.web()
                .method(method)
                // as it stands: nothing is encoded again on the way
                .uri(URI.create("http://localhost:" + port + path))
                .header("X-CSRF-TOKEN", Visitor.csrfField())
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private static EntityExchangeResult<byte[]> bare(Visitor visitor, String path) {
        return visitor.web()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("a=b")
                .exchange()
                .expectBody()
                .returnResult();
    }

    /** A controller that nobody wrote into the table. */
    static class Forgotten {

        private volatile boolean reached;

        org.springframework.http.ResponseEntity<String> answer() {
            reached = true;
            return org.springframework.http.ResponseEntity.ok("forgotten");
        }
    }
}

package org.tremplin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.platform.security.Access;
import org.tremplin.platform.security.Route;
import org.tremplin.platform.security.RouteTable;

/** Every address has one line in the table of routes and roles, and the table is kept by the application. */
@TestApplication
class RoutesTest {

    private static final String OURS = "association-des-essais";
    private static final String THEIRS = "une-autre-association";
    private static final List<String> ROLES = List.of("PRESIDENT", "TREASURER", "ACCOUNTANT", "EDITOR", "READER");
    private static final String SOME_ID = "00000000-0000-7000-8000-000000000000";
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(:[^}]*)?}");

    @Autowired
    RouteTable table;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Visitors visitors;

    @Test
    void holdsALineForEachMapping() {
        assertThat(mappings()).isSubsetOf(lines());
    }

    @Test
    void holdsNoLineWithoutAMapping() {
        assertThat(lines()).isSubsetOf(mappings());
    }

    @Test
    void holdsEachLineOnce() {
        assertThat(lines()).doesNotHaveDuplicates();
    }

    @Test
    void namesRolesThatExist() {
        assertThat(table.routes().stream().map(Route::access)).allSatisfy(access -> {
            if (access instanceof Access.Member member) {
                assertThat(ROLES).containsAll(member.roles());
            }
        });
    }

    /** English addresses follow their French one. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/en"})
    void keepsEveryRouteAgainstEveryRoleAndAnotherAssociation(String language) {
        List<String> wrong = new ArrayList<>();
        for (Route route : table.routes()) {
            who().forEach((name, who) -> {
                boolean expected = allowed(route.access(), who);
                EntityExchangeResult<byte[]> answer;
                try {
                    answer = ask(route, language, who.enter());
                } catch (IllegalStateException silent) {
                    wrong.add("%s %s%s: gives no answer to %s"
                            .formatted(route.method(), language, route.pattern(), name));
                    return;
                }
                boolean actual = !refused(answer);
                if (expected != actual) {
                    wrong.add("%s %s%s: %s is %s (%s)"
                            .formatted(
                                    route.method(),
                                    language,
                                    route.pattern(),
                                    name,
                                    actual ? "let in" : "refused",
                                    answer.getStatus()));
                }
                if (answer.getStatus().value() == 500) {
                    wrong.add("%s %s%s: breaks for %s".formatted(route.method(), language, route.pattern(), name));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void asksForTheTokenOfTheFormOnEveryPost() {
        List<String> open = new ArrayList<>();
        for (Route route : table.routes()) {
            if (!route.method().equals(HttpMethod.GET)
                    // signed by the provider; and pressed by mail programs, who know an address that cannot be guessed
                    && !List.of("/webhooks/stripe", "/suivi/{token}/arret")
                            .contains(route.pattern().getPatternString())) {
                for (String language : List.of("", "/en")) {
                    var answer = visitors.anonymous()
                            .web()
                            .method(route.method())
                            .uri(language + address(route))
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .bodyValue("a=b")
                            .exchange()
                            .expectBody()
                            .returnResult();
                    if (answer.getStatus().value() != 403) {
                        open.add(route.method() + " " + route.pattern());
                    }
                }
            }
        }
        assertThat(open).isEmpty();
    }

    /** What the table means, said a second time. */
    private static boolean allowed(Access access, Who who) {
        if (access instanceof Access.Everyone) {
            return true;
        }
        if (access instanceof Access.Operator) {
            return who.operator;
        }
        if (access instanceof Access.Member member) {
            return who.association.equals(OURS) && member.roles().contains(who.role);
        }
        return who.signedIn;
    }

    private Map<String, Who> who() {
        Map<String, Who> all = new TreeMap<>();
        all.put("an anonymous visitor", new Who(false, false, "", "", visitors::anonymous));
        all.put("a stranger", new Who(true, false, "", "", visitors::stranger));
        all.put("an operator", new Who(true, true, "", "", visitors::operator));
        for (String role : ROLES) {
            String said = role.toLowerCase(Locale.ROOT);
            all.put("a " + said, new Who(true, false, OURS, role, () -> visitors.member(OURS, role)));
            all.put(
                    "a " + said + " elsewhere",
                    new Who(true, false, THEIRS, role, () -> visitors.member(THEIRS, role)));
        }
        return all;
    }

    private static EntityExchangeResult<byte[]> ask(Route route, String language, Visitor visitor) {
        String path = language + address(route);
        var answer = route.method().equals(HttpMethod.GET) ? visitor.get(path) : visitor.post(path);
        return answer.expectBody().returnResult();
    }

    private static boolean refused(EntityExchangeResult<byte[]> answer) {
        var location = answer.getResponseHeaders().getLocation();
        return answer.getStatus().value() == 403
                || location != null && location.toString().matches("(/en)?/connexion\\?vers=.*");
    }

    private static String address(Route route) {
        return VARIABLE.matcher(route.pattern().getPatternString())
                .replaceAll(variable -> variable.group(1).equals("association") ? OURS : SOME_ID);
    }

    private List<String> lines() {
        return table.routes().stream()
                .map(route -> route.method() + " " + route.pattern())
                .toList();
    }

    private List<String> mappings() {
        List<String> found = new ArrayList<>();
        for (RequestMappingInfo info :
                requestMappingHandlerMapping.getHandlerMethods().keySet()) {
            assertThat(info.getMethodsCondition().getMethods())
                    .as("the method of %s", info)
                    .isNotEmpty();
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                info.getPatternsCondition().getPatterns().forEach(pattern -> found.add(method + " " + pattern));
            }
        }
        return found;
    }

    private record Who(
            boolean signedIn,
            boolean operator,
            String association,
            String role,
            java.util.function.Supplier<Visitor> enters) {
        Visitor enter() {
            return enters.get();
        }
    }
}

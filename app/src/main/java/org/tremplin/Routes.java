package org.tremplin;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tremplin.platform.security.Access;
import org.tremplin.platform.security.Route;
import org.tremplin.platform.security.RouteTable;

/**
 * The table of routes and roles: every address of the application and who may use it. A route that is missing here
 * fails the build; English addresses ({@code /en/…}) follow their French one.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final Access EVERYONE = new Access.Everyone();
    private static final Access SIGNED_IN = new Access.SignedIn();
    private static final Access OPERATOR = new Access.Operator();
    private static final Access BOOKS = member("PRESIDENT", "TREASURER", "ACCOUNTANT");
    private static final Access EVERY_MEMBER = member("PRESIDENT", "TREASURER", "ACCOUNTANT", "EDITOR", "READER");

    @Bean
    RouteTable routeTable() {
        return new RouteTable(List.of(
                Route.of(GET, "/assets/{name}", EVERYONE),
                Route.of(GET, "/fichiers/{id}", EVERYONE),
                // giving
                Route.of(GET, "/c/{slug}/don", EVERYONE),
                Route.of(POST, "/c/{slug}/don", EVERYONE),
                Route.of(GET, "/don/{token}/retour", EVERYONE),
                Route.of(POST, "/don/{token}/paiement", EVERYONE),
                Route.of(GET, "/demo/paiement/{session}", EVERYONE),
                Route.of(POST, "/demo/paiement/{session}", EVERYONE),
                Route.of(POST, "/webhooks/stripe", EVERYONE),
                // what an association reads of its gifts: personal data, so not every member
                Route.of(GET, "/espace/{association}/dons", BOOKS),
                Route.of(GET, "/espace/{association}/dons/recus-demandes.csv", BOOKS)));
    }

    private static Access member(String... roles) {
        return new Access.Member("association", Set.of(roles));
    }
}

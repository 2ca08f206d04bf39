package org.tremplin.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class RouteTableTest {

    @Test
    void asksTheMostSpecificRouteFirst() {
        RouteTable table = new RouteTable(List.of(
                Route.of(HttpMethod.GET, "/espace/{association}", new Access.Everyone()),
                Route.of(HttpMethod.GET, "/espace/{association}/{room}", new Access.Everyone()),
                Route.of(HttpMethod.GET, "/espace/associations", new Access.SignedIn())));
        assertThat(table.routes().get(0).pattern().getPatternString()).isEqualTo("/espace/associations");
    }

    @Test
    void tellsWhatARoleMayDoByMethodAndAddress() {
        Access all = new Access.Member("association", Set.of("PRESIDENT", "READER"));
        Access one = new Access.Member("association", Set.of("PRESIDENT"));
        RouteTable table = new RouteTable(List.of(
                Route.of(HttpMethod.GET, "/espace/{association}/equipe", all),
                Route.of(HttpMethod.POST, "/espace/{association}/equipe", one)));
        assertThat(table.lets(HttpMethod.GET, "/espace/a/equipe", "READER")).isTrue();
        assertThat(table.lets(HttpMethod.POST, "/espace/a/equipe", "READER")).isFalse();
        assertThat(table.lets(HttpMethod.POST, "/espace/a/equipe", "PRESIDENT")).isTrue();
        assertThat(table.lets(HttpMethod.GET, "/espace/a/ailleurs", "PRESIDENT"))
                .isFalse();
    }
}

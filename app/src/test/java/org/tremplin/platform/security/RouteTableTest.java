package org.tremplin.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}

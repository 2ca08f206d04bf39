package org.tremplin.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import reactor.core.publisher.Flux;

@TestApplication
class SessionsTest {

    @Autowired
    Sessions sessions;

    @Autowired
    SessionContext context;

    @Autowired
    Visitors visitors;

    @Autowired
    TestClock clock;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transaction;

    @Test
    void knowsWhoActsByTheCookie() {
        Visitor visitor = visitors.stranger();
        assertThat(acting(String.valueOf(visitor.session()))).containsExactly(String.valueOf(visitor.id()));
    }

    @Test
    void knowsNobodyByACookieItNeverGave() {
        assertThat(acting(Tokens.random())).isEmpty();
        assertThat(acting("")).isEmpty();
    }

    @Test
    void forgetsASessionAfterThirtyDays() {
        Visitor visitor = visitors.stranger();
        clock.pass(Duration.ofDays(31));
        assertThat(acting(String.valueOf(visitor.session()))).isEmpty();
    }

    @Test
    void endsAtOnceWhenThePersonSaysSo() {
        Visitor visitor = visitors.stranger();
        String token = String.valueOf(visitor.session());
        assertThat(acting(token)).hasSize(1);
        sessions.end(exchange(token)).block();
        assertThat(acting(token)).isEmpty();
    }

    @Test
    void findsByItsIndexWhetherADeviceIsConfirmed() {
        List<String> plan = database.sql("set local enable_seqscan = off")
                .then()
                .thenMany(Flux.defer(() -> database.sql("explain " + Sessions.CONFIRMING)
                        .bind("hash", Tokens.sha256("any"))
                        .bind("oldest", clock.instant())
                        .bind("born", clock.instant())
                        .map(row -> String.valueOf(row.get(0, String.class)))
                        .all()))
                .as(transaction::transactional)
                .collectList()
                .block();
        assertThat(plan).anyMatch(line -> line.contains("Index Cond: (token_hash = "));
    }

    @Test
    void endsNoSessionByAKeyThatIsNone() {
        Visitor visitor = visitors.stranger();
        for (String nonsense : List.of("", "zz", "é".repeat(64), "0".repeat(64))) {
            sessions.end(visitor.id(), nonsense).block();
        }
        assertThat(acting(String.valueOf(visitor.session()))).hasSize(1);
    }

    @Test
    void storesNeitherTheCookieNorTheWholeAddress() {
        MockServerWebExchange exchange = exchange("");
        UUID person = UUID.randomUUID();
        sessions.open(person, exchange).block();
        var cookie = exchange.getResponse().getCookies().getFirst("session");
        assertThat(cookie).isNotNull();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(database.sql("select row_to_json(session)::text from platform.session where person_id = :person")
                        .bind("person", person)
                        .map(row -> String.valueOf(row.get(0, String.class)))
                        .one()
                        .block())
                .doesNotContain(cookie.getValue());
    }

    private List<String> acting(String token) {
        return context.load(exchange(token))
                .map(found -> String.valueOf(found.getAuthentication().getName()))
                .flux()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static MockServerWebExchange exchange(String token) {
        return MockServerWebExchange.from(MockServerHttpRequest.get("/").cookie(new HttpCookie("session", token)));
    }
}

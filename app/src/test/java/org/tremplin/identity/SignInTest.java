package org.tremplin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseCookie;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import reactor.core.publisher.Flux;

@TestApplication
class SignInTest {

    private static final Pattern MAIL = Pattern.compile("/demo/courrier/[0-9a-f-]{36}");
    private static final Pattern TOKEN = Pattern.compile("/connexion/lien\\?token=([\\w-]{32})");
    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{3}) (\\d{3})$");

    @Autowired
    Visitors visitors;

    @Autowired
    Doorkeeper doorkeeper;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    DatabaseClient database;

    @Test
    void signsInByTheMailedLink() {
        ask("lea@lien.example", "/compte");
        FluxExchangeResult<String> entered = visitors.anonymous()
                .post("/connexion/lien", "token", newestMail().token())
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/compte")
                .returnResult(String.class);
        ResponseCookie session = entered.getResponseCookies().getFirst("session");
        assertThat(session).isNotNull();
        assertThat(session.isHttpOnly()).isTrue();
        String account = with("session", session.getValue()).page("/compte");
        assertThat(account).contains("lea@lien.example", "127.0.0.0/24");
    }

    @Test
    void keepsTheLinkGoodWhenAMailScannerOpensIt() {
        ask("lea@scanner.example", "/espace");
        String token = newestMail().token();
        for (int opened = 0; opened < 3; opened++) {
            assertThat(visitors.anonymous().page("/connexion/lien?token=" + token))
                    .contains("lea@scanner.example");
        }
        assertThat(people.findByEmail("lea@scanner.example").block()).isNull();
        assertThat(enter(token)).isEqualTo(303);
    }

    @Test
    void keepsTheLinkGoodInTheOtherLanguage() {
        ask("lea@langue.example", "/espace");
        String token = newestMail().token();
        String english = "/en/connexion/lien?token=" + token;
        visitors.anonymous()
                .get("/connexion/lien?token=" + token)
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("href=\"" + english + "\""));
        assertThat(visitors.anonymous().page(english)).contains("value=\"" + token + "\"");
        visitors.anonymous()
                .post("/en/connexion/lien", "token", token)
                .expectStatus()
                .isSeeOther();
    }

    @Test
    void usesALinkOnceEvenWhenPostedTwiceAtTheSameTime() {
        ask("lea@deux.example", "/espace");
        String token = newestMail().token();
        List<Boolean> entered = Flux.range(0, 4)
                .flatMap(i -> doorkeeper.enterByLink(token).hasElement())
                .collectList()
                .block();
        assertThat(entered).containsExactlyInAnyOrder(true, false, false, false);
        visitors.anonymous()
                .get("/connexion/lien?token=" + token)
                .expectStatus()
                .isEqualTo(410);
        assertThat(enter(token)).isEqualTo(410);
    }

    @Test
    void lapsesAfterAnHour() {
        ask("lea@tard.example", "/espace");
        String token = newestMail().token();
        clock.pass(Duration.ofMinutes(61));
        String page = visitors.anonymous()
                .get("/connexion/lien?token=" + token)
                .expectStatus()
                .isEqualTo(410)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).contains("Demander un autre lien", "/connexion");
        assertThat(enter(token)).isEqualTo(410);
    }

    @Test
    void signsInByTheCodeInTheBrowserThatAsked() {
        Visitor browser = with("connexion", ask("lea@code.example", "/compte"));
        assertThat(browser.page("/connexion/code")).contains("lea@code.example");
        browser.post("/connexion/code", "code", " " + newestMail().code())
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/compte")
                .expectCookie()
                .exists("session");
    }

    @Test
    void refusesTheCodeInAnotherBrowser() {
        ask("lea@autre.example", "/espace");
        String code = newestMail().code();
        visitors.anonymous()
                .post("/connexion/code", "code", code)
                .expectStatus()
                .isEqualTo(410);
        String other = ask("eve@autre.example", "/espace");
        with("connexion", other)
                .post("/connexion/code", "code", code)
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void endsACodeAfterFiveWrongTries() {
        Visitor browser = with("connexion", ask("lea@essais.example", "/espace"));
        String right = newestMail().code().replace(" ", "");
        String wrong = right.equals("000000") ? "000001" : "000000";
        for (int left = 4; left > 0; left--) {
            String page = browser.post("/connexion/code", "code", wrong)
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody();
            assertThat(page).contains(left == 1 ? "Il reste un essai" : "Il reste " + left + " essais");
        }
        browser.post("/connexion/code", "code", wrong).expectStatus().isEqualTo(410);
        browser.post("/connexion/code", "code", right).expectStatus().isEqualTo(410);
    }

    @Test
    void answersAKnownAndAnUnknownAddressAlike() {
        people.welcome("connue@meme.example", "Connue", "fr").block();
        String known = with("connexion", ask("connue@meme.example", "/espace")).page("/connexion/code");
        String unknown =
                with("connexion", ask("perdue@meme.example", "/espace")).page("/connexion/code");
        assertThat(plain(known).replace("connue@", "x@"))
                .isEqualTo(plain(unknown).replace("perdue@", "x@"));
    }

    @Test
    void refusesToMailOneAddressASixthTimeInAnHour() {
        for (int asked = 0; asked < 5; asked++) {
            ask("lea@souvent.example", "/espace");
        }
        visitors.anonymous()
                .post("/connexion", "email", "LEA@souvent.example")
                .expectStatus()
                .isEqualTo(429);
    }

    @Test
    void leadsNowhereOutsideThisSite() {
        for (String elsewhere : List.of("//evil.example", "https://evil.example", "/\\evil.example", "/connexion")) {
            ask("lea@ailleurs" + elsewhere.hashCode() + ".example", elsewhere);
            visitors.anonymous()
                    .post("/connexion/lien", "token", newestMail().token())
                    .expectHeader()
                    .location("/espace");
        }
    }

    @Test
    void keepsWhatWasTypedBesideTheProblem() {
        String page = visitors.anonymous()
                .post("/connexion", "email", "lea.chez.example", "vers", "/compte")
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).contains("value=\"lea.chez.example\"", "value=\"/compte\"", "id=\"e-email\"");
    }

    @Test
    void storesNeitherTokenNorCode() {
        ask("lea@secret.example", "/espace");
        Letter letter = newestMail();
        String rows = String.join(
                "\n",
                Flux.merge(
                                texts("select sign_in::text as line from identity.sign_in"),
                                texts("select mail::text as line from notification.mail"))
                        .collectList()
                        .block());
        assertThat(rows).contains("lea@secret.example").doesNotContain(letter.token(), letter.code());
    }

    @Test
    void writesTheMailInTheLanguageOfThePage() {
        visitors.anonymous()
                .post("/en/connexion", "email", "lea@english.example")
                .expectHeader()
                .location("/en/connexion/code");
        assertThat(newestMail().page()).contains("Your link to enter", "/en/connexion/lien?token=");
    }

    @Test
    void sendsWhoIsNotSignedInToTheDoorAndBack() {
        visitors.anonymous()
                .get("/compte")
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/connexion?vers=%2Fcompte");
    }

    /** @return the cookie that binds the code to the browser */
    private String ask(String email, String wanted) {
        ResponseCookie cookie = visitors.anonymous()
                .post("/connexion", "email", email, "vers", wanted)
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/connexion/code")
                .returnResult(String.class)
                .getResponseCookies()
                .getFirst("connexion");
        assertThat(cookie).isNotNull();
        return cookie.getValue();
    }

    private int enter(String token) {
        return visitors.anonymous()
                .post("/connexion/lien", "token", token)
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private Visitor with(String cookie, String value) {
        return new Visitor(
                visitors.anonymous().web().mutate().defaultCookie(cookie, value).build(), null, null);
    }

    private Letter newestMail() {
        Matcher newest = MAIL.matcher(visitors.anonymous().page("/demo/courrier"));
        assertThat(newest.find()).isTrue();
        String page = visitors.anonymous().page(newest.group());
        return new Letter(page, first(TOKEN, page).group(1), first(CODE, page).group());
    }

    private Flux<String> texts(String sql) {
        return database.sql(sql).map(row -> row.get("line", String.class)).all();
    }

    private static Matcher first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher;
    }

    private static String plain(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private record Letter(String page, String token, String code) {}
}

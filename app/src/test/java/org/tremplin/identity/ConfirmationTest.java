package org.tremplin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;

/** Acts that move money or open accounts ask for a fresh mailed code, once for each device. */
@TestApplication
@Import(Samples.class)
class ConfirmationTest {

    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{3}) (\\d{3})$");
    private static final String PAGE = "/connexion/confirmation";

    @Autowired
    Visitors visitors;

    @Autowired
    Samples samples;

    @Autowired
    People people;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    private String team;
    private UUID president;
    private Visitor visitor;

    @BeforeEach
    void enter() {
        Association association = samples.association("Confirmée " + UUID.randomUUID());
        team = "/espace/" + association.slug() + "/equipe";
        president = UUID.fromString(text("select person_id::text from association.member where association_id = '"
                + association.id().value() + "'"));
        visitor = visitors.unconfirmed(president);
    }

    @Test
    void leadsWhoHasNotTypedACodeToThePageThatSendsOne() {
        leads(visitor.get(member()), PAGE + "?vers=" + encoded(member()));
        assertThat(visitor.page(PAGE + "?vers=" + member())).contains("Confirmez que c’est bien vous");
        visitor.get(team).expectStatus().isOk();
    }

    @Test
    void asksForTheCodeBeforeAnInvitationIsTypedAndNotAfter() {
        assertThat(Jsoup.parse(visitor.page(team)).select("aside a[href*=vers]").attr("href"))
                .endsWith("?vers=" + team);
        assertThat(Jsoup.parse(visitor.page(team)).select("#email")).isEmpty();
        assertThat(Jsoup.parse(visitors.person(president).page(team)).select("#email"))
                .hasSize(1);
        String share = team.replace("/equipe", "/diagnostic/partage/nouveau");
        leads(visitor.get(share), PAGE + "?vers=" + encoded(share));
    }

    @Test
    void doesNothingWhenAnActIsMetUnconfirmedAndSaysSo() {
        leads(invite(visitor), PAGE + "?vers=" + encoded(team) + "&rien=fait");
        assertThat(text("select count(*)::text from association.invitation where invited_by = '" + president + "'"))
                .isEqualTo("0");
        assertThat(visitor.page(PAGE + "?vers=" + team + "&rien=fait")).contains("Rien n’a été fait");
    }

    @Test
    void confirmsTheDeviceWithTheMailedCodeAndLeadsBack() {
        String code = asked();
        leads(visitor.post(PAGE + "/code", "code", code, "vers", member()), member());
        visitor.get(member()).expectStatus().isOk();
        assertThat(invite(visitor).expectBody().returnResult().getStatus().value())
                .isEqualTo(303);
        assertThat(visitor.page("/compte")).contains("Confirmé par un code jusqu’au");
        assertThat(text("select act from platform.audit where person_id = '" + president
                        + "' and act like 'identity%'"))
                .isEqualTo("identity.device-confirmed");
    }

    @Test
    void confirmsThisDeviceAndNoOther() {
        Visitor other = visitors.unconfirmed(president);
        String code = asked();
        leads(other.post(PAGE + "/code", "code", code, "vers", team), PAGE + "?vers=" + encoded(team) + "&fini=oui");
        visitor.post(PAGE + "/code", "code", code, "vers", team);
        leads(other.get(member()), PAGE + "?vers=" + encoded(member()));
    }

    @Test
    void takesFiveTriesAndAQuarterOfAnHour() {
        String code = asked();
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int tried = 1; tried < 5; tried++) {
            visitor.post(PAGE + "/code", "code", wrong, "vers", team)
                    .expectStatus()
                    .isEqualTo(422);
        }
        leads(visitor.post(PAGE + "/code", "code", wrong, "vers", team), PAGE + "?vers=" + encoded(team) + "&fini=oui");
        leads(visitor.post(PAGE + "/code", "code", code, "vers", team), PAGE + "?vers=" + encoded(team) + "&fini=oui");
        assertThat(visitor.page(PAGE + "?vers=" + team + "&fini=oui")).contains("Ce code ne sert plus");

        String late = asked();
        clock.pass(Duration.ofMinutes(16));
        leads(visitor.post(PAGE + "/code", "code", late, "vers", team), PAGE + "?vers=" + encoded(team) + "&fini=oui");
    }

    @Test
    void worksOnce() {
        String code = asked();
        visitor.post(PAGE + "/code", "code", code, "vers", team).expectStatus().isSeeOther();
        visitor.post("/compte/sessions/retraits", "appareil", key())
                .expectStatus()
                .isSeeOther();
        leads(visitor.post(PAGE + "/code", "code", code, "vers", team), PAGE + "?vers=" + encoded(team) + "&fini=oui");
    }

    @Test
    void mailsAsManyCodesAsSignInDoes() {
        for (int sent = 0; sent < 5; sent++) {
            visitor.post(PAGE, "vers", team).expectStatus().isSeeOther();
        }
        visitor.post(PAGE, "vers", team).expectStatus().isEqualTo(429);
    }

    @Test
    void endsAfterThirtyDaysAndWhenItIsTakenBack() {
        Visitor confirmed = visitors.person(president);
        confirmed.get(member()).expectStatus().isOk();
        clock.pass(Duration.ofDays(29));
        confirmed.get(member()).expectStatus().isOk();
        clock.pass(Duration.ofDays(2));
        assertThat(confirmed
                        .get(member())
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value())
                .isEqualTo(303);
    }

    @Test
    void leadsNowhereElseThanHere() {
        String code = asked();
        leads(visitor.post(PAGE + "/code", "code", code, "vers", "https://evil.example/"), "/espace");
    }

    @Test
    void speaksTheLanguageOfThePerson() {
        people.rename(president, "Amina", "en", Reminders.DAILY).block();
        Visitor english = visitors.unconfirmed(president);
        leads(english.get(member()), "/en" + PAGE + "?vers=" + encoded(member()));
        assertThat(english.page("/en" + PAGE + "?vers=" + member())).contains("Confirm that it is you");
    }

    private String asked() {
        leads(visitor.post(PAGE, "vers", member()), PAGE + "/code?vers=" + encoded(member()));
        visitor.get(PAGE + "/code?vers=" + member()).expectStatus().isOk();
        String mail = visitor.page("/demo/courrier/"
                + text("select mail.id::text from notification.mail mail join identity.confirmation asked"
                        + " on asked.id::text = mail.about where asked.person_id = '" + president
                        + "' order by asked.asked_at desc limit 1"));
        Matcher code = CODE.matcher(mail);
        assertThat(code.find()).as(mail).isTrue();
        return code.group(1) + code.group(2);
    }

    private WebTestClient.ResponseSpec invite(Visitor by) {
        return by.post(
                team.replace("/equipe", "/invitations"),
                "email",
                UUID.randomUUID() + "@essai.example",
                "role",
                "TREASURER",
                "fin",
                "");
    }

    private String member() {
        return team + "/" + text("select id::text from association.member where person_id = '" + president + "'");
    }

    private String key() {
        return text("select encode(token_hash, 'hex') from platform.session where second_factor_at is not null"
                + " and person_id = '" + president + "'");
    }

    private static String encoded(String path) {
        return path.replace("/", "%2F");
    }

    private static void leads(WebTestClient.ResponseSpec answer, String to) {
        answer.expectStatus().isSeeOther().expectHeader().location(to);
    }

    private String text(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).map(row -> row.get(0, String.class)).first().block());
    }
}

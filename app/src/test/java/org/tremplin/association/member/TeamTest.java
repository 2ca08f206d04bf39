package org.tremplin.association.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Founding;
import org.tremplin.association.Memberships;
import org.tremplin.association.Profile;
import org.tremplin.association.Role;
import org.tremplin.identity.People;
import org.tremplin.platform.security.RoleLookup;
import org.tremplin.platform.security.Tokens;

/** A team comes together by mail, and never loses its last president. */
@TestApplication
class TeamTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Founding founding;

    @Autowired
    Members members;

    @Autowired
    Memberships memberships;

    @Autowired
    RoleLookup roles;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    private Association association;
    private UUID president;
    private Visitor presiding;

    @BeforeEach
    void found() {
        president = somebody("Amina Essai");
        Profile profile = new Profile(
                "Équipe " + UUID.randomUUID(),
                "Essayer en équipe",
                new Association.Address("1 rue", "69008", "Valmorin"),
                "W751212517",
                null,
                null);
        association = founding.found(profile, president)
                .map(founded -> founded.<Association>fold(done -> done, only -> {
                    throw new AssertionError(only);
                }))
                .block();
        presiding = visitors.person(president);
    }

    @Test
    void letsInWhoeverOpensTheMailedLink() {
        String token = invite("Ines@Essai.example", "TREASURER", "");
        assertThat(visitors.anonymous().page("/invitation?token=" + token))
                .contains(association.name(), "ines@essai.example", "Trésorerie");
        visitors.anonymous()
                .post("/invitation", "token", token)
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/espace/" + association.slug())
                .expectCookie()
                .exists("session");
        UUID ines = people.findByEmail("ines@essai.example").block().id();
        assertThat(roles.roleOf(ines, association.slug()).block()).isEqualTo("TREASURER");
    }

    @Test
    void acceptsALinkOnce() {
        String token = invite("yann@essai.example", "EDITOR", "");
        Visitor other = visitors.person(somebody("Quelqu’un d’autre"));
        visitors.anonymous().post("/invitation", "token", token).expectStatus().isSeeOther();
        other.post("/invitation", "token", token).expectStatus().isEqualTo(410);
        other.get("/invitation?token=" + token).expectStatus().isEqualTo(410);
        assertThat(roles.roleOf(other.id(), association.slug()).block()).isNull();
    }

    @Test
    void letsWhoeverAcceptedInAgain() {
        String token = invite("deux@essai.example", "EDITOR", "");
        Visitor signedIn = visitors.person(somebody("Marcel"));
        signedIn.post("/invitation", "token", token).expectStatus().isSeeOther();
        signedIn.post("/invitation", "token", token)
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/espace/" + association.slug());
    }

    @Test
    void doesNotAcceptByOpeningTheLink() {
        String token = invite("scanner@essai.example", "READER", "");
        visitors.anonymous().page("/invitation?token=" + token);
        assertThat(people.findByEmail("scanner@essai.example").block()).isNull();
    }

    @Test
    void closesALinkAfterFourteenDays() {
        String token = invite("tard@essai.example", "READER", "");
        clock.pass(Duration.ofDays(14));
        visitors.anonymous().post("/invitation", "token", token).expectStatus().isEqualTo(410);
    }

    @Test
    void closesALinkThatWasTakenBack() {
        String token = invite("retire@essai.example", "READER", "");
        UUID id = database.sql("select id from association.invitation where token_hash = :hash")
                .bind("hash", Tokens.sha256(token))
                .map(row -> row.get("id", UUID.class))
                .one()
                .block();
        presiding
                .post("/espace/" + association.slug() + "/invitations/" + id + "/retrait")
                .expectStatus()
                .isSeeOther();
        visitors.anonymous().post("/invitation", "token", token).expectStatus().isEqualTo(410);
    }

    @Test
    void endsAnAccountantsAccessAfterTheLastDay() {
        UUID accountant = somebody("Comptable");
        founding.join(association.id(), accountant, Role.ACCOUNTANT, LocalDate.of(2026, 11, 17))
                .block();
        clock.set(java.time.Instant.parse("2026-11-17T22:59:59Z"));
        assertThat(roles.roleOf(accountant, association.slug()).block()).isEqualTo("ACCOUNTANT");
        clock.set(java.time.Instant.parse("2026-11-17T23:00:00Z"));
        assertThat(roles.roleOf(accountant, association.slug()).block()).isNull();
        assertThat(memberships.of(accountant).collectList().block()).isEmpty();
        visitors.person(accountant)
                .get("/espace/" + association.slug() + "/equipe")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void bringsBackWhoseLastDayHasPassed() {
        UUID accountant = somebody("Comptable");
        founding.join(association.id(), accountant, Role.ACCOUNTANT, LocalDate.of(2026, 11, 16))
                .block();
        clock.pass(Duration.ofDays(30));
        founding.join(association.id(), accountant, Role.READER, null).block();
        assertThat(roles.roleOf(accountant, association.slug()).block()).isEqualTo("READER");
    }

    @Test
    void keepsItsLastPresident() {
        presiding
                .post("/espace/" + association.slug() + "/depart")
                .expectStatus()
                .isEqualTo(422);
        presiding
                .post("/espace/" + association.slug() + "/equipe/" + memberOf(president), "role", "READER")
                .expectStatus()
                .isEqualTo(422);
        assertThat(roles.roleOf(president, association.slug()).block()).isEqualTo("PRESIDENT");
    }

    @Test
    void letsAPresidentGoOnceThereIsAnother() {
        founding.join(association.id(), somebody("Suivante"), Role.PRESIDENT, null)
                .block();
        presiding
                .post("/espace/" + association.slug() + "/depart")
                .expectStatus()
                .isSeeOther();
        assertThat(roles.roleOf(president, association.slug()).block()).isNull();
    }

    @Test
    void showsTheAddressesOfMembersToThePresidentOnly() {
        UUID nameless = somebody("");
        UUID reader = somebody("Lectrice");
        founding.join(association.id(), nameless, Role.EDITOR, null).block();
        founding.join(association.id(), reader, Role.READER, null).block();
        String email = people.find(nameless).block().email();
        assertThat(presiding.page("/espace/" + association.slug() + "/equipe")).contains(email);
        assertThat(visitors.person(reader).page("/espace/" + association.slug() + "/equipe"))
                .doesNotContain(email)
                .contains("Membre de l’équipe");
    }

    @Test
    void neverTouchesAMemberOfAnotherAssociation() {
        UUID elsewhere = memberOf(president);
        found();
        presiding
                .post("/espace/" + association.slug() + "/equipe/" + elsewhere + "/fin")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void refusesAnAddressThatIsNoneAndKeepsIt() {
        String page = presiding
                .post("/espace/" + association.slug() + "/invitations", "email", "ines.example", "role", "READER")
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).contains("ines.example", "e-email");
    }

    @Test
    void limitsTheMailsOfADay() {
        for (int i = 0; i < 20; i++) {
            invite("personne" + i + "@essai.example", "READER", "");
        }
        presiding
                .post("/espace/" + association.slug() + "/invitations", "email", "x@essai.example", "role", "READER")
                .expectStatus()
                .isEqualTo(429);
    }

    private String invite(String email, String role, String until) {
        presiding
                .post("/espace/" + association.slug() + "/invitations", "email", email, "role", role, "fin", until)
                .expectStatus()
                .isSeeOther();
        // the token is in the mail only: give it one the test knows
        String token = Tokens.random();
        database.sql("update association.invitation set token_hash = :hash where email = :email")
                .bind("hash", Tokens.sha256(token))
                .bind("email", People.normal(email))
                .fetch()
                .rowsUpdated()
                .doOnNext(rows -> assertThat(rows).isEqualTo(1))
                .block();
        return token;
    }

    private UUID somebody(String name) {
        return people.welcome("p@" + UUID.randomUUID() + ".example", name, "fr")
                .block()
                .id();
    }

    private UUID memberOf(UUID person) {
        return members.of(association.id())
                .filter(member -> member.person().equals(person))
                .blockFirst()
                .id();
    }
}

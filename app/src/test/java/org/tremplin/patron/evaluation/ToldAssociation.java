package org.tremplin.patron.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.capacity.Assessed;
import org.tremplin.capacity.Assessments;
import org.tremplin.capacity.Scoring;
import org.tremplin.capacity.diagnosis.Gardens;
import org.tremplin.capacity.share.Audience;
import org.tremplin.capacity.share.Shared;
import org.tremplin.capacity.share.Visibility;

/** An association of which every row of the table of visibility has something to say, and the links it gives. */
@TestComponent
class ToldAssociation {

    static final String[] EVERY = Arrays.stream(Shared.values()).map(Enum::name).toArray(String[]::new);

    private static final Pattern DOSSIER = Pattern.compile("/mecenes/dossiers/[A-Za-z0-9_-]{43}");
    private static final Pattern SHARE = Pattern.compile("/partage/([A-Za-z0-9_-]+)");

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Assessments assessments;

    @Autowired
    Scoring scoring;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    Association association;
    String campaign;

    private String space;
    private Visitor president;
    private Visitor second;
    private String email;

    void all() {
        association = samples.association("Les Ouverts " + UUID.randomUUID());
        space = "/espace/" + association.slug();
        campaign = "ouverts-" + UUID.randomUUID().toString().substring(24);
        president = samples.president(association);
        second = samples.member(association, Role.TREASURER);
        partner("Mairie des Essais", "PUBLIC", "apporte-RES");
        partner("École des Essais", "EDUCATION", "apporte-VIS");
        partner("Club des Essais", "ASSOCIATION", "apporte-SKI");
        tie();
        president.post(space + "/diagnostic", "forme", "complet").expectStatus().isSeeOther();
        diagnose();
        samples.campaign(association, campaign);
        prepare();
        president
                .post(
                        space + "/plan/nouvelle",
                        "quoi",
                        "Ouvrir une page simple avec Mairie des Essais",
                        "qui",
                        "EDITOR")
                .expectStatus()
                .isSeeOther();
    }

    /** The token of a private link for which these rows were ticked. */
    String shared(String... rows) {
        email = UUID.randomUUID() + "@mecene.example";
        share("mecene", rows);
        Matcher link = SHARE.matcher(visitors.anonymous()
                .page("/demo/courrier/"
                        + one("select id::text from notification.mail where recipient = '" + email + "'")));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** One that a fault stored with all that may be chosen by anybody. */
    String forged() {
        String token = shared();
        database.sql("""
                insert into capacity.share_scope (id, grant_id, shown, set_by, set_at)
                values (gen_random_uuid(), :grant, :shown, gen_random_uuid(), :later)
                """)
                .bind("grant", UUID.fromString(grant()))
                .bind(
                        "shown",
                        Visibility.choices(Audience.ADVISER).stream()
                                .map(Enum::name)
                                .toArray(String[]::new))
                .bind("later", clock.instant().plus(Duration.ofSeconds(1)))
                .then()
                .block();
        return token;
    }

    /** The link that was given last. */
    void takesBack() {
        president
                .post(space + "/diagnostic/partage/" + grant() + "/fin")
                .expectStatus()
                .isSeeOther();
    }

    /** Somebody to whom every row is open. */
    Visitor adviser() {
        email = UUID.randomUUID() + "@conseil.example";
        Visitor adviser = samples.person(email);
        share("conseil", EVERY);
        database.sql("update capacity.share_grant set person_id = :person, accepted_at = :now where id = :grant")
                .bind("person", adviser.id())
                .bind("now", clock.instant())
                .bind("grant", UUID.fromString(grant()))
                .then()
                .block();
        return adviser;
    }

    /** And concludes again with the two that are left. */
    void losesAPartner() {
        president
                .post(space + "/partenaires/" + partners().get(2) + "/retrait")
                .expectStatus()
                .isSeeOther();
        president
                .post(space + "/diagnostic", "forme", "complet", "nouveau", "1")
                .expectStatus()
                .isSeeOther();
        diagnose();
    }

    /** Address of a dossier that is made now. */
    String dossier() {
        String desk = space + "/c/" + one("select id::text from campaign.campaign where slug = '" + campaign + "'")
                + "/dossier";
        president
                .post(desk, "pour", "Fondation Essai", "jusque", "2027-06-01")
                .expectStatus()
                .isSeeOther();
        Matcher link = DOSSIER.matcher(president.page(desk));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private void share(String audience, String... rows) {
        List<String> fields = Stream.concat(
                        Stream.of("pour", audience, "email", email, "jusqu", "2026-12-16", "accord", "oui"),
                        Stream.of(rows).flatMap(row -> Stream.of(row, "oui")))
                .toList();
        president
                .post(space + "/diagnostic/partage/nouveau", fields.toArray(String[]::new))
                .expectStatus()
                .isSeeOther();
    }

    private String grant() {
        return one("select id::text from capacity.share_grant where email = '" + email + "'");
    }

    private void partner(String name, String type, String brings) {
        president
                .post(space + "/partenaires/nouveau", "nom", name, "type", type, "portee", "LOCAL", brings, "on")
                .expectStatus()
                .isSeeOther();
    }

    private void tie() {
        List<String> ids = partners();
        answer(
                "/partenaires/liens",
                president,
                "pour",
                ids.get(0),
                "avec-" + ids.get(1),
                "YES",
                "avec-" + ids.get(2),
                "NO");
        answer("/partenaires/liens", president, "pour", ids.get(1), "avec-" + ids.get(2), "YES");
    }

    private List<String> partners() {
        return database.sql("select id::text from capacity.partner where association_id = '"
                        + association.id().value() + "' order by id")
                .mapValue(String.class)
                .all()
                .collectList()
                .block();
    }

    /** Two answer, far apart on some questions. */
    private void diagnose() {
        String ask = "/diagnostic/questions?partie=";
        answer(ask + "profil", president, "staff", "0", "budget", "0", "reach", "LOCAL", "P9", "1");
        answer(ask + "energie", president, "INN", "1", "COM", "4", "SER", "4", "EXP", "1");
        answer(
                ask + "en-ligne",
                president,
                "A1",
                "3",
                "A2",
                "1",
                "A3",
                "1",
                "A4",
                "2",
                "A5",
                "1",
                "A6",
                "1",
                "A7",
                "0");
        answer(
                ask + "logiciels",
                president,
                "B1",
                "2",
                "B2",
                "2",
                "B3",
                "1",
                "B4",
                "1",
                "B5",
                "1",
                "B6",
                "1",
                "B7",
                "0");
        answer(ask + "gouvernance", president, "G1", "1", "G2", "1", "G3", "1", "G4", "3", "G5", "1");
        answer(ask + "obstacles", president, "E1", "4", "E2", "4", "E3", "4", "E7", "4");
        answer(ask + "en-ligne", second, "A1", "0", "A2", "4");
        answer(ask + "obstacles", second, "E1", "0", "E2", "1");
        answer("/diagnostic/resultat", president);
    }

    /** As publication keeps it, with the resources of the sample gardens. */
    private void prepare() {
        clock.pass(Duration.ofSeconds(1));
        Assessed latest = assessments.latest(association.id()).block().orElseThrow();
        assessments
                .keep(
                        association.id(),
                        UUID.randomUUID(),
                        new Assessed(latest.id(), false, latest.grid(), Gardens.DIAGNOSIS),
                        Gardens.PREPARATION,
                        scoring.score(Gardens.DIAGNOSIS, Gardens.PREPARATION))
                .block();
    }

    private void answer(String path, Visitor who, String... fields) {
        who.post(space + path, fields).expectStatus().isSeeOther();
    }

    private String one(String sql) {
        return database.sql(sql).mapValue(String.class).first().block();
    }
}

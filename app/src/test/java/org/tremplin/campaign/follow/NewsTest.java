package org.tremplin.campaign.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.association.awaited.ActMails;
import org.tremplin.campaign.CampaignNews;
import org.tremplin.campaign.Following;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Promised;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.privacy.Subject;

/** An association tells what became of its project, and whoever asked hears of it. */
@TestApplication
@Import(Samples.class)
class NewsTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    CampaignNews news;

    @Autowired
    Followers followers;

    @Autowired
    NewsMails newsMails;

    @Autowired
    PublishScheduled scheduled;

    @Autowired
    ActMails actMails;

    @Autowired
    Following following;

    @Autowired
    FollowerData followerData;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    private Association association;
    private PublishedCampaign campaign;
    private UUID promise;
    private Visitor editor;
    private String home;

    @BeforeEach
    void promise() {
        association = samples.association("Nouvelles " + UUID.randomUUID());
        promise = UUID.randomUUID();
        Plan plan = samples.plan("Un jardin raconté")
                .promising(List.of(new Plan.Promise(
                        promise,
                        Plan.Telling.UPDATE,
                        "Les cuves sont posées",
                        LocalDate.of(2026, 11, 20),
                        Role.EDITOR)));
        campaign = samples.publish(association.id(), "raconte-" + UUID.randomUUID(), plan);
        editor = visitors.member(association.slug(), "EDITOR");
        home = "/espace/" + association.slug() + "/c/"
                + campaign.campaign().id().value() + "/nouvelles";
    }

    @Test
    void tellsAnUpdateAndKeepsThePromiseLateInPublic() {
        assertThat(state()).isEqualTo(Promised.State.TO_COME);
        String update = begin();
        clock.pass(Duration.ofDays(8));
        assertThat(state()).isEqualTo(Promised.State.LATE);
        publish(update, "Les cuves sont posées", "Huit cuves, **2 300 litres**.");
        Promised kept = news.promises(campaign).block().get(0);
        assertThat(kept.state()).isEqualTo(Promised.State.MADE_LATE);
        assertThat(kept.days()).isEqualTo(4);
        assertThat(editor.page(home)).contains("4 jours après", "Publiée");
    }

    @Test
    void refusesToPublishWithoutWordsAndKeepsWhatWasTyped() {
        String update = begin();
        editor.post(update + "/publication", "titre", "Un titre seul", "texte", "", "quand", "maintenant")
                .expectStatus()
                .isEqualTo(422);
        editor.post(update + "/publication", "titre", "T", "texte", "x", "quand", "plus-tard", "jour", "hier")
                .expectStatus()
                .isEqualTo(422);
        assertThat(published()).isEmpty();
    }

    @Test
    void publishesAtTheHourThatWasChosen() {
        String update = begin();
        editor.post(
                        update + "/publication",
                        "titre",
                        "Demain",
                        "texte",
                        "Il arrive",
                        "quand",
                        "plus-tard",
                        "jour",
                        "2026-11-17",
                        "heure",
                        "09:30")
                .expectStatus()
                .isSeeOther();
        scheduled.publish().block();
        assertThat(published()).isEmpty();
        assertThat(editor.page(update)).contains("17", "09:30");
        clock.set(Instant.parse("2026-11-17T08:30:00Z"));
        scheduled.publish().block();
        scheduled.publish().block();
        assertThat(published()).containsExactly("Demain");
        assertThat(facts()).isEqualTo(1);
    }

    @Test
    void correctsAndWithdrawsOnlyWithAVisibleReason() {
        String update = begin();
        publish(update, "Huit cuves", "Texte");
        editor.post(update + "/correction", "titre", "Neuf cuves", "texte", "Texte", "motif", "")
                .expectStatus()
                .isEqualTo(422);
        editor.post(update + "/correction", "titre", "Neuf cuves", "texte", "Texte", "motif", "Mal compté")
                .expectStatus()
                .isSeeOther();
        assertThat(published()).containsExactly("Neuf cuves");
        assertThat(facts()).isEqualTo(2);
        editor.post(update + "/retrait", "raison", "").expectStatus().isEqualTo(422);
        editor.post(update + "/retrait", "raison", "Photo sans accord")
                .expectStatus()
                .isSeeOther();
        var withdrawn = news.updates(campaign.campaign().id(), null, 10).block().get(0);
        assertThat(withdrawn.title()).isEmpty();
        assertThat(withdrawn.withdrawal()).isEqualTo("Photo sans accord");
        assertThat(state()).isEqualTo(Promised.State.TO_COME);
    }

    /** Else a correction of an old update would make a missed promise kept on time. */
    @Test
    void aCorrectionKeepsNoOtherPromise() {
        String update = String.valueOf(Visitor.next(editor.post(home)));
        editor.post(update + "/publication", "titre", "Autre chose", "texte", "x", "quand", "maintenant")
                .expectStatus()
                .isSeeOther();
        clock.pass(Duration.ofDays(8));
        editor.post(
                        update + "/correction",
                        "titre",
                        "Autre chose",
                        "texte",
                        "y",
                        "motif",
                        "Mieux dit",
                        "promesse",
                        promise.toString())
                .expectStatus()
                .isSeeOther();
        assertThat(state()).isEqualTo(Promised.State.LATE);
    }

    @Test
    void keepsNoPromiseOfAnotherCampaign() {
        Plan other = samples.plan("Un autre jardin")
                .promising(List.of(new Plan.Promise(
                        UUID.randomUUID(), Plan.Telling.UPDATE, "Les haies", LocalDate.of(2026, 11, 20), Role.EDITOR)));
        String elsewhere = "/espace/" + association.slug() + "/c/"
                + samples.publish(association.id(), "autre-" + UUID.randomUUID(), other)
                        .campaign()
                        .id()
                        .value()
                + "/nouvelles";
        home = elsewhere;
        publish(begin(), "Les haies", "Plantées");
        assertThat(state()).isEqualTo(Promised.State.TO_COME);
    }

    @Test
    void remindsOnceSevenDaysBeforeOnTheDayAndTheDayAfter() {
        actMails.tell().block();
        // the 13th was seven days before: it is past already
        assertThat(mails("association.acts", president())).isEqualTo(1);
        clock.pass(Duration.ofDays(1));
        actMails.tell().block();
        assertThat(mails("association.acts", president())).isEqualTo(1);
        clock.set(Instant.parse("2026-11-20T09:00:00Z"));
        actMails.tell().block();
        actMails.tell().block();
        assertThat(mails("association.acts", president())).isEqualTo(2);
        clock.set(Instant.parse("2026-11-21T21:00:00Z"));
        actMails.tell().block();
        assertThat(mails("association.acts", president())).isEqualTo(2);
        clock.set(Instant.parse("2026-11-22T08:00:00Z"));
        actMails.tell().block();
        assertThat(mails("association.acts", president())).isEqualTo(3);
    }

    @Test
    void showsWhatAwaitsOnTheFrontPageOfTheWorkspace() {
        assertThat(editor.page("/espace/" + association.slug())).contains("Les cuves sont posées", home.substring(8));
        assertThat(visitors.member(association.slug(), "READER").page("/espace/" + association.slug()))
                .doesNotContain("Les cuves sont posées");
    }

    @Test
    void tellsNobodyBeforeTheyConfirmedAndEachOnce() {
        String email = UUID.randomUUID() + "@suivi.example";
        String follow = "/c/" + campaign.campaign().slug() + "/suivre";
        visitors.anonymous()
                .post(follow, "email", "pas une adresse", "rythme", "immediat")
                .expectStatus()
                .isEqualTo(422);
        visitors.anonymous()
                .post(follow, "email", email, "rythme", "immediat")
                .expectStatus()
                .isSeeOther();
        visitors.anonymous()
                .post(follow, "email", email, "rythme", "immediat")
                .expectStatus()
                .isSeeOther();
        assertThat(mails("campaign.follow", email)).isEqualTo(1);
        String token = token(email);
        publish(begin(), "Avant", "Texte");
        newsMails.tell().block();
        assertThat(mails("campaign.news", email)).isZero();
        assertThat(visitors.anonymous().page("/suivi/" + token)).contains("Oui, je suis ce projet");
        visitors.anonymous()
                .post("/suivi/" + token, "rythme", "immediat")
                .expectStatus()
                .isSeeOther();
        clock.pass(Duration.ofMinutes(1));
        publish(begin(), "Après", "Texte");
        newsMails.tell().block();
        newsMails.tell().block();
        assertThat(mails("campaign.news", email)).isEqualTo(1);
        // as a mail program presses it: no token of a form
        visitors.anonymous()
                .web()
                .post()
                .uri("/suivi/" + token + "/arret")
                .exchange()
                .expectStatus()
                .isOk();
        visitors.anonymous().get("/suivi/" + token).expectStatus().isNotFound();
        clock.pass(Duration.ofMinutes(1));
        publish(begin(), "Encore", "Texte");
        newsMails.tell().block();
        assertThat(mails("campaign.news", email)).isEqualTo(1);
    }

    @Test
    void sendsOneDigestAWeek() {
        String email = UUID.randomUUID() + "@suivi.example";
        visitors.anonymous()
                .post("/c/" + campaign.campaign().slug() + "/suivre", "email", email, "rythme", "hebdomadaire");
        visitors.anonymous().post("/suivi/" + token(email), "rythme", "hebdomadaire");
        for (String title : List.of("Un", "Deux", "Trois")) {
            clock.pass(Duration.ofDays(1));
            publish(begin(), title, "Texte");
            newsMails.tell().block();
        }
        assertThat(mails("campaign.news", email)).isZero();
        clock.pass(Duration.ofDays(5));
        newsMails.tell().block();
        newsMails.tell().block();
        assertThat(mails("campaign.news", email)).isEqualTo(1);
    }

    @Test
    void letsDonorsFollowAndForgetsWhoAsksForIt() {
        String email = UUID.randomUUID() + "@dons.example";
        UUID id = campaign.campaign().id().value();
        following
                .follow(List.of(
                        new Following.Donor(id, email, "en"),
                        new Following.Donor(id, email.toUpperCase(Locale.ROOT), "en")))
                .block();
        assertThat(followers.count(campaign.campaign().id()).block()).isEqualTo(1);
        clock.pass(Duration.ofMinutes(1));
        publish(begin(), "Merci", "Texte");
        newsMails.tell().block();
        assertThat(mails("campaign.news", email)).isEqualTo(1);
        var subject = new Subject(email);
        assertThat(followerData.copy(subject).block()).containsKey("follows");
        followerData.erase(subject).block();
        assertThat(followers.count(campaign.campaign().id()).block()).isZero();
    }

    @Test
    void floodsNobodysMailbox() {
        String email = UUID.randomUUID() + "@suivi.example";
        for (int i = 0; i < 5; i++) {
            PublishedCampaign other = samples.campaign(association, "autre-" + UUID.randomUUID());
            visitors.anonymous()
                    .post("/c/" + other.campaign().slug() + "/suivre", "email", email)
                    .expectStatus()
                    .isSeeOther();
        }
        visitors.anonymous()
                .post("/c/" + campaign.campaign().slug() + "/suivre", "email", email)
                .expectStatus()
                .isEqualTo(429);
        assertThat(mails("campaign.follow", email)).isEqualTo(5);
        clock.pass(Duration.ofHours(20));
        visitors.anonymous()
                .post("/c/" + campaign.campaign().slug() + "/suivre", "email", email)
                .expectStatus()
                .isEqualTo(429);
        assertThat(mails("campaign.follow", email)).isEqualTo(5);
    }

    @Test
    void aSecondPressOfTheDaySendsNoSecondMail() {
        String email = UUID.randomUUID() + "@suivi.example";
        for (int hours : List.of(0, 1, 20, 4)) {
            clock.pass(Duration.ofHours(hours));
            visitors.anonymous()
                    .post("/c/" + campaign.campaign().slug() + "/suivre", "email", email)
                    .expectStatus()
                    .isSeeOther();
        }
        assertThat(mails("campaign.follow", email)).as("the fourth a day later").isEqualTo(2);
    }

    @Test
    void forgetsWhoNeverConfirmed() {
        String email = UUID.randomUUID() + "@suivi.example";
        visitors.anonymous().post("/c/" + campaign.campaign().slug() + "/suivre", "email", email);
        followerData.forget(clock.instant().plus(Duration.ofDays(6)), 100).block();
        assertThat(token(email)).isNotEmpty();
        followerData.forget(clock.instant().plus(Duration.ofDays(8)), 100).block();
        assertThat(number("select count(*) as n from campaign.follower where email = :v", email))
                .isZero();
    }

    private String begin() {
        return String.valueOf(Visitor.next(editor.post(home, "promesse", promise.toString())));
    }

    private void publish(String update, String title, String text) {
        editor.post(
                        update + "/publication",
                        "titre",
                        title,
                        "texte",
                        text,
                        "promesse",
                        promise.toString(),
                        "quand",
                        "maintenant")
                .expectStatus()
                .isSeeOther();
    }

    private Promised.State state() {
        return news.promises(campaign).block().get(0).state();
    }

    private List<String> published() {
        return news.updates(campaign.campaign().id(), null, 10).block().stream()
                .map(update -> update.title())
                .toList();
    }

    private String president() {
        return database.sql("""
                select p.email from identity.person p join association.member m on m.person_id = p.id
                where m.association_id = :id and m.role = 'PRESIDENT'
                """)
                .bind("id", association.id().value())
                .map(row -> row.get("email", String.class))
                .one()
                .block();
    }

    private String token(String email) {
        return database.sql("select token from campaign.follower where email = :email")
                .bind("email", email)
                .map(row -> row.get("token", String.class))
                .one()
                .block();
    }

    private long mails(String kind, String email) {
        return database.sql("select count(*) as n from notification.mail where kind = :kind and recipient = :email")
                .bindValues(Map.of("kind", kind, "email", email))
                .map(row -> row.get("n", Long.class))
                .one()
                .block();
    }

    private long facts() {
        return number(
                "select count(*) as n from platform.event where name = 'campaign.update_published' and body ->> 'campaign' = :v",
                campaign.campaign().id().value().toString());
    }

    private long number(String sql, String value) {
        return database.sql(sql)
                .bind("v", value)
                .map(row -> row.get("n", Long.class))
                .one()
                .block();
    }
}

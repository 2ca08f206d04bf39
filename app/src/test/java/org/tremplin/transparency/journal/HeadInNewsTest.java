package org.tremplin.transparency.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.PaidGifts;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.campaign.Following;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.campaign.follow.NewsMails;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.platform.event.Pump;
import org.tremplin.transparency.JournalHead;
import org.tremplin.transparency.PublicJournals;
import org.tremplin.transparency.verify.Checkpoint;
import org.tremplin.transparency.verify.JournalCheck;
import org.tremplin.transparency.verify.Verdict;

/** Who follows a campaign is a witness of its journal too. */
@TestApplication
@Import({Samples.class, PaidGifts.class})
class HeadInNewsTest {

    @Autowired
    Samples samples;

    @Autowired
    PaidGifts gifts;

    @Autowired
    Visitors visitors;

    @Autowired
    Following following;

    @Autowired
    NewsMails newsMails;

    @Autowired
    PublicJournals journals;

    @Autowired
    Alarms alarms;

    @Autowired
    Pump pump;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    @Test
    void standsInAMailOfNewsAndVerifiesAgainstALaterJournal() throws Exception {
        PublishedCampaign campaign = campaign();
        String follower = UUID.randomUUID() + "@suivi.example";
        following
                .follow(List.of(new Following.Donor(campaign.campaign().id().value(), follower, "fr")))
                .block();
        gifts.pay(campaign, null, 5_000);
        gifts.pay(campaign, null, 1_500);
        pump.drain().block();
        clock.pass(Duration.ofMinutes(1));
        publish(campaign);
        newsMails.tell().block();
        JournalHead mailedThen = journals.head(campaign.campaign().id().value()).block();

        Checkpoint.Signed mailed = Checkpoint.read(mailTo(follower)).orElseThrow();
        assertThat(mailed.text()).isEqualTo(Objects.requireNonNull(mailedThen).note());
        assertThat(mailed.checkpoint().size()).isGreaterThanOrEqualTo(2);

        gifts.pay(campaign, null, 700);
        pump.drain().block();
        byte[] file = visitors.anonymous()
                .get("/c/" + campaign.campaign().slug() + "/journal.jsonl")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        Verdict verdict = JournalCheck.check(new ByteArrayInputStream(file), mailed);
        assertThat(verdict.problem()).isNull();
        assertThat(verdict.seen()).isTrue();
    }

    @Test
    void leavesWithoutAHeadOnceTheJournalIsBrokenAndRaisesAnAlarm() {
        PublishedCampaign campaign = campaign();
        UUID id = campaign.campaign().id().value();
        String follower = UUID.randomUUID() + "@suivi.example";
        following.follow(List.of(new Following.Donor(id, follower, "fr"))).block();
        for (int gift = 0; gift < 7; gift++) {
            gifts.pay(campaign, null, 1_000 + gift);
        }
        pump.drain().block();
        journals.head(id).block();
        for (String step : List.of(
                "alter table transparency.node disable trigger all",
                "delete from transparency.node where campaign = '" + id + "'",
                "alter table transparency.node enable trigger all")) {
            database.sql(step).then().block();
        }
        gifts.pay(campaign, null, 500);
        pump.drain().block();
        clock.pass(Duration.ofMinutes(1));
        publish(campaign);
        newsMails.tell().block();

        String mailed = mailTo(follower);
        assertThat(mailed).contains("Les cuves sont posées");
        assertThat(Checkpoint.read(mailed)).isEmpty();
        assertThat(Objects.requireNonNull(alarms.open().collectList().block()))
                .anyMatch(alarm -> alarm.kind().equals("journal.rewritten")
                        && alarm.subject().endsWith(id.toString()));
    }

    private PublishedCampaign campaign() {
        Association association = samples.association("Nouvelles " + UUID.randomUUID());
        Plan plan = samples.plan("Un jardin raconté")
                .promising(List.of(new Plan.Promise(
                        UUID.randomUUID(),
                        Plan.Telling.UPDATE,
                        "Les cuves sont posées",
                        LocalDate.of(2026, 11, 20),
                        Role.EDITOR)));
        return samples.publish(association.id(), "raconte-" + UUID.randomUUID(), plan);
    }

    private void publish(PublishedCampaign campaign) {
        String association =
                Objects.requireNonNull(database.sql("select slug from association.association where id = :id")
                        .bind("id", campaign.campaign().association().value())
                        .map(row -> row.get("slug", String.class))
                        .one()
                        .block());
        Visitor editor = visitors.member(association, "EDITOR");
        String home =
                "/espace/" + association + "/c/" + campaign.campaign().id().value() + "/nouvelles";
        String promise = campaign.plan().promises().get(0).id().toString();
        String update = String.valueOf(Visitor.next(editor.post(home, "promesse", promise)));
        editor.post(
                        update + "/publication",
                        "titre",
                        "Les cuves sont posées",
                        "texte",
                        "Huit cuves.",
                        "promesse",
                        promise,
                        "quand",
                        "maintenant")
                .expectStatus()
                .isSeeOther();
    }

    private String mailTo(String address) {
        UUID id = database.sql("select id from notification.mail where recipient = :to and kind = 'campaign.news'")
                .bind("to", address)
                .map(row -> row.get("id", UUID.class))
                .one()
                .block();
        return Jsoup.parse(visitors.anonymous().page("/demo/courrier/" + id)).wholeText();
    }
}

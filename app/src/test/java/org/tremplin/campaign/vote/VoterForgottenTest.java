package org.tremplin.campaign.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Plan;
import org.tremplin.platform.privacy.Remainder;
import org.tremplin.platform.privacy.Subject;

/** Somebody of the board has themselves erased: the decision stays, they do not. */
@TestApplication
@Import(Samples.class)
class VoterForgottenTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    CampaignDesign design;

    @Autowired
    VoteData data;

    @Autowired
    DatabaseClient database;

    private Visitor president;
    private Subject member;
    private String home;
    private String vote;

    @BeforeEach
    void askTheBoard() {
        Association association = samples.association("Le Bureau " + UUID.randomUUID());
        Plan plan = samples.promising(samples.plan("Un four à pain"));
        CampaignId campaign = design.create(association.id(), "bureau-" + UUID.randomUUID(), plan)
                .block();
        home = "/espace/" + association.slug() + "/c/" + campaign.value();
        UUID founder = samples.founder(association);
        president = visitors.person(founder);
        member = new Subject(text("select email from identity.person where id = '" + founder + "'"));
        president
                .post(home + "/vote", "jours", "7", "reponses", "1", "membre-" + founder, "on")
                .expectStatus()
                .isSeeOther();
        vote = text("select id::text from campaign.board_vote where campaign_id = '" + campaign.value() + "'");
        visitors.anonymous()
                .post("/vote/" + voter("token"), "reponse", "CHANGE", "phrase", "Un four plus petit")
                .expectStatus()
                .isSeeOther();
    }

    @Test
    void keepsTheCountAndTheRoleOfACountedVoteAndNothingElse() {
        close();
        data.erase(member).block();
        assertThat(
                        voter(
                                "email || words || coalesce(person_id::text, '') || coalesce(token, '') || coalesce(answer, '')"))
                .isEmpty();
        String minutes = Jsoup.parse(president.page(home + "/vote/" + vote))
                .select("main")
                .text();
        assertThat(minutes)
                .contains("0 oui, 0 non, 1 à changer", "présidence", "a répondu")
                .doesNotContain("Un four plus petit", "Amina");
    }

    @Test
    void takesTheAnswerToAVoteThatStillRunsBack() {
        assertThat(remains()).isEmpty();
        data.erase(member).block();
        assertThat(voter("words || coalesce(answer, '') || coalesce(answered_at::text, '')"))
                .isEmpty();
    }

    @Test
    void findsAMemberWhoseAddressWasForgottenAlready() {
        close();
        database.sql("update campaign.board_voter set email = '' where vote_id = '" + vote + "'")
                .then()
                .block();
        assertThat(remains()).hasSize(1);
        data.erase(member).block();
        assertThat(voter("coalesce(person_id::text, '')")).isEmpty();
        assertThat(remains()).isEmpty();
    }

    @Test
    void saysBeforehandWhatStays() {
        close();
        assertThat(remains()).containsExactly(new Remainder("votes", 1, null));
        assertThat(String.valueOf(data.copy(member).block())).contains("Un four plus petit");
    }

    @Test
    void tellsTheAddressOfABallotToNoOtherSite() {
        visitors.anonymous()
                .get("/vote/" + voter("token"))
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer");
        String english = Jsoup.parse(visitors.anonymous().page("/vote/" + voter("token")))
                .select("a[hreflang=en]")
                .attr("href");
        assertThat(visitors.anonymous().page(english)).contains("lang=\"en\"");
    }

    private List<Remainder> remains() {
        return data.remains(member).collectList().block();
    }

    private void close() {
        president.post(home + "/vote/" + vote + "/cloture").expectStatus().isSeeOther();
    }

    private String voter(String column) {
        return text("select " + column + " from campaign.board_voter where vote_id = '" + vote + "'");
    }

    private String text(String sql) {
        return database.sql(sql).map(row -> row.get(0, String.class)).first().block();
    }
}

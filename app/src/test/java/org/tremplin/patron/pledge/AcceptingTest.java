package org.tremplin.patron.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.tremplin.campaign.PublishedCampaign;
import reactor.core.publisher.Flux;

/** An association accepts no more than its campaign needs; what both accepted ends once. */
@TestApplication
@Import(Samples.class)
class AcceptingTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Accepting accepting;

    @Autowired
    Pledges pledges;

    @Autowired
    TestClock clock;

    @Autowired
    DatabaseClient database;

    private Association association;
    private PublishedCampaign campaign;
    private UUID founder;
    private Visitor president;

    @BeforeEach
    void campaign() {
        association = samples.association("Le Four " + UUID.randomUUID());
        campaign = samples.campaign(association, "accord-" + UUID.randomUUID());
        founder = UUID.fromString(text("select person_id::text from association.member where role = 'PRESIDENT'"
                + " and association_id = '" + association.id().value() + "'"));
        president = visitors.person(founder);
    }

    @Test
    void acceptsNoMoreThanIsNeededWhoeverComesFirst() {
        List<UUID> whole = Stream.of("1 000", "1 000", "1 000")
                .map(amount -> promised(amount).id())
                .toList();
        List<Accepting.Answered> answered = Flux.fromIterable(whole)
                .flatMap(id -> accepting.association(id, founder))
                .collectList()
                .block();
        assertThat(answered)
                .containsExactlyInAnyOrder(
                        Accepting.Answered.DONE, Accepting.Answered.TOO_MUCH, Accepting.Answered.TOO_MUCH);
        UUID late = whole.stream()
                .filter(id -> !pledges.find(id).block().agreed())
                .findFirst()
                .orElseThrow();
        assertThat(president
                        .post(desk(late) + "/accord")
                        .expectStatus()
                        .isEqualTo(409)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("ne peut plus être acceptée", "attend")
                .doesNotContain("??");
    }

    @Test
    void acceptsNothingOnceTheCampaignIsOver() {
        UUID late = promised("400").id();
        clock.pass(Duration.ofDays(40));
        assertThat(accepting.association(late, founder).block()).isEqualTo(Accepting.Answered.TOO_MUCH);
        assertThat(pledges.find(late).block().state()).isEqualTo(PledgeState.PROPOSED);
    }

    private Firm promised(String amount) {
        Firm firm = Firm.of(visitors, database, campaign);
        firm.propose(today(), "montant", amount).expectStatus().isSeeOther();
        firm.accepts();
        return firm;
    }

    private String desk(UUID promise) {
        return "/espace/" + association.slug() + "/c/"
                + campaign.campaign().id().value() + "/promesses/" + promise;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), association.zone());
    }

    private String text(String sql) {
        return String.valueOf(
                database.sql(sql).map(row -> row.get(0, String.class)).first().block());
    }
}

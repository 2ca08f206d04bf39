package org.tremplin.capacity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.association.Association;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.capacity.Diagnosing;

/** After a campaign the diagnosis is made again, by those who made one before. */
@TestApplication
@Import(Samples.class)
class DiagnosisActsTest {

    @Autowired
    Samples samples;

    @Autowired
    CampaignDesign design;

    @Autowired
    Diagnosing diagnosing;

    @Autowired
    DiagnosisActs acts;

    @Autowired
    TestClock clock;

    private Association association;
    private CampaignId campaign;

    @BeforeEach
    void openACampaign() {
        association = samples.association("Les Essais " + UUID.randomUUID());
        campaign = samples.campaign(association, "essais-" + UUID.randomUUID())
                .campaign()
                .id();
    }

    @Test
    void isAskedForBetweenOneAndTwoMonthsAfterTheCampaign() {
        looks(0);
        close();
        clock.pass(Duration.ofDays(29));
        assertThat(waiting()).isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(waiting()).singleElement().satisfies(act -> {
            assertThat(act.kind()).isEqualTo("diagnosis.again");
            assertThat(act.what()).isEqualTo("Un jardin pour tous");
            assertThat(act.since()).isBeforeOrEqualTo(clock.instant());
        });
        clock.pass(Duration.ofDays(30));
        assertThat(waiting()).hasSize(1);
        clock.pass(Duration.ofDays(1));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void isNotAskedForOnceItIsMade() {
        looks(0);
        close();
        clock.pass(Duration.ofDays(35));
        looks(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void isStillAskedForWhereItWasMadeTooEarlyAfterTheCampaign() {
        looks(0);
        close();
        clock.pass(Duration.ofDays(10));
        looks(1);
        clock.pass(Duration.ofDays(25));
        assertThat(waiting()).extracting(AwaitedAct::kind).containsExactly("diagnosis.again");
    }

    @Test
    void isAskedForOnceAYearAfterTheLastOne() {
        looks(0);
        clock.pass(Duration.ofDays(364));
        assertThat(waiting()).isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(waiting()).singleElement().satisfies(act -> {
            assertThat(act.kind()).isEqualTo("diagnosis.yearly");
            assertThat(act.since()).isBeforeOrEqualTo(clock.instant());
        });
        looks(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void isAskedForNoLongerThanTwoMonthsOnceTheLastOneIsAYearOld() {
        looks(0);
        clock.pass(Duration.ofDays(365 + 60));
        assertThat(waiting()).extracting(AwaitedAct::kind).containsExactly("diagnosis.yearly");
        clock.pass(Duration.ofDays(1));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void isNotAskedForWhereThereIsNothingToCompareWith() {
        close();
        clock.pass(Duration.ofDays(35));
        assertThat(waiting()).isEmpty();
    }

    private void looks(int moment) {
        diagnosing
                .conclude(association.id(), moment, UUID.randomUUID(), Role.PRESIDENT, Gardens.DIAGNOSIS)
                .block();
    }

    private void close() {
        clock.pass(Duration.ofMinutes(1));
        design.close(association.id(), campaign).block();
    }

    private List<AwaitedAct> waiting() {
        return acts.awaited(List.of(association.id()), 10).collectList().block();
    }
}

package org.tremplin.patron.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.alarm.Alarms;

/** One campaign that cannot be read hides no other. */
@TestApplication
@Import(Samples.class)
class ReadableProjectsTest {

    @Autowired
    Samples samples;

    @Autowired
    ReadProjects reading;

    @Autowired
    ReadableProjects readable;

    @Autowired
    Alarms alarms;

    @Autowired
    TestClock clock;

    @Autowired
    DatabaseClient database;

    @Test
    void leavesOutWhatCannotBeReadAndRaisesTheAlarmOnceUntilItIsMended() {
        List<UUID> good = List.of(campaign(), campaign(), campaign());
        UUID bad = campaign();
        UUID last = campaign();
        edition(bad, 2, "'{\"lines\": 3}'");
        Catalogue fresh = new Catalogue(reading, readable, clock);
        assertThat(listed(fresh)).containsAll(good).contains(last).doesNotContain(bad);
        fresh.changed(Set.of());
        assertThat(listed(fresh)).contains(last).doesNotContain(bad);
        assertThat(raised()).containsOnlyOnce(bad.toString());

        edition(bad, 3, "(select plan from campaign.edition where campaign_id = :id and number = 1)");
        fresh.changed(Set.of(bad));
        assertThat(listed(fresh)).contains(bad).containsAll(good);
        assertThat(raised()).isEmpty();
    }

    private List<UUID> listed(Catalogue catalogue) {
        return catalogue.projects(Order.NEWEST).block().stream()
                .map(Project::id)
                .toList();
    }

    private List<String> raised() {
        return alarms.subjects("patron.project_unreadable", 10).collectList().block();
    }

    private UUID campaign() {
        PublishedCampaign made = samples.campaign(
                samples.association("Liste " + UUID.randomUUID()),
                "liste-" + UUID.randomUUID().toString().substring(24));
        return made.campaign().id().value();
    }

    private void edition(UUID campaign, int number, String plan) {
        database.sql("insert into campaign.edition (campaign_id, number, plan, published_at, reason, role)"
                        + " values (:id, " + number + ", " + plan + ", now(), '', 'PRESIDENT')")
                .bind("id", campaign)
                .then()
                .then(database.sql("update campaign.campaign set edition = " + number + " where id = :id")
                        .bind("id", campaign)
                        .then())
                .block();
    }
}

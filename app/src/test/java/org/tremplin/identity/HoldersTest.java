package org.tremplin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestApplication;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Subject;

/** An erasure finds everything, in whatever order those who hold something are called. */
@TestApplication
class HoldersTest {

    @Autowired
    List<PersonalData> found;

    @Autowired
    PersonData account;

    @Autowired
    People people;

    @Autowired
    DatabaseClient database;

    @Test
    void findsAllThatIsHeldOfAPersonInEveryOrder() {
        List<PersonalData> order = new ArrayList<>(found);
        assertThat(order).hasSizeGreaterThan(8);
        for (int turn = 0; turn < order.size(); turn++) {
            Collections.rotate(order, 1);
            assertThat(left(new Holders(order, account))).as("turn %d", turn).isEqualTo("0 0 0 0 0");
        }
    }

    /** How many rows still know the person after an erasure. */
    private String left(Holders holders) {
        String email = UUID.randomUUID() + "@tenus.example";
        UUID person = people.welcome(email, "Camille Essai", "fr").block().id();
        hold(person);
        holders.erase(new Subject(email)).block();
        return count("capacity.plan_action", person) + count(" capacity.share_grant", person)
                + count(" capacity.respondent", person) + count(" campaign.board_voter", person)
                + " "
                + database.sql("select count(*)::text from identity.person where email = :email")
                        .bind("email", email)
                        .map(row -> row.get(0, String.class))
                        .one()
                        .block();
    }

    private void hold(UUID person) {
        database.sql("""
                with asked as (
                  insert into capacity.assessment (id, association_id, kind, grid, moment, state, started_at)
                  values (gen_random_uuid(), gen_random_uuid(), 'EXPRESS', 'x', 0, 'OPEN', timestamptz '2026-11-01')
                  returning id)
                insert into capacity.respondent (id, assessment_id, person_id, role, mode, started_at)
                select gen_random_uuid(), id, :person, 'PRESIDENT', 'ALONE', timestamptz '2026-11-01' from asked
                """).bind("person", person).then().block();
        database.sql("""
                insert into capacity.plan_action (id, association_id, what, role, person_id, state, created_at, state_at)
                values (gen_random_uuid(), gen_random_uuid(), 'Essai', 'PRESIDENT', :person, 'TODO',
                  timestamptz '2026-11-01', timestamptz '2026-11-01')
                """).bind("person", person).then().block();
        database.sql("""
                insert into capacity.share_grant (id, association_id, audience, language, token_hash, consent, granted_by,
                  granted_at, until_on, person_id, accepted_at)
                values (gen_random_uuid(), gen_random_uuid(), 'ADVISER', 'fr', sha256(gen_random_uuid()::text::bytea), 'Oui',
                  gen_random_uuid(), timestamptz '2026-11-01', date '2026-12-01', :person, timestamptz '2026-11-02')
                """).bind("person", person).then().block();
    }

    private String count(String table, UUID person) {
        String space = table.startsWith(" ") ? " " : "";
        return space
                + database.sql("select count(*)::text from " + table.strip() + " where person_id = :person")
                        .bind("person", person)
                        .map(row -> row.get(0, String.class))
                        .one()
                        .block();
    }
}

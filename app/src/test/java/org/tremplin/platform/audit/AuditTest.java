package org.tremplin.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Founding;
import org.tremplin.association.Role;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import reactor.core.publisher.Mono;

/** Who did what is noted with the act, and never changed afterwards. */
@TestApplication
@Import(Samples.class)
class AuditTest {

    @Autowired
    Audit audit;

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Founding founding;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transaction;

    @ParameterizedTest
    @ValueSource(
            strings = {"update platform.audit set act = 'x.y'", "delete from platform.audit", "truncate platform.audit"
            })
    void refusesToBeChanged(String sql) {
        audit.note("test.done", null, UUID.randomUUID()).block();
        assertThatThrownBy(() -> database.sql(sql).then().block()).hasStackTraceContaining("append-only");
    }

    @Test
    void refusesAnAddressOrAText() {
        for (String personal : List.of("lea@essai.example", "Léa Essai", "a\nb")) {
            assertThatThrownBy(() -> audit.note("test.done", null, personal).block())
                    .hasStackTraceContaining("audit_object_is_a_key");
        }
    }

    @Test
    void forgetsAnActThatRollsBack() {
        UUID object = UUID.randomUUID();
        Mono<Void> failing = audit.note("test.undone", null, object).then(Mono.error(new IllegalStateException("no")));
        assertThatThrownBy(() -> failing.as(transaction::transactional).block()).hasMessage("no");
        assertThat(acts(object)).isEmpty();
    }

    @Test
    void showsThePresidentTheActsOfTheirAssociationByName() {
        Association association = samples.association("Registre " + UUID.randomUUID());
        String home = "/espace/" + association.slug();
        Person treasurer = people.welcome(UUID.randomUUID() + "@essai.example", "Bruno Essai", "fr")
                .block();
        founding.join(association.id(), treasurer.id(), Role.TREASURER, null).block();
        Person president = people.find(person(association, "PRESIDENT")).block();
        Visitor visitor = visitors.person(president.id());
        visitor.post(home + "/equipe/" + member(association, treasurer.id()), "role", "EDITOR", "fin", "")
                .expectStatus()
                .isSeeOther();
        visitor.post(home + "/recus", "fondement", "").expectStatus().isSeeOther();

        assertThat(visitor.page(home + "/registre"))
                .contains(
                        "Rôle changé",
                        "Bruno Essai",
                        "Amina Essai",
                        "Droit aux reçus fiscaux déclaré",
                        "Déclaration des reçus fiscaux retirée")
                .doesNotContain("??");
        visitors.member(association.slug(), "TREASURER")
                .get(home + "/registre")
                .expectStatus()
                .isForbidden();
        Association other = samples.association("Autre " + UUID.randomUUID());
        assertThat(visitors.member(other.slug(), "PRESIDENT").page("/espace/" + other.slug() + "/registre"))
                .doesNotContain("Bruno Essai");
        assertThat(visitors.operator().page("/admin/registre"))
                .contains("Rôle changé", treasurer.id().toString());
    }

    @Test
    void notesPublicationAndClosing() {
        Association association = samples.association("Publie " + UUID.randomUUID());
        UUID campaign = samples.campaign(association, "publie-" + UUID.randomUUID())
                .campaign()
                .id()
                .value();
        Visitor president = visitors.person(person(association, "PRESIDENT"));
        president
                .post("/espace/" + association.slug() + "/c/" + campaign + "/cloture")
                .expectStatus()
                .isSeeOther();
        assertThat(acts(campaign)).containsExactly("campaign.closed", "campaign.published");
    }

    @Test
    void goesOnWhereAPageEnded() {
        UUID association = UUID.randomUUID();
        for (int i = 0; i < AuditPage.SIZE + 5; i++) {
            audit.note("campaign.closed", association, UUID.randomUUID()).block();
        }
        List<Audit.Act> first = audit.before(Audit.FROM_THE_TOP, AuditPage.SIZE + 1, association)
                .collectList()
                .block();
        assertThat(first).hasSize(AuditPage.SIZE + 1);
        UUID last = first.get(AuditPage.SIZE - 1).id();
        assertThat(audit.before(last, 200, association).collectList().block()).hasSize(5);
        assertThat(visitors.operator().page("/admin/registre")).contains("?avant=");
    }

    private List<String> acts(UUID object) {
        return database.sql("select act from platform.audit where object = :object order by id desc")
                .bind("object", object.toString())
                .map(row -> row.get("act", String.class))
                .all()
                .collectList()
                .block();
    }

    private UUID person(Association association, String role) {
        return database.sql("select person_id from association.member where association_id = :id and role = :role")
                .bind("id", association.id().value())
                .bind("role", role)
                .map(row -> row.get(0, UUID.class))
                .one()
                .block();
    }

    private String member(Association association, UUID person) {
        return database.sql(
                        "select id::text from association.member where association_id = :id and person_id = :person")
                .bind("id", association.id().value())
                .bind("person", person)
                .map(row -> row.get(0, String.class))
                .one()
                .block();
    }
}

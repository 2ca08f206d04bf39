package org.tremplin.capacity.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.capacity.PlannedAction;
import org.tremplin.capacity.Plans;
import org.tremplin.platform.privacy.ErasesAgain;
import org.tremplin.platform.privacy.Retention;

/** A partner that is removed leaves its name in no text of the plan or of the strategy. */
@TestApplication
@Import(Samples.class)
class PartnerNamesTest {

    @Autowired
    Samples samples;

    @Autowired
    Plans plans;

    @Autowired
    List<Retention> retentions;

    @Autowired
    List<ErasesAgain> erasing;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    private Association association;
    private Visitor editor;
    private String home;
    private UUID radio;

    @BeforeEach
    void nameAPartnerInEveryText() {
        association = samples.association("Noms " + UUID.randomUUID());
        editor = samples.member(association, Role.EDITOR);
        home = "/espace/" + association.slug();
        radio = partner("Radio Plaine");
        UUID south = partner("Radio Plaine Sud");
        editor.post(
                        home + "/partenaires/" + south + "/bilan",
                        "version",
                        "1",
                        "gain",
                        "",
                        "cout",
                        "",
                        "remplacant",
                        "Radio Plaine")
                .expectStatus()
                .isSeeOther();
        editor.post(home + "/plan/nouvelle", "quoi", "Écrire à RADIO PLAINE et à Radio Plaine Sud")
                .expectStatus()
                .isSeeOther();
        editor.post(home + "/plan/" + only().id() + "/etat", "etat", "DROPPED", "raison", "Radio Plaine ne veut pas")
                .expectStatus()
                .isSeeOther();
        editor.post(home + "/strategie/texte", "partie", "garder", "texte", "Radio Plaine.")
                .expectStatus()
                .isSeeOther();
    }

    @Test
    void putsAPlainWordForItOnceNobodyCanBringItBack() {
        remove();
        forget("partners", Period.ofDays(2));
        assertThat(only().what()).isEqualTo("Écrire à un partenaire et à Radio Plaine Sud");
        assertThat(only().reason()).isEqualTo("Un partenaire ne veut pas");
        assertThat(editor.page(home + "/strategie")).contains("Un partenaire.").doesNotContain("Radio Plaine.");
        assertThat(Jsoup.parse(editor.page(home + "/partenaires/strategie")).text())
                .contains("Qui d’autre", "Un partenaire", "Radio Plaine Sud");
    }

    @Test
    void putsItInDraftsOfExperiencesAndInWhatAdvisersWrote() {
        UUID id = UUID.randomUUID();
        String of = association.id().value().toString();
        sql("""
                with grant_ as (
                  insert into capacity.share_grant (id, association_id, audience, email, language, token_hash, consent,
                    granted_by, granted_at, until_on)
                  values ('%1$s', '%2$s', 'ADVISER', '%1$s@conseil.example', 'fr', sha256('%1$s'), 'Oui', '%1$s', now(),
                    current_date + 300) returning id)
                insert into capacity.advice_comment (id, association_id, grant_id, words, written_at, reply)
                select id, '%2$s', id, 'Voyez Radio Plaine', now(), 'Radio Plaine dit non' from grant_
                """.formatted(id, of));
        sql("""
                insert into capacity.experience (id, association_id, campaign_id, language, helped, otherwise, advice,
                  items, template, staff, reach, month, state, changed_at, fingerprint, search)
                values ('%1$s', '%2$s', '%1$s', 'fr', 'Radio Plaine', '', '', '{}', '', '', '', '2026-10-01', 'DRAFT',
                  now(), '', ' radio plaine')
                """.formatted(id, of));
        remove();
        forget("partners", Period.ofDays(2));
        assertThat(text("select words || ', ' || reply from capacity.advice_comment where id = '" + id + "'"))
                .isEqualTo("Voyez un partenaire, Un partenaire dit non");
        assertThat(text("select helped || search || version from capacity.experience where id = '" + id + "'"))
                .isEqualTo("Un partenaire un partenaire2");
    }

    @Test
    void putsItInSignedCommentsThatWaitAndInNoneThatIsPublic() {
        String of = association.id().value().toString();
        for (String state : List.of("SENT", "RETURNED", "PUBLISHED")) {
            UUID sheet = UUID.randomUUID();
            sql("""
                    insert into capacity.experience (id, association_id, campaign_id, language, helped, otherwise, advice,
                      items, template, staff, reach, month, state, changed_at, fingerprint, search)
                    values ('%1$s', gen_random_uuid(), '%1$s', 'fr', 'Bien', '', '', '{}', '', '', '', '2026-10-01', 'DRAFT',
                      now(), '', ' bien')
                    """.formatted(sheet));
            sql("""
                    insert into capacity.experience_comment (id, experience_id, association_id, words, consent, state,
                      reason, sent_at, decided_at)
                    values ('%1$s', '%1$s', '%2$s', 'Radio Plaine aussi', 'Oui', '%3$s', 'Trop long', now(), now())
                    """.formatted(sheet, of, state));
        }
        remove();
        forget("partners", Period.ofDays(2));
        assertThat(text("select string_agg(words || version, ', ' order by state) from capacity.experience_comment"
                        + " where association_id = '" + of + "'"))
                .isEqualTo("Radio Plaine aussi1, Un partenaire aussi2, Un partenaire aussi2");
    }

    private void sql(String sql) {
        database.sql(sql).then().block();
    }

    private String text(String sql) {
        return database.sql(sql).map(row -> row.get(0, String.class)).one().block();
    }

    @Test
    void keepsItWhileItMayComeBackButTellsItToNobodyOutside() {
        remove();
        assertThat(editor.page(home + "/strategie?noms=non")).doesNotContainIgnoringCase("Radio Plaine.");
        forget("partners", Period.ZERO);
        assertThat(only().what()).contains("RADIO PLAINE");
    }

    @Test
    void putsItAgainInTheTextsThatAnOlderBackupBringsBack() {
        erasing.stream()
                .filter(one -> one.kind().equals("partner"))
                .findFirst()
                .orElseThrow()
                .again(Set.of(radio.toString()))
                .block();
        assertThat(only().what()).isEqualTo("Écrire à un partenaire et à Radio Plaine Sud");
    }

    private UUID partner(String name) {
        editor.post(home + "/partenaires/nouveau", "nom", name, "type", "MEDIA", "portee", "LOCAL")
                .expectStatus()
                .isSeeOther();
        String link = Jsoup.parse(editor.page(home + "/partenaires"))
                .select("a[href*=/partenaires/]:contains(" + name + ")")
                .attr("href");
        return UUID.fromString(link.substring(link.lastIndexOf('/') + 1));
    }

    private void remove() {
        editor.post(home + "/partenaires/" + radio + "/retrait").expectStatus().isSeeOther();
    }

    private void forget(String kind, Period later) {
        retentions.stream()
                .filter(one -> one.holding().toString().contains(kind))
                .forEach(one -> one.forget(clock.instant().plus(later), 1_000).block());
    }

    private PlannedAction only() {
        return plans.of(association.id()).block().get(0);
    }
}

package org.tremplin.patron.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.platform.security.Tokens;

/** The page of a minute says whether a diagnosis was opened to its reader, and to nobody else. */
@TestApplication
@Import(Samples.class)
class OpenedDiagnosisTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    private Association association;
    private String page;
    private Visitor visitor;

    @BeforeEach
    void project() {
        String slug = "ouvert-" + UUID.randomUUID().toString().substring(24);
        association = samples.association("Ouverte " + slug);
        samples.campaign(association, slug);
        page = "/c/" + slug + "/mecene";
        visitor = visitors.anonymous();
    }

    @Test
    void saysUntilWhenToWhoeverHasThePrivateLink() {
        String token = opened(association);
        assertThat(said(page + "?partage=" + token)).contains("partagé avec vous jusqu’au 16 décembre 2026");
        assertThat(said(page)).contains("Diagnostic non partagé");
        assertThat(said(page + "?partage=" + Tokens.random())).contains("Diagnostic non partagé");
        assertThat(said("/partage/" + token)).contains("Un jardin pour tous");
    }

    @Test
    void keepsThePageOfOneReaderFromCachesAndFromOtherSites() {
        HttpHeaders told = Objects.requireNonNull(visitor.get(page + "?partage=" + opened(association))
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders());
        assertThat(told.getCacheControl()).contains("no-store");
        assertThat(told.getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(told.getContentType()).hasToString("text/html;charset=UTF-8");
    }

    @Test
    void saysItNoMoreFromTheMomentItIsTakenBack() {
        String token = opened(association);
        assertThat(said(page + "?partage=" + token)).contains("partagé avec vous");
        database.sql("update capacity.share_grant set revoked_at = :now where association_id = :association")
                .bind("now", clock.instant())
                .bind("association", association.id().value())
                .then()
                .block();
        assertThat(said(page + "?partage=" + token)).contains("Diagnostic non partagé");
    }

    @Test
    void takesNoLinkOfAnotherAssociation() {
        String other = opened(samples.association("Autre " + UUID.randomUUID()));
        assertThat(said(page + "?partage=" + other)).contains("Diagnostic non partagé");
    }

    private String said(String address) {
        return Jsoup.parse(visitor.page(address)).text();
    }

    /** As the form of sharing leaves it. */
    private String opened(Association to) {
        String token = Tokens.random();
        UUID grant = UUID.randomUUID();
        database.sql("""
                insert into capacity.share_grant
                  (id, association_id, audience, email, language, token_hash, consent, granted_by, granted_at, until_on)
                values (:id, :association, 'PATRON', 'mecene@essai.example', 'fr', :hash, 'oui', :id, :now, :until)
                """)
                .bind("id", grant)
                .bind("association", to.id().value())
                .bind("hash", Tokens.sha256(token))
                .bind("now", clock.instant())
                .bind("until", LocalDate.of(2026, 12, 16))
                .then()
                .then(database.sql("""
                        insert into capacity.share_scope (id, grant_id, shown, set_by, set_at)
                        values (:id, :id, '{LABEL}', :id, :now)
                        """)
                        .bind("id", grant)
                        .bind("now", clock.instant())
                        .then())
                .block();
        return token;
    }
}

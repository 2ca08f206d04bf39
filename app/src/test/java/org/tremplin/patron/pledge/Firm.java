package org.tremplin.patron.pledge;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.Visitors;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import reactor.core.publisher.Flux;

/** A firm that promises 400 € in two: 250 € on a day, 150 € after the report. */
record Firm(Visitors visitors, DatabaseClient database, PublishedCampaign campaign, String email) {

    static Firm of(Visitors visitors, DatabaseClient database, PublishedCampaign campaign) {
        return new Firm(visitors, database, campaign, UUID.randomUUID() + "@quincaillerie.example");
    }

    /** @param other fields instead of or beside the usual ones */
    WebTestClient.ResponseSpec propose(LocalDate today, String... other) {
        List<String> fields = new ArrayList<>(List.of(
                "forme",
                "argent",
                "montant",
                "400",
                "second",
                "150",
                "quand-1",
                "date",
                "jour-1",
                today.toString(),
                "quand-2",
                "bilan:" + report(),
                "organisation",
                "Quincaillerie Essai",
                "formeJuridique",
                "SARL",
                "siren",
                "999 999 998",
                "adresse",
                "1 rue du Pont",
                "codePostal",
                "69008",
                "ville",
                "Valmorin",
                "prenom",
                "Josiane",
                "nom",
                "Essai",
                "qualite",
                "gérante",
                "email",
                email));
        for (int i = 0; i < other.length; i += 2) {
            int at = fields.indexOf(other[i]);
            if (at < 0) {
                fields.addAll(List.of(other[i], other[i + 1]));
            } else {
                fields.set(at + 1, other[i + 1]);
            }
        }
        return visitors.anonymous()
                .post("/c/" + campaign.campaign().slug() + "/mecene/promesse", fields.toArray(String[]::new));
    }

    /** The page of the evidence once it says this: it may be two seconds behind. */
    String evidence(Predicate<String> says) {
        return Flux.interval(Duration.ZERO, Duration.ofMillis(200))
                .onBackpressureDrop()
                .take(40)
                .toStream()
                .map(look ->
                        visitors.anonymous().page("/c/" + campaign.campaign().slug() + "/mecene"))
                .filter(says)
                .findFirst()
                .orElseThrow();
    }

    void accepts() {
        visitors.anonymous().post(link("proposed") + "/accord").expectStatus().isSeeOther();
    }

    UUID report() {
        return campaign.plan().promises().stream()
                .filter(one -> one.kind() == Plan.Telling.REPORT)
                .findFirst()
                .orElseThrow()
                .id();
    }

    UUID id() {
        return UUID.fromString(text("select id::text from patron.pledge where email = '" + email + "'"));
    }

    /** In the newest mail of this kind. */
    String link(String says) {
        String mail = visitors.anonymous()
                .page("/demo/courrier/"
                        + text("select id::text from notification.mail where recipient = '" + email
                                + "' and kind = 'patron.pledge-" + says + "' order by id desc limit 1"));
        if (mail.contains("??")) {
            throw new AssertionError(mail);
        }
        int at = mail.indexOf("/mecenes/promesses/");
        return mail.substring(at, at + "/mecenes/promesses/".length() + 32);
    }

    long mails(String says) {
        return Long.parseLong(text("select count(*)::text from notification.mail where recipient = '" + email
                + "' and kind = 'patron.pledge-" + says + "'"));
    }

    String text(String sql) {
        return String.valueOf(
                database.sql(sql).map(row -> row.get(0, String.class)).first().block());
    }
}

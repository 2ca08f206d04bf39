package org.tremplin.transparency.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.event.Pump;
import org.tremplin.transparency.verify.Checkpoint;
import org.tremplin.transparency.verify.JournalCheck;
import org.tremplin.transparency.verify.Sha256;
import org.tremplin.transparency.verify.Tree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walk A from the form to step 7, by the application's own paths. */
@TestApplication
@Import(Samples.class)
class GiftInJournalTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    CampaignDesign design;

    @Autowired
    Pump pump;

    @Autowired
    DatabaseClient database;

    @Test
    void tellsAGiftAndItsFeeAndCommitsToTheNameTheDonorAskedToShow() {
        PublishedCampaign campaign = campaign();
        give(campaign, "nomPublic", "on");

        List<String> leaves = leaves(campaign);
        assertThat(leaves).hasSize(2);
        assertThat(leaves.get(0))
                .startsWith("{\"cents\":5000,\"commitments\":{\"name\":\"")
                .endsWith(
                        "\"crod\":\"P1.2.a\",\"currency\":\"EUR\",\"day\":\"2026-11-16\",\"kind\":\"gift\",\"seq\":0,\"v\":1}");
        assertThat(leaves.get(1))
                .startsWith("{\"cents\":100,\"crod\":\"C2.1\"")
                .contains("\"kind\":\"fee\",\"line\":\"")
                .endsWith("\"refs\":[0],\"seq\":1,\"v\":1}");
        assertThat(names(campaign)).containsExactly("Claire");
    }

    @Test
    void makesItsDonorAWitnessByTheMailAndProvesTheGiftOnItsPage() throws Exception {
        PublishedCampaign campaign = campaign();
        give(campaign);
        Visitor donor = visitors.anonymous();
        String mail = mail(donor);
        Checkpoint.Signed seen = Checkpoint.read(mail).orElseThrow();
        assertThat(seen.checkpoint().origin())
                .endsWith("/c/" + campaign.campaign().id().value());
        assertThat(seen.signatures()).hasSize(1);

        give(campaign);
        byte[] file = donor.get("/c/" + campaign.campaign().slug() + "/journal.jsonl")
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(JournalCheck.check(new ByteArrayInputStream(file), seen).seen())
                .isTrue();

        String token = mail.replaceFirst("(?s).*/don/([\\w-]+).*", "$1");
        assertThat(Jsoup.parse(donor.page("/don/" + token)).text())
                .contains("La preuve, au journal", "l’écriture n° 0", "racine");
        JsonNode proof = new JsonMapper().readTree(donor.page("/don/" + token + "/preuve.json"));
        Checkpoint head = Checkpoint.read(proof.get("checkpoint").asString())
                .orElseThrow()
                .checkpoint();
        assertThat(Tree.includes(
                        Sha256.of(Sha256.LEAF, proof.get("leaf").asString().getBytes(StandardCharsets.UTF_8)),
                        proof.get("seq").asLong(),
                        head.size(),
                        proof.get("path")
                                .valueStream()
                                .map(step -> Sha256.parsed(step.asString()))
                                .toList(),
                        head.root()))
                .isTrue();
        donor.get("/don/personne/preuve.json").expectStatus().isNotFound();
    }

    /** The newest mail of the demonstration, as it is shown. */
    private static String mail(Visitor donor) {
        Document list = Jsoup.parse(donor.page("/demo/courrier"));
        String address = list.select("a[href^=/demo/courrier/]").first().attr("href");
        return Jsoup.parse(donor.page(address)).select("main").first().wholeText();
    }

    @Test
    void takesNamesAwayOnceTheCauseIsCalledSensitive() {
        PublishedCampaign campaign = campaign();
        give(campaign, "nomPublic", "on");
        Plan plan = campaign.plan();
        design.revise(
                        campaign.campaign().association(),
                        campaign.campaign().id(),
                        plan.defined(plan.language(), plan.title(), plan.lead(), plan.definition(), plan.cause(), true))
                .then(design.publish(
                        campaign.campaign().association(), campaign.campaign().id(), Role.PRESIDENT, ""))
                .block();
        String address = "/c/" + campaign.campaign().slug() + "/journal";
        // at once on the page, and for good when the fact is heard
        // a stop of the guided visit above it bears a name, too
        assertThat(Jsoup.parse(visitors.anonymous().page(address))
                        .select("main")
                        .text())
                .doesNotContain("Claire")
                .contains("prénom retiré");
        pump.drain().block();

        assertThat(names(campaign)).isEmpty();
        assertThat(visitors.anonymous().page(address + ".jsonl")).doesNotContain("Claire");
    }

    @Test
    void readsOnWhenItsTreeHasAHole() {
        PublishedCampaign campaign = campaign();
        give(campaign);
        give(campaign);
        give(campaign);
        String address = "/c/" + campaign.campaign().slug() + "/journal";
        visitors.anonymous().page(address);
        for (String step : List.of(
                "alter table transparency.node disable trigger all",
                "delete from transparency.node where campaign = '"
                        + campaign.campaign().id().value() + "'",
                "alter table transparency.node enable trigger all")) {
            database.sql(step).then().block();
        }
        give(campaign);

        assertThat(visitors.anonymous().page(address)).contains("Aucun sceau", "Don anonyme");
        visitors.anonymous().get(address + ".jsonl").expectStatus().isEqualTo(503);
    }

    @Test
    void namesNobodyUnasked() {
        PublishedCampaign campaign = campaign();
        give(campaign);

        assertThat(leaves(campaign)).hasSize(2).noneMatch(leaf -> leaf.contains("commitments"));
        assertThat(names(campaign)).isEmpty();
    }

    private PublishedCampaign campaign() {
        String once = UUID.randomUUID().toString().substring(24);
        return samples.campaign(samples.association("Jardins " + once), "jardin-" + once);
    }

    /** 50 € by Claire through the simulated provider. */
    private void give(PublishedCampaign campaign, String... more) {
        Visitor donor = visitors.anonymous();
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("montant", "50");
        fields.add("email", "claire@jardin.example");
        fields.add("prenom", "Claire");
        fields.add("nom", "Essai");
        fields.add("cle", "journal-key-" + UUID.randomUUID().toString().substring(24));
        for (int at = 0; at < more.length; at += 2) {
            fields.add(more[at], more[at + 1]);
        }
        URI bank = Visitor.next(donor.post("/c/" + campaign.campaign().slug() + "/don", fields));
        assertThat(bank).isNotNull();
        donor.post(bank.getPath(), "issue", "PAID").expectStatus().isSeeOther();
        pump.drain().block();
    }

    private List<String> leaves(PublishedCampaign campaign) {
        return database.sql("select bytes from transparency.leaf where campaign = :campaign order by seq")
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> new String(row.get("bytes", byte[].class), StandardCharsets.UTF_8))
                .all()
                .collectList()
                .block();
    }

    private List<String> names(PublishedCampaign campaign) {
        return database.sql("select text from transparency.commitment_text where campaign = :campaign")
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> row.get("text", String.class))
                .all()
                .collectList()
                .block();
    }
}

package org.tremplin.donation.give;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.campaign.PublishedCampaign;

/** The donor leaves the provider's page and comes back by the address it offers. */
@TestApplication
@Import(Samples.class)
class LeftGiftTest {

    private static final String KEY = "key-of-this-browser-0";
    private static final String NOTHING = "Rien n’a été prélevé";

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    private PublishedCampaign campaign;
    private String form;
    private Visitor donor;

    @BeforeEach
    void campaign() {
        campaign = samples.campaign(
                samples.association("Les Retours " + UUID.randomUUID()),
                "retour-" + UUID.randomUUID().toString().substring(0, 8));
        form = "/c/" + campaign.campaign().slug() + "/don";
        donor = visitors.anonymous();
    }

    @Test
    void findsTheFormAsItWasTyped() {
        MultiValueMap<String, String> fields = fields("33,50");
        fields.set("ligne", campaign.plan().lines().get(1).id().toString());
        fields.set("recu", "on");
        fields.set("adresse", "1 rue des Essais");
        fields.set("codePostal", "69008");
        fields.set("ville", "Valmorin");
        fields.set("frais", "on");
        fields.set("opposition", "on");
        String back = left(give(fields));
        assertThat(back).isEqualTo(form + "?reprise");

        Document page = page(back, KEY);
        assertThat(page.text()).contains(NOTHING);
        assertThat(page.select("[name=montant][checked]").val()).isEqualTo("autre");
        assertThat(page.select("[name=montantLibre]").val()).isEqualTo("33.50");
        assertThat(page.select("[name=ligne] [selected]").val())
                .isEqualTo(campaign.plan().lines().get(1).id().toString());
        assertThat(page.select("[name=email]").val()).isEqualTo("ana@exemple.example");
        assertThat(page.select("[name=nom]").val()).isEqualTo("D’Arc");
        assertThat(page.select("[name=ville]").val()).isEqualTo("Valmorin");
        assertThat(page.select("[type=checkbox][checked]").eachAttr("name"))
                .containsExactly("recu", "opposition", "frais");
        assertThat(page.select("[name=cle]").val()).isEqualTo(KEY);
    }

    @Test
    void findsAPresetChosenAgainAndTheSamePayment() {
        String bank = give(fields("50"));
        Document page = page(left(bank), KEY);
        assertThat(page.select("[name=montant][checked]").val()).isEqualTo("50");
        assertThat(give(fields("50"))).isEqualTo(bank);
    }

    @Test
    void showsNothingOfItToAnotherBrowser() {
        String back = left(give(fields("50")));
        for (String key : new String[] {"key-of-another-browser", ""}) {
            Document page = page(back, key);
            assertThat(page.text()).doesNotContain(NOTHING);
            assertThat(page.select("[name=email]").val()).isEmpty();
            assertThat(page.select("[name=montant][checked]").val()).isEqualTo("autre");
        }
    }

    @Test
    void showsNothingOfItToWhoOpensTheFormAnew() {
        left(give(fields("50")));
        assertThat(page(form, KEY).select("[name=email]").val()).isEmpty();
    }

    @Test
    void leadsToTheGiftThatWasPaidMeanwhile() {
        String bank = give(fields("50"));
        donor.post(bank, "issue", "PAID");
        EntityExchangeResult<byte[]> answer = get(form + "?reprise", KEY);
        assertThat(answer.getStatus().value()).isEqualTo(303);
        assertThat(String.valueOf(answer.getResponseHeaders().getLocation())).startsWith("/don/");
    }

    @Test
    void speaksTheLanguageOfTheDonor() {
        URI bank = donor.post("/en" + form, fields("50"))
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation();
        String back = left(bank.getPath());
        assertThat(back).isEqualTo("/en" + form + "?reprise");
        Document page = page(back, KEY);
        assertThat(page.text()).contains("Nothing was charged");
        assertThat(page.select("a[hreflang=fr]").attr("href")).isEqualTo(form + "?reprise");
    }

    private String give(MultiValueMap<String, String> fields) {
        return Visitor.next(donor.post(form, fields)).getPath();
    }

    /** Where the provider leads who gives up. */
    private String left(String bank) {
        URI back = Visitor.next(donor.post(bank, "issue", "ABANDONED"));
        return back.getPath() + "?" + back.getQuery();
    }

    private Document page(String address, String key) {
        EntityExchangeResult<byte[]> answer = get(address, key);
        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(answer.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
        return Jsoup.parse(new String(answer.getResponseBody(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private EntityExchangeResult<byte[]> get(String address, String key) {
        return donor.web()
                .get()
                .uri(address)
                .cookie("don-" + campaign.campaign().slug(), key)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private static MultiValueMap<String, String> fields(String amount) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.set("montant", amount);
        fields.set("email", "ana@exemple.example");
        fields.set("prenom", "Ana");
        fields.set("nom", "D’Arc");
        fields.set("cle", KEY);
        return fields;
    }
}

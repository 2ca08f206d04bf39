package org.tremplin.donation.give;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.association.Payees;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.DonationSettings;
import org.tremplin.donation.TaxEstimate;
import org.tremplin.platform.web.FormPages;
import org.tremplin.platform.web.Frames;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Pages;

/** The form's bytes are kept; what is in its gaps is each visitor's own. */
@TestApplication
@Import(Samples.class)
class FormPageTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("name=\"cle\" value=\"([^\"]+)\"");

    @Autowired
    Samples samples;

    @Autowired
    WebTestClient web;

    @Autowired
    FormPages forms;

    @Autowired
    CampaignDesign design;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Associations associations;

    @Autowired
    Payees payees;

    @Autowired
    OnceKeys keys;

    @Autowired
    LeftGifts left;

    @Autowired
    DonationSettings settings;

    @Autowired
    TaxEstimate tax;

    @Autowired
    Pages pages;

    @Autowired
    Frames frames;

    @Autowired
    Clock clock;

    @Autowired
    DatabaseClient database;

    private final AtomicInteger rendered = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private Association association;
    private PublishedCampaign campaign;
    private String form;

    @BeforeEach
    void campaign() {
        association = samples.association("Les Formulaires " + UUID.randomUUID());
        campaign = samples.campaign(
                association, "formulaire-" + UUID.randomUUID().toString().substring(0, 8));
        form = "/c/" + campaign.campaign().slug() + "/don";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/en"})
    void givesEachVisitorAFormThatCanBeSent(String language) {
        Sent first = new Sent(language + form);
        Sent second = new Sent(language + form);
        assertThat(first.csrf).isNotEqualTo(second.csrf);
        assertThat(first.key).isNotEqualTo(second.key);
        assertThat(first.cookie("csrf").getValue())
                .isNotEqualTo(second.cookie("csrf").getValue());

        assertThat(first.post()).isNotEqualTo(second.post());
        assertThat(database.sql("select count(*) from donation.donation where campaign_id = :campaign")
                        .bind("campaign", campaign.campaign().id().value())
                        .map(row -> row.get(0, Long.class))
                        .one()
                        .block())
                .isEqualTo(2);
    }

    @Test
    void refusesTheTokenOfAnotherVisitor() {
        Sent mine = new Sent(form);
        Sent other = new Sent(form);
        web.post()
                .uri(form)
                .cookie("csrf", mine.cookie("csrf").getValue())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("_csrf", other.csrf))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void keepsTheKeyInACookieOfTheBrowserUntilItsGiftIsPaid() {
        Sent first = new Sent(form);
        ResponseCookie cookie = first.cookie("don-" + campaign.campaign().slug());
        assertThat(cookie.getValue()).isEqualTo(first.key);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getMaxAge()).isEqualTo(Duration.ofHours(24));

        String bank = first.post();
        assertThat(new Sent(form, cookie).key).isEqualTo(first.key);
        web.post()
                .uri(bank)
                .cookie("csrf", first.cookie("csrf").getValue())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("_csrf", first.csrf).with("issue", "PAID"))
                .exchange()
                .expectStatus()
                .isSeeOther();
        database.sql("update donation.donation set state = 'PENDING' where campaign_id = :campaign")
                .bind("campaign", campaign.campaign().id().value())
                .then()
                .block();
        assertThat(new Sent(form, cookie).key).isNotEqualTo(first.key);
    }

    @Test
    void letsNobodyKeepTheAnswer() {
        EntityExchangeResult<String> answer = get(form);
        assertThat(answer.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(answer.getResponseHeaders().getETag()).isNull();
        assertThat(answer.getResponseHeaders().getFirst("Content-Security-Policy"))
                .contains("default-src 'none'");
        assertThat(answer.getResponseHeaders().getContentType()).hasToString("text/html;charset=UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "'?montant=50', 50",
        "'?montant=50&montantLibre=', 50",
        "'?montant=50,00&utm_source=lettre', 50",
        "'?montant=autre&montantLibre=20', 20",
        "'', autre",
        "'?montant=autre&montantLibre=33', autre",
        "'?montant=abc', autre"
    })
    void choosesTheAmountThatWasChosenBefore(String query, String chosen) {
        String page = get(form + query).getResponseBody();
        List<String> checked = Pattern.compile("name=\"montant\" value=\"([^\"]*)\" checked")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(checked).containsExactly(chosen);
        assertThat(page.contains("value=\"33\"")).isEqualTo(query.endsWith("33"));
    }

    @Test
    void showsWhatALinkFilledInEscapedToThatVisitorOnly() {
        String filled = get(form + "?montant=50&email=lea@don.example&nom={nom}", "\"><script>alert(1)</script>")
                .getResponseBody();
        assertThat(filled)
                .contains("value=\"lea@don.example\"", "value=\"&quot;&gt;&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(get(form + "?montant=50").getResponseBody()).doesNotContain("lea@don.example");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "'?montant=50', '?montant=50'",
        "'?montant=50,00&utm_source=lettre', '?montant=50'",
        "'?montant=autre&montantLibre=33&cle=0123456789abcdef', '?montant=autre&montantLibre=33'",
        "'?nom=Léa \"&montant=33', '?montant=33&nom=L%C3%A9a%20%22'"
    })
    void keepsWhatWasChosenWhenTheLanguageChanges(String asked, String kept) {
        assertThat(get(form + asked).getResponseBody())
                .contains("href=\"/en" + form + kept.replace("&", "&amp;") + "\"");
    }

    @Test
    void showsItsMarksToNobodyAndFillsNothingThatWasTyped() {
        Sent seen = new Sent(form);
        Plan plan = samples.plan("Le projet de " + seen.csrf.replace("=", "") + " et " + seen.key);
        String slug = "marque-" + UUID.randomUUID().toString().substring(0, 8);
        samples.publish(association.id(), slug, plan);
        Sent next = new Sent("/c/" + slug + "/don");
        assertThat(next.page).contains(">" + plan.title() + "<");
        for (Sent sent : List.of(seen, next)) {
            assertThat(sent.page)
                    .doesNotContain(forms.gaps().csrf())
                    .doesNotContain(forms.gaps().key());
            assertThat(CSRF.matcher(sent.page).results()).hasSize(1);
        }
    }

    @Test
    void rendersOnceForEveryVisitorUntilSomethingChanges() {
        WebTestClient alone = alone();
        String first = page(alone, form);
        assertThat(page(alone, form)).isNotEqualTo(first);
        assertThat(empty(page(alone, form))).isEqualTo(empty(first));
        assertThat(rendered).hasValue(1);
        page(alone, form + "?montant=50");
        page(alone, form + "?montant=50,00&montantLibre=");
        assertThat(rendered).hasValue(2);
        for (int i = 0; i < 3; i++) {
            page(alone, form + "?montant=" + (200 + i));
        }
        assertThat(rendered).as("an amount of its own is not kept").hasValue(5);
    }

    @Test
    void showsANewEditionTwoSecondsLaterAtMost() {
        WebTestClient alone = alone();
        assertThat(page(alone, form)).doesNotContain("Une serre");
        Plan plan = campaign.plan();
        Plan other = plan.budgeted(plan.lines(), plan.resources(), "Une serre plus petite.", plan.aboveGoal());
        design.revise(association.id(), campaign.campaign().id(), other).block();
        design.publish(association.id(), campaign.campaign().id(), Role.PRESIDENT, "Moins cher")
                .block();
        nanos.addAndGet(Destinations.AGE.toNanos());
        assertThat(page(alone, form)).contains("Une serre plus petite.");
        assertThat(rendered).hasValue(2);
    }

    @Test
    void saysThatTheCampaignIsOverTwoSecondsLaterAtMost() {
        WebTestClient alone = alone();
        assertThat(page(alone, form)).contains("name=\"cle\"");
        design.close(association.id(), campaign.campaign().id()).block();
        nanos.addAndGet(Destinations.AGE.toNanos());
        assertThat(page(alone, form)).contains("Cette collecte est terminée").doesNotContain("name=\"cle\"");
    }

    /** The controller with its own cache, its own two seconds and its renderings counted. */
    private WebTestClient alone() {
        GivePages counted = new GivePages(settings, tax, clock) {
            @Override
            GivePage page(Destination to, GiftForm typed, String key, Language language) {
                rendered.incrementAndGet();
                return super.page(to, typed, key, language);
            }
        };
        Destinations steered = new Destinations(campaigns, associations, payees, clock, nanos::get);
        return WebTestClient.bindToController(
                        new FormController(steered, keys, left, counted, new FormPages(), pages, frames, clock))
                .build();
    }

    private static String page(WebTestClient client, String address) {
        return client.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private EntityExchangeResult<String> get(String address, Object... values) {
        return web.get()
                .uri(address, values)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();
    }

    private static String empty(String page) {
        return KEY.matcher(CSRF.matcher(page).replaceAll("csrf")).replaceAll("key");
    }

    /** A form as one browser got it. */
    private class Sent {

        private final String address;
        private final EntityExchangeResult<String> answer;
        private final String page;
        private final String csrf;
        private final String key;

        Sent(String address, ResponseCookie... cookies) {
            this.address = address;
            WebTestClient.RequestHeadersSpec<?> request = web.get().uri(address);
            for (ResponseCookie cookie : cookies) {
                request = request.cookie(cookie.getName(), cookie.getValue());
            }
            this.answer = request.exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .returnResult();
            this.page = answer.getResponseBody();
            this.csrf = one(CSRF);
            this.key = one(KEY);
        }

        private String one(Pattern field) {
            Matcher found = field.matcher(page);
            assertThat(found.find()).isTrue();
            return found.group(1);
        }

        ResponseCookie cookie(String name) {
            return answer.getResponseCookies().getFirst(name);
        }

        /** Where the provider's page is. */
        String post() {
            return Visitor.next(web.post()
                            .uri(address)
                            .cookie("csrf", cookie("csrf").getValue())
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .body(BodyInserters.fromFormData("_csrf", csrf)
                                    .with("cle", key)
                                    .with("montant", "50")
                                    .with("email", "ana@exemple.example")
                                    .with("prenom", "Ana")
                                    .with("nom", "Essai"))
                            .exchange())
                    .getPath();
        }
    }
}

package org.tremplin.donation.give;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.MultiValueMap;
import org.tremplin.Visitor;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.Campaigns;
import org.tremplin.notification.Mails;
import org.tremplin.payment.Checkout;
import org.tremplin.payment.stripe.BehindALine;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What a donor meets while the provider is down, slow, or not asked any more: a clear page, and a link by mail. */
class ProviderAwayTest extends BehindALine {

    /** As many calls as the bulkhead lets out at once. */
    private static final int AT_ONCE = 32;

    @Autowired
    private CampaignDesign design;

    @Autowired
    private Checkout checkout;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Mails mails;

    @Autowired
    private TransactionalOperator transaction;

    @BeforeEach
    void down() {
        HURRIED.away(true);
    }

    @Test
    void mailsOneLinkAndSaysSo() {
        String key = key();
        assertThat(sorry(give("50", key))).contains("Nous vous avons envoyé un e-mail", "Votre don de 50 € est gardé");
        assertThat(sorry(give("50", key))).as("tried again").contains("Nous vous avons envoyé un e-mail");
        sorry(donor.post(link()));
        assertThat(laterMails()).isEqualTo(1);
        assertThat(donations()).isEqualTo(1);
        assertThat(mail("language")).isEqualTo("fr");
    }

    @Test
    void writesInTheDonorsLanguage() {
        MultiValueMap<String, String> fields = fields("50", key());
        assertThat(sorry(donor.post("/en/c/" + campaign.campaign().slug() + "/don", fields)))
                .contains("We mailed you a link");
        assertThat(mail("language")).isEqualTo("en");
    }

    @Test
    void finishesByTheLinkWithTheSameKeyAndNothingTwice() {
        sorry(give("50", key()));
        String link = link();
        HURRIED.away(false);
        forgetFaults();
        assertThat(page(link)).contains("Finir votre don", "Payer 50 €").doesNotContain("un e-mail");
        assertThat(HURRIED.sessions()).as("opening the link does nothing").isEmpty();
        String first = locationOf(donor.post(link));
        assertThat(first).startsWith("https://checkout.stripe.test/");
        assertThat(locationOf(donor.post(link))).isEqualTo(first);
        assertThat(HURRIED.sessions()).hasSize(1);
        HURRIED.pay(HURRIED.sessions().get(0));
        assertThat(locationOf(donor.post(link))).endsWith("?deja");
        pump.drain().block();
        assertThat(locationOf(donor.get(link))).isEqualTo(link.replace("/paiement", ""));
        assertThat(received()).isEqualTo(5_000);
    }

    @Test
    void endsTheLinkWithTheCampaign() {
        sorry(give("50", key()));
        design.close(association.id(), campaign.campaign().id()).block();
        assertThat(page(link())).contains("Cette collecte est terminée");
        donor.post(link()).expectStatus().isEqualTo(409);
    }

    @Test
    void endsTheLinkWithTheGift() {
        sorry(give("50", key()));
        sql("update donation.donation set state = 'ABANDONED' where token = '" + token() + "'");
        assertThat(page(link())).contains("Ce lien ne sert plus", "Faire un nouveau don");
        assertThat(locationOf(donor.post(link()))).endsWith("/don");
        donor.get("/don/unknown/paiement").expectStatus().isNotFound();
    }

    @Test
    void opensNoOtherPageForAGiftWhoseCardsWereRefusedTooOften() {
        HURRIED.away(false);
        forgetFaults();
        give("50", key()).expectStatus().isSeeOther();
        sql("insert into payment.decline select payment_id, 10 from donation.donation where token = '" + token() + "'");
        String first = HURRIED.sessions().get(0);
        checkout.close(payment()).block();
        sorry(donor.post(link()));
        assertThat(HURRIED.sessions()).as("before its end is noted").containsExactly(first);
        pump.drain().block();
        assertThat(locationOf(donor.post(link()))).endsWith("/don");
        assertThat(laterMails()).isZero();
    }

    @Test
    void mailsOneAddressAFewLinksAnHour() {
        for (int gift = 0; gift < 5; gift++) {
            sorry(give("50", key()));
        }
        sql("update donation.donation set later_mailed_at = null, email = 'seule@exemple.example' where campaign_id = '"
                + campaign.campaign().id().value() + "'");
        sql("delete from notification.mail");
        LaterMails few = new LaterMails(
                database, campaigns, mails, new LimitSettings(Duration.ZERO, 1, 1, 1, 1, 1, Duration.ZERO, 3), clock);
        List<UUID> gifts = database.sql("select id from donation.donation where campaign_id = :campaign order by id")
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> row.get(0, UUID.class))
                .all()
                .collectList()
                .block();
        assertThat(Flux.fromIterable(gifts)
                        .concatMap(gift -> few.queue(gift).as(transaction::transactional))
                        .collectList()
                        .block())
                .containsExactly(true, true, true, false, false);
        assertThat(laterMails()).isEqualTo(3);
        clock.pass(Duration.ofMinutes(61));
        assertThat(few.queue(gifts.get(3)).as(transaction::transactional).block())
                .isTrue();
    }

    @Test
    void keepsEveryOtherPageFastWhileTheProviderHangs() {
        String slug = "/c/" + campaign.campaign().slug();
        List<String> pages = List.of("/", slug, slug + "/don", "/a/" + association.slug(), "/mentions");
        pages.forEach(this::page);
        donor = new Visitor(
                donor.web().mutate().responseTimeout(Duration.ofMinutes(3)).build(), null, null);
        HURRIED.away(false);
        HURRIED.hangs();
        Scheduler hands = Schedulers.newBoundedElastic(AT_ONCE, AT_ONCE, "givers");
        Mono<List<Integer>> givers = Flux.range(0, AT_ONCE)
                .flatMap(
                        i -> Mono.fromCallable(() -> give("10", key())
                                        .returnResult(Void.class)
                                        .getStatus()
                                        .value())
                                .subscribeOn(hands),
                        AT_ONCE)
                .collectList()
                .doFinally(end -> hands.dispose());
        Mono<Boolean> meanwhile = Mono.fromCallable(() -> {
                    // the bucket lets 25 start at once and a hundred a second after: all hang soon, or wait in line
                    HURRIED.awaitHanging(20);
                    pages.forEach(this::page);
                    return HURRIED.hanging() >= 20;
                })
                .doFinally(end -> HURRIED.answersAgain())
                .subscribeOn(Schedulers.boundedElastic());
        var both = Mono.zip(givers, meanwhile).block();
        assertThat(both.getT2()).as("they came while every call hung").isTrue();
        assertThat(both.getT1()).as("nobody met an error").containsOnly(303);
    }

    private String sorry(WebTestClient.ResponseSpec answer) {
        return plain(answer.expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private String link() {
        return "/don/" + token() + "/paiement";
    }

    private String token() {
        return database.sql("select token from donation.donation where campaign_id = :campaign")
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> row.get(0, String.class))
                .first()
                .block();
    }

    private String mail(String column) {
        return database.sql(
                        "select " + column + " from notification.mail where kind = 'donation.finish_later' and about in"
                                + " (select id::text from donation.donation where campaign_id = :campaign)")
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> row.get(0, String.class))
                .first()
                .block();
    }
}

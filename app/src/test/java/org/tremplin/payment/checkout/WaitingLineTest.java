package org.tremplin.payment.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.payment.checkout.Buckets.Account;
import org.tremplin.payment.stripe.BehindALine;
import reactor.core.publisher.Flux;

/** The line as its donors see it, and what it does when they leave or the provider is away. */
class WaitingLineTest extends BehindALine {

    private static final Account OURS = new Account("stripe", "");

    @Autowired
    private ServeLine serve;

    @Autowired
    private Turns turns;

    @Autowired
    private StartLine line;

    @Autowired
    private Buckets buckets;

    @Autowired
    private TransactionalOperator transaction;

    @Test
    void tellsWhereTheDonorStandsAndHowOftenThePageRenewsItself() {
        closeTheDoor();
        queue("10", key());
        String page = queue("50", key());
        var answer = donor.get(page)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Refresh", "3")
                .expectBody(String.class)
                .returnResult();
        assertThat(plain(answer.getResponseBody()))
                .contains("2<sup>e</sup>", "50,00 €", "0,00 €", "toutes les 3 secondes", "href=\"?fixe\"")
                .contains("marie@exemple.example", "Vous venez d’arriver", "Moins d’une minute");
        assertThat(donor.get("/en" + page)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("No. 2", "in line", "renews itself every 3 seconds");
    }

    @Test
    void stopsRenewingWhenAsked() {
        closeTheDoor();
        String page = queue("50", key());
        donor.get(page + "?fixe")
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("Refresh")
                .expectBody(String.class)
                .value(text -> assertThat(text).contains("ne se renouvelle plus", "une demi-heure"));
        openTheDoor();
        serve.serve().block();
        donor.get(page)
                .expectHeader()
                .valueMatches("Refresh", "5; url=" + page + "/suite")
                .expectBody(String.class)
                .value(text -> assertThat(text)
                        .contains("C’est votre tour", "href=\"" + page + "/suite\"", "Continuer vers le paiement"));
        donor.get(page + "?fixe").expectHeader().doesNotExist("Refresh");
    }

    @Test
    void renewsSeldomerTheLongerTheLineIs() {
        closeTheDoor();
        queue("10", key());
        sql("""
                insert into payment.start_line (subject, payment_id, provider, account, arrival, ahead, words)
                select gen_random_uuid(), payment_id, provider, account, -n, 0, words
                from payment.start_line, generate_series(1, 4000) n
                """);
        donor.get(queue("50", key())).expectHeader().valueEquals("Refresh", "10");
    }

    @Test
    void mailsALinkToWhoComesWhenTheLineIsLongerThanHalfAnHour() {
        closeTheDoor();
        String key = key();
        String page = queue("10", key);
        sql("""
                insert into payment.start_line (subject, payment_id, provider, account, arrival, ahead, words)
                select gen_random_uuid(), payment_id, provider, account, -n, 0, words
                from payment.start_line, generate_series(1, 180000) n
                """);
        give("50", key())
                .expectStatus()
                .isEqualTo(503)
                .expectBody(String.class)
                .value(text -> assertThat(text)
                        .contains("Trop de monde à la fois", "La file d’attente est pleine", "un lien pour finir")
                        .doesNotContain("ne répond pas"));
        assertThat(laterMails()).isEqualTo(1);
        assertThat(queue("10", key)).as("who waits already stays").isEqualTo(page);
    }

    @Test
    void passesOverWhoLeftAndKeepsTheirPlaceForHalfAnHour() {
        closeTheDoor();
        String key = key();
        String page = queue("50", key);
        UUID left = payment();
        queue("10", key());
        sql("update payment.start_line set seen_at = now() - interval '3 minutes' where payment_id = '" + left + "'");
        openTheDoor();
        serve.serve().block();
        assertThat(HURRIED.payments()).hasSize(1).doesNotContain(left);
        assertThat(number("select count(*) from payment.start_line")).isEqualTo(1);

        assertThat(page(page)).as("back").contains("1<sup>er</sup>");
        serve.serve().block();
        assertThat(HURRIED.payments()).hasSize(2).contains(left);
    }

    @Test
    void takesNoTokenForWhoLeft() {
        closeTheDoor();
        for (int i = 0; i < 3; i++) {
            queue("10", key());
        }
        sql("update payment.start_line set seen_at = now() - interval '3 minutes'");
        openTheDoor();
        assertThat(turns.next(OURS, 16).block()).isEmpty();
        assertThat(number("select tokens::bigint from payment.start_bucket where provider = 'stripe'"))
                .isEqualTo(25);
    }

    @Test
    void forgetsThePlaceOfWhoStaysAwayAndTakesThemAgainWithoutASecondGift() {
        closeTheDoor();
        String key = key();
        String page = queue("50", key);
        sql("update payment.start_line set seen_at = now() - interval '31 minutes',"
                + " joined_at = now() - interval '31 minutes'");
        assertThat(line.forget().block()).isEqualTo(1);
        String button = locationOf(donor.get(page));
        assertThat(button).isEqualTo(page.replace("attente", "paiement"));
        assertThat(page(button)).contains("Finir votre don", "Payer 50 €");
        openTheDoor();
        assertThat(locationOf(donor.post(button))).startsWith("https://checkout.stripe.test/");
        assertThat(donations()).isEqualTo(1);
        assertThat(HURRIED.sessions()).hasSize(1);
    }

    @Test
    void leadsToTheGiftOnceItIsPaid() {
        closeTheDoor();
        String page = queue("50", key());
        openTheDoor();
        serve.serve().block();
        String session = HURRIED.sessions().get(0);
        HURRIED.pay(session);
        donor.get(page.replace("attente", "retour")).expectStatus().isSeeOther();
        pump.drain().block();
        assertThat(locationOf(donor.get(page))).isEqualTo(page.replace("/attente", ""));
        donor.get("/don/unknown/attente").expectStatus().isNotFound();
        donor.get("/don/unknown/attente/suite").expectStatus().isNotFound();
        donor.post("/don/unknown/attente/lien").expectStatus().isNotFound();
    }

    @Test
    void mailsTheLinkToWhoHasNoTimeOnce() {
        closeTheDoor();
        String page = queue("50", key());
        assertThat(locationOf(donor.post(page + "/lien"))).isEqualTo(page + "?lien");
        donor.post(page + "/lien").expectStatus().isSeeOther();
        assertThat(laterMails()).isEqualTo(1);
        assertThat(page(page)).contains("Le lien est parti").doesNotContain("Recevoir le lien");
    }

    @Test
    void sendsWhoWaitedInVainAMailAndTellsSoOnThePage() {
        closeTheDoor();
        String page = queue("50", key());
        openTheDoor();
        HURRIED.away(true);
        serve.serve().block();
        assertThat(line()).isEmpty();
        pump.drain().block();
        assertThat(laterMails()).isEqualTo(1);
        String button = locationOf(donor.get(page));
        assertThat(page(button)).contains("La page de paiement ne répond pas", "e-mail avec un lien");
        HURRIED.away(false);
        forgetFaults();
        assertThat(locationOf(donor.post(button))).startsWith("https://checkout.stripe.test/");
        assertThat(number("select count(*) from payment.start_line")).isZero();
    }

    @Test
    void waitsAsLongAsTheProviderAsksAndGoesOnWithTheHead() {
        closeTheDoor();
        queue("10", key());
        UUID head = payment();
        queue("20", key());
        openTheDoor();
        HURRIED.takes(0);
        HURRIED.asksToWait("1");
        List<StartLine.Turn> turn = turns.next(OURS, 1).block();
        assertThat(turn).extracting(StartLine.Turn::payment).containsExactly(head);
        turns.refused(turn.get(0), OURS, Duration.ofSeconds(1)).block();
        assertThat(line()).first().isEqualTo(head);
        assertThat(turns.next(OURS, 16).block()).as("closed").isEmpty();
        HURRIED.takes(100);
        serve.serve().block();
        assertThat(HURRIED.payments()).hasSize(2).contains(head);
    }

    @Test
    void takesOverWhatAStoppedInstanceClaimed() {
        closeTheDoor();
        queue("10", key());
        openTheDoor();
        assertThat(turns.next(OURS, 16).block()).hasSize(1);
        assertThat(turns.next(OURS, 16).block()).as("claimed").isEmpty();
        sql("update payment.start_line set claimed_until = now() - interval '1 second'");
        serve.serve().block();
        assertThat(HURRIED.sessions()).hasSize(1);
    }

    /** On the database's clock, which both read. */
    @Test
    void twoInstancesTogetherTakeNoMoreThanTheRate() {
        long before = now();
        Long taken = Flux.range(0, 400)
                .flatMap(
                        i -> buckets.lock(OURS)
                                .flatMap(bucket -> bucket.available() == 0
                                        ? reactor.core.publisher.Mono.just(0)
                                        : buckets.save(OURS, bucket.take(1)).thenReturn(1))
                                .as(transaction::transactional),
                        8)
                .reduce(0L, Long::sum)
                .block();
        double seconds = (now() - before) / 1_000_000.0;
        assertThat(taken.doubleValue()).isBetween(25.0, 100 * seconds + 25 + 1);
    }

    private long now() {
        return number("select (extract(epoch from clock_timestamp()) * 1000000)::bigint");
    }
}

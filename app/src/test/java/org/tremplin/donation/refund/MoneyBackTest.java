package org.tremplin.donation.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.CardGifts;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.payment.DisputeLost;
import org.tremplin.payment.DisputeOpened;
import org.tremplin.payment.DisputeWon;
import org.tremplin.payment.RefundReturned;
import org.tremplin.payment.RefundTaken;
import org.tremplin.platform.event.EventLog;
import org.tremplin.platform.event.Pump;

/** What the books, the donor and the team hear when money goes back. */
@TestApplication
@Import({Samples.class, CardGifts.class})
class MoneyBackTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Pump pump;

    @Autowired
    CardGifts cards;

    @Autowired
    EventLog log;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    private Association association;
    private PublishedCampaign campaign;
    private Visitor treasurer;

    @BeforeEach
    void association() {
        association = samples.association("Les Jardins " + UUID.randomUUID());
        campaign = samples.campaign(
                association, "jardin-" + UUID.randomUUID().toString().substring(0, 8));
        treasurer = samples.president(association);
    }

    @Test
    void booksAPartThatWentBackAndTellsTheDonor() {
        Given gift = give();
        UUID refund = UUID.randomUUID();
        tell(new RefundTaken(refund, gift.payment(), gift.id(), 2_000, 0, "EUR", clock.instant()));

        assertThat(received()).isEqualTo(3_000);
        assertThat(gifts()).isEqualTo(1);
        assertThat(balance("5115")).isEqualTo(5_000 - 100 - 2_000);
        assertThat(mails("donation.refunded", refund)).isEqualTo(1);
        assertThat(visitors.anonymous().page("/don/" + gift.token())).contains("20\u00A0€ de ce don vous sont revenus");
        assertThat(treasurer.page("/espace/" + association.slug() + "/dons")).contains("20,00\u00A0€ rendus");
        assertThat(leaf("refund")).contains("\"cents\":2000", "\"crod\":\"P1.2.a\"", "\"refs\":[0]");
    }

    @Test
    void countsAGiftThatIsAllBackNoMoreUntilItComesBack() {
        Given gift = give();
        UUID refund = UUID.randomUUID();
        tell(new RefundTaken(refund, gift.payment(), gift.id(), 5_000, 0, "EUR", clock.instant()));
        assertThat(received()).isZero();
        assertThat(gifts()).isZero();

        tell(new RefundReturned(refund, gift.payment(), gift.id(), 5_000, 0, "EUR", clock.instant()));
        assertThat(received()).isEqualTo(5_000);
        assertThat(gifts()).isEqualTo(1);
        assertThat(balance("5115")).isEqualTo(4_900);
        assertThat(mails("donation.refund-returned", refund)).isEqualTo(1);
    }

    @Test
    void waitsForTheRefundThatAReturnUndoes() {
        Given gift = give();
        UUID refund = UUID.randomUUID();
        tell(new RefundReturned(refund, gift.payment(), gift.id(), 5_000, 0, "EUR", clock.instant()));
        assertThat(received()).isEqualTo(5_000);

        tell(new RefundTaken(refund, gift.payment(), gift.id(), 5_000, 0, "EUR", clock.instant()));
        hearAgain("donation.refund.returned");
        assertThat(received()).isEqualTo(5_000);
        assertThat(balance("5115")).isEqualTo(4_900);
    }

    @Test
    void holdsADisputeApartAndTakesItBackWhenItIsWon() {
        Given gift = give();
        UUID dispute = UUID.randomUUID();
        tell(new DisputeOpened(dispute, gift.payment(), gift.id(), 5_000, 2_000, "EUR", clock.instant()));
        assertThat(received()).isEqualTo(5_000);
        assertThat(balance("4677")).isEqualTo(5_000);
        assertThat(balance("627")).isEqualTo(2_100);
        assertThat(balance("5115")).isEqualTo(-2_100);
        assertThat(mails("donation.dispute-opened", dispute)).isEqualTo(1);

        tell(new DisputeWon(dispute, gift.payment(), gift.id(), 5_000, 2_000, "EUR", clock.instant()));
        assertThat(balance("4677")).isZero();
        assertThat(balance("627")).isEqualTo(100);
        assertThat(balance("5115")).isEqualTo(4_900);
        assertThat(gifts()).isEqualTo(1);
    }

    @Test
    void takesALostDisputeOffTheGifts() {
        Given gift = give();
        UUID dispute = UUID.randomUUID();
        tell(new DisputeOpened(dispute, gift.payment(), gift.id(), 5_000, 0, "EUR", clock.instant()));
        tell(new DisputeLost(dispute, gift.payment(), gift.id(), 5_000, "EUR", clock.instant()));
        assertThat(received()).isZero();
        assertThat(gifts()).isZero();
        assertThat(balance("4677")).isZero();
        assertThat(balance("5115")).isEqualTo(-100);
        assertThat(mails("donation.refunded", dispute)).isZero();
        assertThat(visitors.anonymous().page("/don/" + gift.token())).contains("Ce don vous est revenu en entier");
    }

    @Test
    void booksNothingTwiceWhenAFactIsHeardAgain() {
        Given gift = give();
        tell(new RefundTaken(UUID.randomUUID(), gift.payment(), gift.id(), 2_000, 0, "EUR", clock.instant()));
        hearAgain("donation.refund.taken");
        hearAgain("transparency.journal.reversal");
        assertThat(received()).isEqualTo(3_000);
        assertThat(number("select count(*) from platform.delivery where state <> 'DONE'"))
                .isZero();
    }

    @Test
    void letsTheTreasurerGiveBackNoMoreThanThereIs() {
        Given gift = give();
        String page = "/espace/" + association.slug() + "/dons/" + gift.id();
        assertThat(treasurer.page(page)).contains("50,00\u00A0€ au plus");
        assertThat(body(page, "montant", "50,01", "cle", "refund-key-0000000001"))
                .contains("C’est plus que ce qui reste", "50,00\u00A0€ au plus");
        assertThat(body(page, "montant", "douze", "cle", "refund-key-0000000001"))
                .contains("Écrivez un montant en euros");

        for (int click = 0; click < 2; click++) {
            treasurer
                    .post(page + "/remboursements", "montant", "20", "cle", "refund-key-0000000001")
                    .expectStatus()
                    .isSeeOther();
        }
        assertThat(number("select count(*) from payment.refund where payment_id = '" + gift.payment() + "'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from platform.audit where act = 'donation.refund-asked' and object like '"
                        + gift.id() + "%'"))
                .isEqualTo(1);
        assertThat(body(page, "montant", "30,01", "cle", "refund-key-0000000002"))
                .contains("30,00\u00A0€ au plus");
    }

    @Test
    void keepsAGiftFromThoseWhoMayNotSeeIt() {
        Given gift = give();
        Association other = samples.association("Les Voisins " + UUID.randomUUID());
        Visitor stranger = visitors.member(other.slug(), "TREASURER");
        stranger.get("/espace/" + other.slug() + "/dons/" + gift.id())
                .expectStatus()
                .isNotFound();
        stranger.post("/espace/" + other.slug() + "/dons/" + gift.id() + "/remboursements", "montant", "50")
                .expectStatus()
                .isNotFound();
        visitors.member(association.slug(), "ACCOUNTANT")
                .post("/espace/" + association.slug() + "/dons/" + gift.id() + "/remboursements", "montant", "50")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void letsTheDonorAskAndTheTreasurerAnswer() {
        Given gift = give();
        Visitor donor = visitors.anonymous();
        String own = "/don/" + gift.token();
        assertThat(donor.page(own)).contains("Demander un remboursement");
        assertThat(donor.page(own + "/remboursement")).contains("vous rendre 50\u00A0€");
        for (int click = 0; click < 2; click++) {
            donor.post(own + "/remboursement", "motif", "Je me suis trompé de montant.")
                    .expectStatus()
                    .isSeeOther();
        }
        assertThat(donor.page(own)).contains("Votre demande de remboursement est arrivée");

        String page = "/espace/" + association.slug() + "/dons/" + gift.id();
        assertThat(treasurer.page("/espace/" + association.slug())).contains("Répondre à une demande de remboursement");
        assertThat(treasurer.page(page)).contains("Je me suis trompé de montant.");
        treasurer.post(page + "/refus", "reponse", "").expectStatus().isEqualTo(422);
        treasurer
                .post(page + "/refus", "reponse", "L’achat est déjà fait.")
                .expectStatus()
                .isSeeOther();
        UUID request = database.sql("select id from donation.refund_request where donation_id = :id")
                .bind("id", gift.id())
                .map(row -> row.get(0, UUID.class))
                .one()
                .block();
        assertThat(mails("donation.refund-asked", request)).isEqualTo(1);
        assertThat(mails("donation.refund-declined", request)).isEqualTo(1);
        assertThat(donor.page(own)).contains("L’achat est déjà fait.", "Demander un remboursement");
        assertThat(treasurer.page("/espace/" + association.slug()))
                .doesNotContain("Répondre à une demande de remboursement");
    }

    @Test
    void writesNoReturnByHandOfWhatCameThroughTheProvider() {
        Given gift = give();
        assertThat(treasurer
                        .post("/espace/" + association.slug() + "/dons/" + gift.id() + "/retours", "montant", "20")
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("id=\"e-montant\"")
                .doesNotContain("href=\"#par\"");
    }

    @Test
    void keepsTheAnswerThatIsTooLong() {
        Given gift = give();
        String page = "/espace/" + association.slug() + "/dons/" + gift.id();
        visitors.anonymous()
                .post("/don/" + gift.token() + "/remboursement", "motif", "Trop.")
                .expectStatus()
                .isSeeOther();
        String answer = "L’achat est déjà fait. ".repeat(30).strip();
        assertThat(treasurer
                        .post(page + "/refus", "reponse", answer)
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains(">" + answer + "</textarea>", "href=\"#reponse\"", "id=\"e-reponse\"");
    }

    private String body(String page, String... fields) {
        return treasurer
                .post(page + "/remboursements", fields)
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private Given give() {
        cards.give(campaign, Map.of("email", "donne@exemple.example"));
        return database.sql("select id, token, settled_by from donation.donation where campaign_id = :campaign")
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> new Given(
                        row.get("id", UUID.class), row.get("token", String.class), row.get("settled_by", UUID.class)))
                .one()
                .block();
    }

    private void tell(Record fact) {
        log.append(fact).as(transaction::transactional).block();
        pump.drain().block();
    }

    private void hearAgain(String handler) {
        database.sql("update platform.delivery set state = 'WAITING', next_at = now() where handler = :handler")
                .bind("handler", handler)
                .then()
                .block();
        pump.drain().block();
    }

    private long received() {
        return number("select received_cents from ledger.campaign_total" + of());
    }

    private long gifts() {
        return number("select gifts from ledger.campaign_total" + of());
    }

    private long balance(String account) {
        return number("select sum(cents)::bigint from ledger.entry" + of() + " and account = '" + account + "'");
    }

    private long mails(String kind, UUID about) {
        return number(
                "select count(*) from notification.mail where kind = '" + kind + "' and about like '" + about + "%'");
    }

    private String leaf(String kind) {
        return database.sql(
                        "select convert_from(bytes, 'UTF8') from transparency.leaf where campaign = :campaign and convert_from(bytes, 'UTF8') like :kind")
                .bind("campaign", campaign.campaign().id().value())
                .bind("kind", "%\"kind\":\"" + kind + "\"%")
                .map(row -> row.get(0, String.class))
                .one()
                .block();
    }

    private String of() {
        return " where campaign_id = '" + campaign.campaign().id().value() + "'";
    }

    private long number(String sql) {
        return database.sql(sql)
                .map(row -> row.get(0) == null ? 0L : ((Number) row.get(0)).longValue())
                .one()
                .defaultIfEmpty(0L)
                .block();
    }

    private record Given(UUID id, String token, UUID payment) {}
}

package org.tremplin.payment.stripe;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.Visitor;
import org.tremplin.payment.AgainstStripe;
import org.tremplin.payment.HurriedStripe;
import org.tremplin.payment.checkout.Provider;

/** The real provider code against a Stripe that has its limits; a hundred sessions a second may be started. */
public abstract class BehindALine extends AgainstStripe {

    protected static final HurriedStripe HURRIED = new HurriedStripe();

    @Autowired
    private Provider provider;

    @DynamicPropertySource
    static void hurriedStripe(DynamicPropertyRegistry settings) {
        settings.add("test.stripe", HURRIED::baseUrl);
        settings.add("test.stripe-patience", () -> "60s");
        settings.add("tremplin.payment.session-starts-per-second", () -> "100");
    }

    @BeforeEach
    void startAnew() {
        HURRIED.reset();
        sql("truncate payment.start_line");
        sql("truncate payment.start_bucket");
        forgetFaults();
    }

    /** As after a while in which nobody asked. */
    protected void forgetFaults() {
        ((StripeProvider) provider).forgetFaults();
    }

    /** Nobody may start: who comes now waits in line. */
    protected void closeTheDoor() {
        sql("""
                insert into payment.start_bucket (provider, account, tokens, filled_at, closed_until)
                values ('stripe', '', 0, now(), now() + interval '1 day')
                on conflict (provider, account) do update set closed_until = excluded.closed_until
                """);
    }

    protected void openTheDoor() {
        sql("update payment.start_bucket set closed_until = null, filled_at = now() - interval '1 minute'");
    }

    /** Gives and waits; gives the address of the waiting page. */
    protected String queue(String amount, String key) {
        String page = locationOf(give(amount, key));
        org.assertj.core.api.Assertions.assertThat(page).matches("/don/[^/]+/attente");
        return page;
    }

    protected String locationOf(WebTestClient.ResponseSpec answer) {
        return String.valueOf(Visitor.next(answer));
    }

    /** The page as text, its blanks plain. */
    protected String page(String path) {
        return plain(donor.page(path));
    }

    protected static String plain(String page) {
        return page.replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    protected static String key() {
        return "line-key-" + UUID.randomUUID();
    }

    protected long donations() {
        return number("select count(*) from donation.donation where campaign_id = :campaign");
    }

    /** Mails to finish a gift of this campaign later. */
    protected long laterMails() {
        return number("""
                select count(*) from notification.mail where kind = 'donation.finish_later' and about in
                  (select id::text from donation.donation where campaign_id = :campaign)
                """);
    }

    /** Payments in line, the head first. */
    protected List<UUID> line() {
        return database.sql("select payment_id from payment.start_line where state = 'WAITING' order by arrival")
                .map(row -> row.get(0, UUID.class))
                .all()
                .collectList()
                .block();
    }

    protected void sql(String statement) {
        database.sql(statement).then().block();
    }
}

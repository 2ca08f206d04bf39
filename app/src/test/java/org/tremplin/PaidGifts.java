package org.tremplin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.payment.FeeKnown;
import org.tremplin.payment.PaymentSucceeded;
import org.tremplin.platform.event.EventLog;
import org.tremplin.platform.persistence.Ids;

/** Many gifts quickly: each as the form would have left it, then the facts of its payment; the pump does the rest. */
@TestComponent
public class PaidGifts {

    /** @param payment that pays it */
    public record Gift(UUID id, UUID payment, String token, long cents) {}

    @Autowired
    DatabaseClient database;

    @Autowired
    EventLog log;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    Ids ids;

    @Autowired
    TestClock clock;

    /** @param line that the donor chose */
    public Gift pay(PublishedCampaign campaign, @Nullable UUID line, long cents) {
        Gift gift = begin(campaign, line, cents);
        tell(new PaymentSucceeded(gift.payment(), gift.id(), cents, "EUR", clock.instant()));
        return gift;
    }

    public void fee(Gift gift, long cents) {
        tell(new FeeKnown(gift.payment(), gift.id(), cents, "EUR", clock.instant()));
    }

    public void tell(Record fact) {
        log.append(fact).as(transaction::transactional).block();
    }

    private Gift begin(PublishedCampaign campaign, @Nullable UUID line, long cents) {
        UUID id = ids.next();
        Gift gift = new Gift(id, ids.next(), "gift-" + id, cents);
        DatabaseClient.GenericExecuteSpec insert = database.sql("""
                insert into donation.donation (id, campaign_id, association_id, edition, state, cents, currency, line_id,
                  language, email, first_name, last_name, public_name, receipt, company, news, objection, covers_fees,
                  token, once_key, payment_id, created_at, changed_at)
                values (:id, :campaign, :association, :edition, 'STARTED', :cents, 'EUR', :line, 'fr',
                  'donne@exemple.example', 'Ana', 'Essai', false, false, false, false, false, false, :token, :token,
                  :payment, :now, :now)
                """)
                .bind("id", id)
                .bind("campaign", campaign.campaign().id().value())
                .bind("association", campaign.campaign().association().value())
                .bind("edition", campaign.edition().number())
                .bind("cents", cents)
                .bind("token", gift.token())
                .bind("payment", gift.payment())
                .bind("now", clock.instant());
        (line == null ? insert.bindNull("line", UUID.class) : insert.bind("line", line))
                .then()
                .block();
        return gift;
    }
}

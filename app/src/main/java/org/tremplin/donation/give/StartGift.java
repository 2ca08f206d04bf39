package org.tremplin.donation.give;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.payment.Checkout;
import org.tremplin.payment.PaymentState;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/**
 * Starts a gift: the gift and its payment are stored, then the provider is called outside any transaction. The same
 * form sent again finds the same gift; a changed one replaces its payment (money.md, Starting a gift).
 */
@Component
class StartGift {

    private static final String EURO = "EUR";

    private final Donations donations;
    private final Checkout checkout;
    private final TransactionalOperator transaction;
    private final TremplinSettings settings;
    private final MessageSource messages;

    StartGift(
            Donations donations,
            Checkout checkout,
            TransactionalOperator transaction,
            TremplinSettings settings,
            MessageSource messages) {
        this.donations = donations;
        this.checkout = checkout;
        this.transaction = transaction;
        this.settings = settings;
        this.messages = messages;
    }

    Mono<Given> start(PublishedCampaign to, Association association, NewGift gift, String key) {
        UUID campaign = to.campaign().id().value();
        return donations
                .findByKey(campaign, key, gift)
                .switchIfEmpty(Mono.defer(() -> begin(to, key, gift)
                        .onErrorResume(
                                DuplicateKeyException.class, faster -> donations.findByKey(campaign, key, gift))))
                .flatMap(started -> !started.unpaid()
                        ? Mono.just(new Given.AlreadyPaid(started.token()))
                        : started.same() ? pay(to, association, started) : change(to, association, started, gift));
    }

    /** Goes on with a stored gift whose payment could not be started. */
    Mono<Given> resume(PublishedCampaign to, Association association, Started started) {
        return started.unpaid() ? pay(to, association, started) : Mono.just(new Given.AlreadyPaid(started.token()));
    }

    private Mono<Started> begin(PublishedCampaign to, String key, NewGift gift) {
        return donations.insert(to, key, gift).flatMap(this::withPayment).as(transaction::transactional);
    }

    private Mono<Started> withPayment(Started started) {
        return checkout.prepare(started.id(), started.cents(), EURO)
                .flatMap(payment -> donations
                        .payBy(started.id(), payment)
                        .thenReturn(new Started(
                                started.id(),
                                started.token(),
                                started.state(),
                                started.campaign(),
                                started.association(),
                                started.cents(),
                                started.email(),
                                started.language(),
                                payment,
                                true)));
    }

    private Mono<Given> change(PublishedCampaign to, Association association, Started started, NewGift gift) {
        return closeOld(started)
                .flatMap(old -> old == PaymentState.SUCCEEDED || old == PaymentState.PENDING
                        ? Mono.<Given>just(new Given.AlreadyPaid(started.token()))
                        : replace(to, association, started, gift))
                .defaultIfEmpty(new Given.Waiting(started.token()));
    }

    private Mono<Given> replace(PublishedCampaign to, Association association, Started started, NewGift gift) {
        return donations
                .rewrite(started.id(), to, gift)
                .flatMap(open -> open ? withPayment(rewritten(started, gift)) : Mono.<Started>empty())
                .as(transaction::transactional)
                .flatMap(changed -> pay(to, association, changed))
                .defaultIfEmpty(new Given.AlreadyPaid(started.token()));
    }

    private static Started rewritten(Started started, NewGift gift) {
        return new Started(
                started.id(),
                started.token(),
                started.state(),
                started.campaign(),
                started.association(),
                gift.cents(),
                gift.email(),
                gift.language(),
                null,
                true);
    }

    private Mono<PaymentState> closeOld(Started started) {
        UUID payment = started.payment();
        return payment == null ? Mono.just(PaymentState.EXPIRED) : checkout.expire(payment);
    }

    private Mono<Given> pay(PublishedCampaign to, Association association, Started started) {
        UUID payment = started.payment();
        if (payment == null) {
            return withPayment(started)
                    .as(transaction::transactional)
                    .flatMap(prepared -> pay(to, association, prepared));
        }
        return checkout.start(payment, words(to, association, started))
                .map(tried -> tried.fold(
                        address -> new Given.ToPay(started.token(), address),
                        unreachable -> new Given.Waiting(started.token())));
    }

    private Checkout.Words words(PublishedCampaign to, Association association, Started started) {
        Language language = Language.ofCode(started.language());
        Locale locale = language.locale();
        String gift = language.to("/don/" + started.token());
        return new Checkout.Words(
                messages.getMessage("give.description", new Object[] {to.plan().title(), association.name()}, locale),
                started.email(),
                started.language(),
                URI.create(settings.absolute(gift + "/retour")),
                URI.create(settings.absolute(language.to("/c/" + to.campaign().slug() + "/don"))),
                association.statement());
    }
}

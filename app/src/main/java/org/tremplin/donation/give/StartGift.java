package org.tremplin.donation.give;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.association.Means;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.DonationState;
import org.tremplin.donation.offline.Promises;
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

    /** How often a payment may turn out to be over while it is started: other tabs of the same donor. */
    private static final int TRIES = 3;

    private final Donations donations;
    private final Checkout checkout;
    private final Promises promises;
    private final LaterMails mails;
    private final TransactionalOperator transaction;
    private final TremplinSettings settings;
    private final MessageSource messages;
    private final boolean waits;

    @Autowired
    StartGift(
            Donations donations,
            Checkout checkout,
            Promises promises,
            LaterMails mails,
            TransactionalOperator transaction,
            TremplinSettings settings,
            MessageSource messages) {
        this(donations, checkout, promises, mails, transaction, settings, messages, true);
    }

    private StartGift(
            Donations donations,
            Checkout checkout,
            Promises promises,
            LaterMails mails,
            TransactionalOperator transaction,
            TremplinSettings settings,
            MessageSource messages,
            boolean waits) {
        this.donations = donations;
        this.checkout = checkout;
        this.promises = promises;
        this.mails = mails;
        this.transaction = transaction;
        this.settings = settings;
        this.messages = messages;
        this.waits = waits;
    }

    /** The same for gifts that nobody makes before a browser: they wait in no line. */
    StartGift pastTheLine() {
        return new StartGift(donations, checkout, promises, mails, transaction, settings, messages, false);
    }

    Mono<Given> start(PublishedCampaign to, Association association, NewGift gift, String key) {
        return start(to, association, gift, key, TRIES);
    }

    private Mono<Given> start(PublishedCampaign to, Association association, NewGift gift, String key, int tries) {
        UUID campaign = to.campaign().id().value();
        return donations
                .findByKey(campaign, key, gift)
                .switchIfEmpty(Mono.defer(() -> begin(to, key, gift)
                        .onErrorResume(
                                DuplicateKeyException.class, faster -> donations.findByKey(campaign, key, gift))))
                .flatMap(started -> started.same() || !started.unpaid() && !started.promised()
                        ? resume(to, association, started)
                        : started.promised() ? withdraw(started) : change(to, association, started, gift))
                // it ran out under our hands, and its key is free: the same form begins a new gift
                .switchIfEmpty(Mono.defer(() -> tries == 0
                        ? Mono.error(new IllegalStateException("Every gift of this form ran out while it was started"))
                        : start(to, association, gift, key, tries - 1)));
    }

    /** Goes on with a stored gift; empty when it turns out to be abandoned. */
    Mono<Given> resume(PublishedCampaign to, Association association, Started started) {
        return started.unpaid()
                ? pay(to, association, started, TRIES)
                : Mono.just(
                        started.promised()
                                ? new Given.Promised(started.token())
                                : new Given.AlreadyPaid(started.token()));
    }

    /** The donor says something else than what was announced: that is given up, and its form begins anew. */
    private Mono<Given> withdraw(Started promised) {
        return promises.withdraw(promised.id())
                .as(transaction::transactional)
                .flatMap(gone -> gone ? Mono.<Given>empty() : Mono.just(new Given.AlreadyPaid(promised.token())));
    }

    private Mono<Started> begin(PublishedCampaign to, String key, NewGift gift) {
        return donations.insert(to, key, gift).flatMap(this::withPayment).as(transaction::transactional);
    }

    /** A payment to start, or a promise to wait for. */
    private Mono<Started> withPayment(Started started) {
        if (!started.means().atProvider()) {
            return promises.make(started.id(), started.association(), started.means())
                    .thenReturn(started);
        }
        return checkout.prepare(started.id(), started.cents(), EURO)
                .flatMap(payment -> donations.payBy(started.id(), payment).thenReturn(started.with(payment)));
    }

    /**
     * The donor said something else before paying, unless the money is there already. The old session takes no money any
     * more before the stored gift says anything new; while the provider cannot close it, nothing changes. Empty when the
     * gift turns out to be abandoned.
     */
    private Mono<Given> change(PublishedCampaign to, Association association, Started started, NewGift gift) {
        return closed(started).flatMap(old -> {
            if (old.paid()) {
                return Mono.just(new Given.AlreadyPaid(started.token()));
            }
            return old == PaymentState.OPEN
                    ? Mono.just(new Given.Unchanged(started.token(), started.cents(), gift.cents()))
                    : rewrite(to, association, started, gift);
        });
    }

    private Mono<Given> rewrite(PublishedCampaign to, Association association, Started started, NewGift gift) {
        return donations
                .rewrite(started.id(), to, gift)
                .flatMap(open -> open ? withPayment(started.rewritten(gift)) : Mono.<Started>empty())
                .as(transaction::transactional)
                .flatMap(changed -> pay(to, association, changed, TRIES))
                .switchIfEmpty(Mono.defer(() -> donations
                        .findByToken(started.token())
                        .filter(now -> now.state() != DonationState.ABANDONED)
                        .map(now -> new Given.AlreadyPaid(now.token()))));
    }

    /** What was checked out is not to be closed, so the provider is asked first. */
    private Mono<PaymentState> closed(Started started) {
        UUID payment = started.payment();
        return payment == null
                ? Mono.just(PaymentState.EXPIRED)
                : checkout.refresh(payment).flatMap(state -> state.paid() ? Mono.just(state) : checkout.close(payment));
    }

    private Mono<Given> pay(PublishedCampaign to, Association association, Started started, int tries) {
        if (!started.means().atProvider()) {
            return Mono.just(new Given.Promised(started.token()));
        }
        UUID payment = started.payment();
        return payment == null
                ? again(to, association, started, tries)
                : begin(payment, words(to, association, started))
                        .flatMap(tried -> tried.fold(new Checkout.Started.Cases<Mono<Given>>(
                                address -> Mono.just(new Given.ToPay(started.token(), address)),
                                state -> state.paid()
                                        ? Mono.just(new Given.AlreadyPaid(started.token()))
                                        : again(to, association, started, tries),
                                () -> later(started).map(mailed -> Given.Waiting.away(started, mailed)),
                                () -> later(started)
                                        .map(mailed -> new Given.Refused(started.token(), started.cents(), mailed)),
                                () -> Mono.just(new Given.InLine(started.token())),
                                () -> later(started).map(mailed -> Given.Waiting.full(started, mailed)))));
    }

    private Mono<Checkout.Started> begin(UUID payment, Checkout.Words words) {
        return waits ? checkout.start(payment, words) : checkout.startPastTheLine(payment, words);
    }

    private Mono<Boolean> later(Started started) {
        return mails.queue(started.id()).as(transaction::transactional);
    }

    /** The payment is over: goes on with the one that took its place, else with a new one. */
    private Mono<Given> again(PublishedCampaign to, Association association, Started over, int tries) {
        if (tries == 0) {
            return later(over).map(mailed -> Given.Waiting.away(over, mailed));
        }
        UUID last = over.payment();
        return (last == null ? Mono.just(false) : checkout.spent(last))
                // its page was closed for its many refused cards: only a form begins anew, for forms are counted
                .flatMap(spent -> spent
                        ? Mono.<Given>just(new Given.Refused(over.token(), over.cents(), false))
                        : anew(to, association, over, tries));
    }

    private Mono<Given> anew(PublishedCampaign to, Association association, Started over, int tries) {
        return donations
                .lock(over.id())
                .flatMap(now -> now.unpaid() && Objects.equals(now.payment(), over.payment())
                        ? withPayment(now)
                        : Mono.just(now))
                .as(transaction::transactional)
                .filter(now -> now.state() != DonationState.ABANDONED)
                .flatMap(now -> now.unpaid()
                        ? pay(to, association, now, tries - 1)
                        : Mono.just(new Given.AlreadyPaid(now.token())));
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
                URI.create(settings.absolute(language.to("/c/" + to.campaign().slug() + "/don" + LeftGifts.QUERY))),
                started.means() == Means.DEBIT);
    }
}

package org.tremplin.donation.refund;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.money.MoneyText;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.payment.Refunds;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** Gives a gift back, whole or in part, and answers donors who ask for it. */
@Component
class Refunding {

    private final Refunds refunds;
    private final RefundRequests requests;
    private final TeamMails team;
    private final Mails mails;
    private final Audit audit;
    private final TransactionalOperator transaction;

    Refunding(
            Refunds refunds,
            RefundRequests requests,
            TeamMails team,
            Mails mails,
            Audit audit,
            TransactionalOperator transaction) {
        this.refunds = refunds;
        this.requests = requests;
        this.team = team;
        this.mails = mails;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @param key of the form: sent twice, it is one refund */
    Mono<Refunds.Asked> refund(ReversedGift gift, String key, long cents, UUID by) {
        UUID payment = gift.settledBy();
        if (payment == null) {
            return Mono.just(new Refunds.NotPaid());
        }
        UUID operation = UUID.nameUUIDFromBytes((payment + " " + key).getBytes(StandardCharsets.UTF_8));
        return refunds.ask(payment, operation, cents)
                .flatMap(asked -> asked.fold(
                                accepted -> requests.grant(gift.id(), by)
                                        .then(audit.noteOnce(
                                                "donation.refund-asked",
                                                by,
                                                gift.association(),
                                                gift.id() + " " + operation)),
                                left -> Mono.<Void>empty(),
                                Mono::<Void>empty)
                        .thenReturn(asked))
                .as(transaction::transactional);
    }

    /** Tells the treasurer, once for each request. */
    Mono<Void> ask(ReversedGift gift, Association association, String reason) {
        return requests.open(gift.id(), reason)
                .flatMap(request -> team.queue(
                        gift.association(),
                        "donation.refund-asked",
                        request,
                        "refund-asked",
                        language -> Map.of(
                                "association", association.name(),
                                "amount", MoneyText.brief(gift.cents() - gift.goneCents(), language.locale()),
                                "page", "/espace/" + association.slug() + "/dons/" + gift.id())))
                .as(transaction::transactional);
    }

    Mono<Void> decline(ReversedGift gift, Association association, String answer, UUID by) {
        Language language = Language.ofCode(gift.language());
        return requests.decline(gift.id(), answer, by)
                .flatMap(request -> mails.queue(Mail.of(
                                "donation.refund-declined",
                                request,
                                gift.email(),
                                language,
                                "refund-declined",
                                Map.of(
                                        "name", gift.firstName(),
                                        "association", association.name(),
                                        "amount", MoneyText.brief(gift.cents() - gift.goneCents(), language.locale()),
                                        "answer", answer,
                                        "gift", language.to("/don/" + gift.token()))))
                        .then(audit.note("donation.refund-declined", by, gift.association(), gift.id())))
                .as(transaction::transactional);
    }
}

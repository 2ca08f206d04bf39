package org.tremplin.site.gift;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Means;
import org.tremplin.association.Payee;
import org.tremplin.association.Payees;
import org.tremplin.donation.DonationState;
import org.tremplin.donation.Gift;
import org.tremplin.donation.Gifts;
import org.tremplin.donation.Promise;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;
import org.tremplin.site.campaign.QrCode;
import reactor.core.publisher.Mono;

/** How a gift that was announced is sent, by transfer or cheque. */
@Component
class Sendings {

    private final Gifts gifts;
    private final Payees payees;

    Sendings(Gifts gifts, Payees payees) {
        this.gifts = gifts;
        this.payees = payees;
    }

    /** Empty for a gift that is not awaited. */
    Mono<GiftPage.Sending> of(Gift gift, Locale locale) {
        return gift.means().atProvider() || gift.state() != DonationState.PENDING
                ? Mono.empty()
                : Mono.zip(
                        gifts.promise(gift.id()),
                        payees.of(new AssociationId(gift.association())),
                        (promise, payee) -> sending(gift, promise, payee, locale));
    }

    private static GiftPage.Sending sending(Gift gift, Promise promise, Payee payee, Locale locale) {
        Payee.Transfer transfer = promise.means() == Means.TRANSFER ? payee.transfer() : null;
        return new GiftPage.Sending(
                MoneyText.exact(gift.cents(), locale),
                promise.referenceText(),
                DayText.text(promise.expiresOn(), locale),
                transfer,
                promise.means() == Means.CHEQUE ? payee.cheque() : null,
                transfer == null
                        ? null
                        : QrCode.svg(TransferCode.text(transfer, gift.cents(), promise.referenceText())));
    }
}

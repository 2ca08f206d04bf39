package org.tremplin.payment.checkout;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.platform.alarm.Alarms;
import reactor.core.publisher.Mono;

/** What a person must hear of when the provider tells of a payment that is not as we know it. */
@Component
public class PaymentAlarms {

    private final Alarms alarms;

    PaymentAlarms(Alarms alarms) {
        this.alarms = alarms;
    }

    public Mono<Void> unknown(UUID payment) {
        return unknown(payment.toString());
    }

    /** @param subject the id of the payment or, where it is missing, of the charge */
    public Mono<Void> unknown(String subject) {
        return alarms.raise(
                "payment.unknown",
                subject,
                "The provider tells of a payment of this instance that is not in its database",
                "Look it up at the provider; was a backup restored?");
    }

    public Mono<Void> stranger(String instance) {
        return alarms.raise(
                "webhook.other_instance",
                instance,
                "Events of another instance of Tremplin arrive here; they are kept and not treated",
                "Is a copy of this site using the same keys? Give each its own endpoint");
    }

    public Mono<Void> amountDiffers(Payment payment, Provider.ToldMoney told) {
        return alarms.raise(
                "payment.amount_differs",
                payment.id().toString(),
                "The provider tells of %d %s, this payment is of %d %s: it is not settled"
                        .formatted(told.cents(), told.currency(), payment.cents(), payment.currency()),
                "Compare both at the provider; give the money back there if nobody meant to pay that");
    }
}

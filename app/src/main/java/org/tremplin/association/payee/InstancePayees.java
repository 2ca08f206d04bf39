package org.tremplin.association.payee;

import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Payees;
import org.tremplin.payment.Checkout;
import reactor.core.publisher.Mono;

/** In demo and single mode every association here is paid through the one provider of the instance. */
@Component
class InstancePayees implements Payees {

    private final Checkout checkout;

    InstancePayees(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Mono<Boolean> accepts(AssociationId association) {
        return Mono.just(checkout.available());
    }
}

package org.tremplin.donation.refund;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tremplin.payment.DisputeLost;
import org.tremplin.payment.DisputeMoved;
import org.tremplin.payment.DisputeOpened;
import org.tremplin.payment.DisputeWon;
import org.tremplin.payment.RefundReturned;
import org.tremplin.payment.RefundTaken;

/** What the books hear of refunds and disputes. */
@Configuration(proxyBeanMethods = false)
class MovementHandlers {

    /** A refund left the balance: the gift is so much less. */
    @Bean
    OnMovement<RefundTaken> onRefundTaken(BookMovements books) {
        return new OnMovement<>("donation.refund.taken", RefundTaken.class, books::taken);
    }

    /** A refund came back from the bank of the donor: the gift is whole again. */
    @Bean
    OnMovement<RefundReturned> onRefundReturned(BookMovements books) {
        return new OnMovement<>("donation.refund.returned", RefundReturned.class, books::returned);
    }

    /** A bank took money back until a dispute is decided: held apart, the gift still counts. */
    @Bean
    OnMovement<DisputeOpened> onDisputeOpened(BookMovements books) {
        return new OnMovement<>("donation.dispute.opened", DisputeOpened.class, books::opened);
    }

    /** A dispute was won: what it held is in the balance again. */
    @Bean
    OnMovement<DisputeWon> onDisputeWon(BookMovements books) {
        return new OnMovement<>("donation.dispute.won", DisputeWon.class, books::won);
    }

    /** A dispute was lost: what it held is gone. */
    @Bean
    OnMovement<DisputeLost> onDisputeLost(BookMovements books) {
        return new OnMovement<>("donation.dispute.lost", DisputeLost.class, books::lost);
    }

    /** A dispute moved money again, or what was lost is not. */
    @Bean
    OnMovement<DisputeMoved> onDisputeMoved(BookMovements books) {
        return new OnMovement<>("donation.dispute.moved", DisputeMoved.class, books::moved);
    }
}

package org.tremplin.donation.refund;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.donation.DonationState;
import org.tremplin.payment.Refunds;
import org.tremplin.platform.audit.Audit;
import reactor.core.publisher.Mono;

/** Takes gifts back whose money never was at the provider: a cheque the bank refused, money given back by hand. */
@Component
public class HandReturns {

    private final ReversedGifts gifts;
    private final RefundRequests requests;
    private final BookMovements movements;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    HandReturns(
            ReversedGifts gifts,
            RefundRequests requests,
            BookMovements movements,
            Audit audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.gifts = gifts;
        this.requests = requests;
        this.movements = movements;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes the whole gift off the books in the caller's transaction.
     *
     * @param account where the cheque stood
     * @return false when a part of it was given back before: then a person has to decide
     */
    public Mono<Boolean> reject(UUID donation, UUID payment, Instant at, String account) {
        return gifts.lock(List.of(donation), List.of())
                .map(rows -> rows.get(0))
                .filter(gift -> gift.state() == DonationState.SETTLED && gift.goneCents() == 0)
                .flatMap(gift -> movements
                        .book(List.of(Movement.rejected(gift, payment, at, account)))
                        .thenReturn(true))
                .defaultIfEmpty(false);
    }

    /** @param operation the same one again is the same money, whatever the amount */
    Mono<Refunds.Asked> giveBack(ReversedGift gift, UUID operation, long cents, String account, UUID by) {
        return gifts.lock(List.of(gift.id()), List.of())
                .map(rows -> rows.get(0))
                .flatMap(now -> gifts.booked(operation, "handed").flatMap(before -> {
                    UUID payment = now.settledBy();
                    if (before) {
                        return Mono.<Refunds.Asked>just(new Refunds.Accepted(operation));
                    }
                    if (payment == null || now.state() != DonationState.SETTLED) {
                        return Mono.<Refunds.Asked>just(new Refunds.NotPaid());
                    }
                    long left = now.cents() - now.goneCents();
                    return cents > left
                            ? Mono.<Refunds.Asked>just(new Refunds.TooMuch(left))
                            : movements
                                    .book(List.of(Movement.returned(
                                            now, payment, operation, cents, clock.instant(), account)))
                                    .then(requests.grant(now.id(), by))
                                    .then(audit.note("donation.handed-back", by, now.association(), now.id()))
                                    .thenReturn(new Refunds.Accepted(operation));
                }))
                .as(transaction::transactional);
    }
}

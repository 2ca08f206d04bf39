package org.tremplin.donation.refund;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.donation.DonationReversed;
import org.tremplin.donation.FeeAdjusted;
import org.tremplin.ledger.Ledger;
import org.tremplin.ledger.Posting;
import org.tremplin.payment.DisputeLost;
import org.tremplin.payment.DisputeMoved;
import org.tremplin.payment.DisputeOpened;
import org.tremplin.payment.DisputeWon;
import org.tremplin.payment.RefundReturned;
import org.tremplin.payment.RefundTaken;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.platform.event.EventLog;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Books refunds and disputes: in the transaction of the batch, the ledger's entries, the rows of what left, the facts
 * of it and the mails. A movement heard before its gift is settled, or before the one it undoes, fails and is heard again.
 */
@Component
public class BookMovements {

    private final ReversedGifts gifts;
    private final Associations associations;
    private final Campaigns campaigns;
    private final Ledger ledger;
    private final EventLog log;
    private final Alarms alarms;
    private final MoneyBackMails mails;

    BookMovements(
            ReversedGifts gifts,
            Associations associations,
            Campaigns campaigns,
            Ledger ledger,
            EventLog log,
            Alarms alarms,
            MoneyBackMails mails) {
        this.gifts = gifts;
        this.associations = associations;
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.log = log;
        this.alarms = alarms;
        this.mails = mails;
    }

    public Mono<Void> taken(List<RefundTaken> facts) {
        return book(facts.stream().map(Movement::of).toList());
    }

    public Mono<Void> returned(List<RefundReturned> facts) {
        return book(facts.stream().map(Movement::of).toList());
    }

    public Mono<Void> opened(List<DisputeOpened> facts) {
        return book(facts.stream().map(Movement::of).toList());
    }

    public Mono<Void> won(List<DisputeWon> facts) {
        return book(facts.stream().map(Movement::of).toList());
    }

    public Mono<Void> lost(List<DisputeLost> facts) {
        return book(facts.stream().map(Movement::of).toList());
    }

    public Mono<Void> moved(List<DisputeMoved> facts) {
        return book(facts.stream().flatMap(Movement::of).toList());
    }

    Mono<Void> book(List<Movement> movements) {
        List<UUID> subjects = movements.stream().map(Movement::subject).toList();
        List<UUID> payments = movements.stream().map(Movement::payment).toList();
        return gifts.lock(subjects, payments).flatMap(rows -> {
            Batch batch = new Batch(rows);
            return Flux.fromIterable(movements)
                    .concatMap(movement -> batch.of(movement) != null
                            ? gifts.claim(movement).flatMap(fresh -> fresh ? add(movement, batch) : Mono.empty())
                            : batch.subjects.contains(movement.subject())
                                    ? Mono.error(new IllegalStateException(
                                            "The gift of payment " + movement.payment() + " is not settled yet"))
                                    : withoutDonation(movement))
                    .then(Mono.defer(() -> ledger.post(batch.postings)))
                    .then(Mono.defer(() -> log.append(batch.facts)));
        });
    }

    private Mono<Void> add(Movement movement, Batch batch) {
        ReversedGift gift = Objects.requireNonNull(batch.of(movement));
        return Mono.zip(association(gift), costs(gift)).flatMap(read -> {
            LocalDate day = movement.at().atZone(read.getT1().zone()).toLocalDate();
            ReversedGift after = batch.apply(gift, movement);
            if (movement.moves()) {
                batch.postings.add(movement.posting(gift, read.getT2(), day, label(gift, after)));
            }
            batch.tell(movement, gift, day);
            return note(movement, gift, day).then(mails.queue(movement, gift, read.getT1(), day));
        });
    }

    private Mono<Void> note(Movement movement, ReversedGift gift, LocalDate day) {
        if (movement.goneCents() > 0) {
            return gifts.note(movement, gift.id(), day);
        }
        return movement.goneCents() == 0
                ? Mono.empty()
                : gifts.undo(movement, day)
                        .filter(undone -> undone)
                        .switchIfEmpty(Mono.error(() ->
                                new IllegalStateException("What " + movement.source() + " undoes is not booked yet")))
                        .then();
    }

    private static String label(ReversedGift before, ReversedGift after) {
        boolean goneBefore = before.goneCents() >= before.cents();
        boolean goneAfter = after.goneCents() >= after.cents();
        if (goneBefore == goneAfter) {
            return "reversal";
        }
        return goneAfter ? Posting.GIFT_GONE : Posting.GIFT_BACK;
    }

    private Mono<Association> association(ReversedGift gift) {
        return associations
                .find(new AssociationId(gift.association()))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("The association of gift " + gift.id())));
    }

    private Mono<UUID> costs(ReversedGift gift) {
        return campaigns
                .findEdition(new CampaignId(gift.campaign()), gift.edition())
                .flatMapIterable(edition -> edition.plan().lines())
                .filter(Plan.BudgetLine::collectionCosts)
                .next()
                .map(Plan.BudgetLine::id)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("The edition of gift " + gift.id())));
    }

    private Mono<Void> withoutDonation(Movement movement) {
        return alarms.raise(
                "payment.without_donation",
                movement.payment().toString(),
                "Money left that belongs to no gift of this instance",
                "Look the payment up at the provider and enter it by hand");
    }

    /** One batch: several movements may concern one gift. */
    private static final class Batch {

        final Set<UUID> subjects;
        final List<Posting> postings = new ArrayList<>();
        final List<Record> facts = new ArrayList<>();
        private final Map<UUID, ReversedGift> byPayment = new HashMap<>();

        Batch(List<ReversedGift> gifts) {
            subjects = gifts.stream().map(ReversedGift::id).collect(Collectors.toSet());
            for (ReversedGift gift : gifts) {
                UUID payment = gift.settledBy();
                if (payment != null) {
                    byPayment.put(payment, gift);
                }
            }
        }

        @Nullable
        ReversedGift of(Movement movement) {
            return byPayment.get(movement.payment());
        }

        ReversedGift apply(ReversedGift gift, Movement movement) {
            ReversedGift after = gift.gone(movement.goneCents());
            byPayment.put(movement.payment(), after);
            return after;
        }

        void tell(Movement movement, ReversedGift gift, LocalDate day) {
            if (movement.goneCents() != 0) {
                facts.add(new DonationReversed(
                        movement.source(),
                        movement.goneCents() < 0,
                        gift.id(),
                        gift.campaign(),
                        gift.association(),
                        Math.abs(movement.goneCents()),
                        movement.currency(),
                        gift.line(),
                        day));
            }
            if (movement.feeCents() != 0) {
                facts.add(new FeeAdjusted(
                        movement.source(),
                        movement.purpose(),
                        gift.id(),
                        gift.campaign(),
                        gift.association(),
                        movement.feeCents(),
                        movement.currency(),
                        day));
            }
        }
    }
}

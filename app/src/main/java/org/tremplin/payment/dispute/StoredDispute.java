package org.tremplin.payment.dispute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tremplin.payment.DisputeLost;
import org.tremplin.payment.DisputeMoved;
import org.tremplin.payment.DisputeOpened;
import org.tremplin.payment.DisputeState;
import org.tremplin.payment.DisputeWon;
import org.tremplin.payment.checkout.Provider.Movement;
import org.tremplin.payment.checkout.Provider.ToldDispute;

/**
 * A dispute as it is kept. Its three instants remember which facts were told of it; what moves our balance is the
 * movements, never the state. What the three facts do not tell is told as further movements.
 */
record StoredDispute(
        UUID id,
        UUID payment,
        DisputeState state,
        long cents,
        String currency,
        @Nullable String reason,
        Part withdrawn,
        Part reinstated,
        long lostCents,
        @Nullable Instant lostAt,
        Again again) {

    /**
     * What went one way, and the fee that went with it.
     *
     * @param at none as long as nothing did
     */
    record Part(long cents, long feeCents, @Nullable Instant at) {}

    /**
     * What came besides, in sum.
     *
     * @param withdrawnCents by further movements, negative when more came back; their fees are told, not kept
     * @param goneCents what counts as lost now, of the dispute in all
     * @param loss what told of that loss, none when nothing is lost
     * @param movements of our balance that were heard of, how many
     * @param heard the provider's ids of them; of rows from before ids were kept there may be fewer
     */
    record Again(
            long withdrawnCents, long goneCents, @Nullable UUID loss, int movements, List<String> heard) {

        private Again heard(Movement movement) {
            return new Again(withdrawnCents, goneCents, loss, movements + 1, with(movement));
        }

        /** One that was heard of before its id was kept. */
        private Again named(Movement movement) {
            return new Again(withdrawnCents, goneCents, loss, movements, with(movement));
        }

        private Again moved(Movement movement) {
            return new Again(withdrawnCents - movement.cents(), goneCents, loss, movements, heard);
        }

        private Again lost(long cents, @Nullable UUID by) {
            return new Again(withdrawnCents, cents, by, movements, heard);
        }

        private List<String> with(Movement movement) {
            return Stream.concat(heard.stream(), Stream.of(movement.id())).toList();
        }
    }

    /** What a word of the provider changed. */
    record Heard(StoredDispute dispute, List<Record> news) {}

    /**
     * This dispute after the provider's word and what became known with it, in the order in which it happened; the same
     * one when it is old news. Each movement is told alone, so that it does not matter how many were read at once. They
     * are known by their ids: two of them may be of the same second.
     *
     * @param ids of further movements
     */
    Heard hear(ToldDispute told, UUID subject, Supplier<UUID> ids, Instant now) {
        List<Movement> movements = told.movements().stream()
                .sorted(Comparator.comparing(Movement::at).thenComparing(Movement::cents))
                .toList();
        List<Movement> others = movements.stream()
                .filter(movement -> !again.heard.contains(movement.id()))
                .toList();
        int unnamed = again.movements - again.heard.size();
        if (movements.size() - others.size() < again.heard.size() || others.size() < unnamed) {
            return new Heard(this, List.of());
        }
        List<Record> news = new ArrayList<>();
        StoredDispute after = words(told);
        for (Movement movement : others.subList(0, unnamed)) {
            after = after.with(withdrawn, reinstated, lostCents, lostAt, after.again.named(movement));
        }
        for (Movement movement : others.subList(unnamed, others.size())) {
            after = after.move(movement, subject, ids, news);
        }
        return new Heard(after.settle(over(told.state()), subject, ids, now, news), news);
    }

    private StoredDispute words(ToldDispute told) {
        return new StoredDispute(
                id,
                payment,
                state.canBecome(told.state()) ? told.state() : state,
                told.money().cents(),
                currency,
                told.reason(),
                withdrawn,
                reinstated,
                lostCents,
                lostAt,
                again);
    }

    private StoredDispute move(Movement movement, UUID subject, Supplier<UUID> ids, List<Record> news) {
        Instant at = movement.at();
        Part part = new Part(Math.abs(movement.cents()), movement.feeCents(), at);
        if (movement.cents() < 0 && withdrawn.at() == null) {
            news.add(new DisputeOpened(id, payment, subject, part.cents(), part.feeCents(), currency, at));
            return with(part, reinstated, lostCents, lostAt, again.heard(movement));
        }
        if (movement.cents() > 0 && withdrawn.at() != null && reinstated.at() == null) {
            news.add(new DisputeWon(id, payment, subject, part.cents(), -part.feeCents(), currency, at));
            return with(withdrawn, part, lostCents, lostAt, again.heard(movement));
        }
        if (movement.cents() != 0 || movement.feeCents() != 0) {
            news.add(new DisputeMoved(
                    ids.get(), id, payment, subject, null, 0, 0, -movement.cents(), movement.feeCents(), currency, at));
        }
        return with(
                withdrawn, reinstated, lostCents, lostAt, again.heard(movement).moved(movement));
    }

    /**
     * What is out counts as lost once the dispute is over. It stays so until its money comes back, whatever the provider
     * calls the dispute then: its words may be read out of order.
     */
    private StoredDispute settle(boolean over, UUID subject, Supplier<UUID> ids, Instant now, List<Record> news) {
        long out = Math.max(withdrawn.cents() - reinstated.cents() + again.withdrawnCents, 0);
        long gone = over ? out : Math.min(again.goneCents, out);
        if (gone == again.goneCents) {
            return this;
        }
        if (lostAt == null) {
            news.add(new DisputeLost(id, payment, subject, gone, currency, now));
            return with(withdrawn, reinstated, gone, now, again.lost(gone, id));
        }
        UUID loss = ids.get();
        news.add(new DisputeMoved(loss, id, payment, subject, again.loss, again.goneCents, gone, 0, 0, currency, now));
        return with(withdrawn, reinstated, lostCents, lostAt, again.lost(gone, gone == 0 ? null : loss));
    }

    private StoredDispute with(Part out, Part in, long lost, @Nullable Instant at, Again more) {
        return new StoredDispute(id, payment, state, cents, currency, reason, out, in, lost, at, more);
    }

    /** Won is not here: its money comes back, maybe a little later. */
    private static boolean over(DisputeState state) {
        return state == DisputeState.LOST || state == DisputeState.PREVENTED || state == DisputeState.CLOSED;
    }
}

package org.tremplin.payment.dispute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.payment.DisputeLost;
import org.tremplin.payment.DisputeOpened;
import org.tremplin.payment.DisputeState;
import org.tremplin.payment.DisputeWon;
import org.tremplin.payment.checkout.Provider.Movement;
import org.tremplin.payment.checkout.Provider.ToldDispute;

/**
 * A dispute as it is kept. Its three instants remember which facts were told of it; what moves our balance is the
 * movements, never the state.
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
        @Nullable Instant lostAt) {

    /**
     * What went one way, and the fee that went with it.
     *
     * @param at none as long as nothing did
     */
    record Part(long cents, long feeCents, @Nullable Instant at) {

        static final Part NONE = new Part(0, 0, null);

        private static Part sum(List<Movement> movements) {
            return movements.isEmpty()
                    ? NONE
                    : new Part(
                            Math.abs(movements.stream()
                                    .mapToLong(Movement::cents)
                                    .sum()),
                            movements.stream().mapToLong(Movement::feeCents).sum(),
                            movements.get(0).at());
        }
    }

    /** This dispute after the provider's word, the same one when it is old news. */
    StoredDispute told(ToldDispute told, Instant now) {
        Part out = withdrawn.at() == null ? Part.sum(moved(told, -1)) : withdrawn;
        Part in = reinstated.at() == null && out.at() != null ? Part.sum(moved(told, 1)) : reinstated;
        long gone = Math.max(out.cents() - in.cents(), 0);
        boolean lost = lostAt == null && gone > 0 && over(told.state());
        return new StoredDispute(
                id,
                payment,
                state.canBecome(told.state()) ? told.state() : state,
                told.money().cents(),
                currency,
                told.reason(),
                out,
                in,
                lost ? gone : lostCents,
                lost ? now : lostAt);
    }

    /** What became known with this word, in the order in which it happened. */
    List<Record> news(StoredDispute before, UUID subject) {
        List<Record> news = new ArrayList<>();
        Instant out = withdrawn.at();
        if (out != null && before.withdrawn.at() == null) {
            news.add(new DisputeOpened(id, payment, subject, withdrawn.cents(), withdrawn.feeCents(), currency, out));
        }
        Instant in = reinstated.at();
        if (in != null && before.reinstated.at() == null) {
            news.add(new DisputeWon(id, payment, subject, reinstated.cents(), -reinstated.feeCents(), currency, in));
        }
        if (lostAt != null && before.lostAt == null) {
            news.add(new DisputeLost(id, payment, subject, lostCents, currency, lostAt));
        }
        return news;
    }

    /** What the provider moved besides what was told of it: it may withdraw or reinstate a second time. */
    long unheardCents(ToldDispute told) {
        long moved = told.movements().stream()
                .mapToLong(movement -> movement.cents() - movement.feeCents())
                .sum();
        return moved + withdrawn.cents() + withdrawn.feeCents() - reinstated.cents() + reinstated.feeCents();
    }

    private static List<Movement> moved(ToldDispute told, int sign) {
        return told.movements().stream()
                .filter(movement -> Long.signum(movement.cents()) == sign)
                .toList();
    }

    /** Won is not here: its money comes back, maybe a little later. */
    private static boolean over(DisputeState state) {
        return state == DisputeState.LOST || state == DisputeState.PREVENTED || state == DisputeState.CLOSED;
    }
}

package org.tremplin.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Change.What;

/** Finds what differs between two plans, for what is public of an amendment. */
final class Changed {

    private final Plan before;
    private final Plan after;
    private final List<Change> found = new ArrayList<>();

    private Changed(Plan before, Plan after) {
        this.before = before;
        this.after = after;
    }

    static List<Change> between(Plan before, Plan after) {
        return new Changed(before, after).find();
    }

    private List<Change> find() {
        pairs(before.lines(), after.lines(), Plan.BudgetLine::id)
                .forEach(line -> amount(What.LINE, line, Plan.BudgetLine::label, Plan.BudgetLine::plannedCents));
        asked();
        pairs(before.resources(), after.resources(), Plan.Resource::id)
                .forEach(one -> amount(What.RESOURCE, one, Plan.Resource::label, Plan.Resource::cents));
        pairs(before.promises(), after.promises(), Plan.Promise::id)
                .forEach(one -> day(
                        What.PROMISE,
                        one.label(Plan.Promise::what),
                        one.before() == null ? null : one.before().on(),
                        one.after() == null ? null : one.after().on()));
        day(What.OPENS, "", before.opensOn(), after.opensOn());
        day(What.CLOSES, "", before.closesOn(), after.closesOn());
        text(What.RESULT, before.definition().result(), after.definition().result());
        text(What.BELOW_GOAL, before.belowGoal(), after.belowGoal());
        text(What.ABOVE_GOAL, before.aboveGoal(), after.aboveGoal());
        return List.copyOf(found);
    }

    private void asked() {
        for (Pair<Plan.BudgetLine> line : pairs(before.lines(), after.lines(), Plan.BudgetLine::id)) {
            Plan.BudgetLine old = line.before();
            Plan.BudgetLine now = line.after();
            if (now != null) {
                long oldAsked = old == null ? 0 : old.askedCents();
                long oldPlanned = old == null ? 0 : old.plannedCents();
                if (oldAsked != now.askedCents() && now.askedCents() - oldAsked != now.plannedCents() - oldPlanned) {
                    found.add(new Change.OfAmount(What.ASKED, now.label(), oldAsked, now.askedCents()));
                }
            }
        }
    }

    private <T> void amount(What what, Pair<T> pair, Function<T, String> label, Function<T, Long> cents) {
        long old = pair.before() == null ? 0 : cents.apply(pair.before());
        long now = pair.after() == null ? 0 : cents.apply(pair.after());
        if (old != now) {
            found.add(new Change.OfAmount(what, pair.label(label), old, now));
        }
    }

    private void day(What what, String label, @Nullable LocalDate old, @Nullable LocalDate now) {
        if (!Objects.equals(old, now)) {
            found.add(new Change.OfDay(what, label, old, now));
        }
    }

    private void text(What what, String old, String now) {
        if (!old.equals(now)) {
            found.add(new Change.OfText(what, "", old, now));
        }
    }

    /** Those that are there now, in their order, then those that are no more. */
    private static <T> List<Pair<T>> pairs(List<T> before, List<T> after, Function<T, UUID> id) {
        Map<UUID, T> was = new HashMap<>();
        before.forEach(one -> was.put(id.apply(one), one));
        List<Pair<T>> pairs = new ArrayList<>();
        after.forEach(one -> pairs.add(new Pair<>(was.remove(id.apply(one)), one)));
        before.stream().filter(one -> was.containsKey(id.apply(one))).forEach(one -> pairs.add(new Pair<>(one, null)));
        return pairs;
    }

    /** At least one of them is there. */
    private record Pair<T>(@Nullable T before, @Nullable T after) {

        String label(Function<T, String> words) {
            return words.apply(after == null ? Objects.requireNonNull(before) : after);
        }
    }
}

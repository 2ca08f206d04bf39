package org.tremplin.transparency.evidence;

import static org.tremplin.transparency.evidence.WrittenEvidence.stated;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Amended;
import org.tremplin.campaign.Change;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Promised;
import org.tremplin.transparency.Evidence;

/** What was promised and what became of it, and what of the promises changed. */
final class WrittenPromises {

    private final Known known;
    private final Plan plan;

    WrittenPromises(Known known) {
        this.known = known;
        this.plan = known.published().plan();
    }

    Evidence.Telling telling() {
        return new Evidence.Telling(
                known.told().updates(),
                known.told().reports(),
                known.dayOrNone(known.told().last()),
                kept(Plan.Telling.UPDATE),
                kept(Plan.Telling.REPORT),
                known.promises().stream()
                        .filter(one -> one.promise().kind() != Plan.Telling.MILESTONE)
                        .map(WrittenPromises::promise)
                        .toList());
    }

    Evidence.Calendar calendar() {
        return new Evidence.Calendar(
                stated(plan.definition().when()),
                plan.opensOn(),
                plan.closesOn(),
                known.dayOrNone(known.published().campaign().closedAt()),
                of(Plan.Telling.MILESTONE).stream()
                        .map(WrittenPromises::promise)
                        .toList());
    }

    private Evidence.Kept kept(Plan.Telling kind) {
        List<Promised> all = of(kind);
        return new Evidence.Kept(
                all.size(),
                count(all.stream()
                        .filter(one -> one.dueOn().isBefore(known.today()))
                        .toList()),
                count(all.stream().filter(Promised::made).toList()),
                count(all.stream().filter(one -> one.days() > 0).toList()),
                all.stream().mapToLong(Promised::days).max().orElse(0));
    }

    private List<Promised> of(Plan.Telling kind) {
        return known.promises().stream()
                .filter(one -> one.promise().kind() == kind)
                .toList();
    }

    private static int count(List<Promised> some) {
        return some.size();
    }

    private static Evidence.Promise promise(Promised one) {
        return new Evidence.Promise(
                one.promise().kind(),
                one.promise().what(),
                one.promise().by(),
                one.dueOn(),
                one.madeOn(),
                one.state(),
                one.days());
    }

    static Evidence.Amendment amendment(Amended amended) {
        return new Evidence.Amendment(
                amended.number(),
                amended.at(),
                amended.role(),
                amended.reason(),
                amended.changes().stream().map(WrittenPromises::difference).toList());
    }

    private static Evidence.Difference difference(Change change) {
        if (change instanceof Change.OfAmount amount) {
            return new Evidence.Difference(amount.what(), amount.label(), amount.before(), amount.after(), null, null);
        }
        if (change instanceof Change.OfDay day) {
            return new Evidence.Difference(
                    day.what(), day.label(), null, null, written(day.before()), written(day.after()));
        }
        Change.OfText text = (Change.OfText) change;
        return new Evidence.Difference(
                text.what(), text.label(), null, null, stated(text.before()), stated(text.after()));
    }

    private static @Nullable String written(@Nullable LocalDate day) {
        return day == null ? null : Objects.toString(day);
    }
}

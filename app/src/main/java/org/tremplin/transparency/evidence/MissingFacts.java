package org.tremplin.transparency.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.Evidence.Why;

/** What a patron looks for and does not find: named, so that nobody takes it for a zero. */
final class MissingFacts {

    private final List<Evidence.Missing> missing = new ArrayList<>();

    private MissingFacts() {}

    static List<Evidence.Missing> in(
            Evidence.Project project,
            Evidence.Owner owner,
            Evidence.Budget budget,
            Evidence.Proof proof,
            Evidence.Telling telling,
            boolean remainderUnstated,
            Evidence.Calendar calendar,
            Evidence.@Nullable People people,
            Evidence.@Nullable Journal journal) {
        MissingFacts facts = new MissingFacts();
        facts.look("campaign.place", project.place(), Why.NOT_DECLARED);
        facts.look("campaign.problem", project.problem(), Why.NOT_DECLARED);
        facts.look("campaign.what", project.what(), Why.NOT_DECLARED);
        facts.look("campaign.result", project.result(), Why.NOT_DECLARED);
        facts.look("association.siren", named(owner, "siren"), Why.NOT_DECLARED);
        if (named(owner, "court") == null) {
            facts.look("association.rna", named(owner, "rna"), Why.NOT_DECLARED);
        }
        facts.look("association.receipts", owner.receipts(), Why.NOT_DECLARED);
        facts.add("association.papers", Why.NOT_HELD);
        facts.look("budget.resources", none(budget.resources()), Why.NOT_DECLARED);
        facts.look("proof.percent", proof.percent(), Why.NOTHING_YET);
        facts.look("telling.updates", promised(telling.updatesKept()), Why.NOT_DECLARED);
        facts.look("telling.reports", promised(telling.reportsKept()), Why.NOT_DECLARED);
        if (remainderUnstated) {
            facts.add("remainders", Why.NOT_DECLARED);
        }
        facts.look("calendar.closesOn", calendar.closesOn(), Why.NOT_DECLARED);
        facts.look("calendar.milestones", none(calendar.milestones()), Why.NOT_DECLARED);
        facts.look("people", people, Why.NOT_DECLARED);
        facts.look("journal", journal, Why.NOTHING_YET);
        return List.copyOf(facts.missing);
    }

    private void look(String what, @Nullable Object found, Why why) {
        if (found == null) {
            add(what, why);
        }
    }

    private void add(String what, Why why) {
        missing.add(new Evidence.Missing(what, why));
    }

    private static @Nullable Object named(Evidence.Owner owner, String fact) {
        return owner.identity().stream()
                .filter(one -> one.what().equals(fact))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object none(List<?> list) {
        return list.isEmpty() ? null : list;
    }

    private static @Nullable Object promised(Evidence.Kept kept) {
        return kept.promised() == 0 ? null : kept;
    }
}

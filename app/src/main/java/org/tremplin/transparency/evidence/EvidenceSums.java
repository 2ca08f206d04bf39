package org.tremplin.transparency.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.EvidenceFile.Doubt;
import org.tremplin.transparency.verify.Checkpoint;

/** Whether a file agrees with itself: totals with lines, shares with amounts, the head of the journal with its note. */
final class EvidenceSums {

    private final List<Doubt> doubts = new ArrayList<>();

    private EvidenceSums() {}

    static List<Doubt> doubts(Evidence evidence) {
        EvidenceSums sums = new EvidenceSums();
        sums.budget(evidence.budget());
        sums.figures(evidence.figures(), evidence.budget().goalCents());
        sums.proof(evidence.proof(), evidence.figures().total());
        sums.support(evidence.support());
        sums.journal(evidence.journal());
        return List.copyOf(sums.doubts);
    }

    private void budget(Evidence.Budget budget) {
        equal("budget.costCents", budget.costCents(), sum(budget.lines(), Evidence.Line::plannedCents));
        equal("budget.askedCents", budget.askedCents(), sum(budget.lines(), Evidence.Line::askedCents));
        equal(
                "budget.elsewhereCents",
                budget.elsewhereCents(),
                sum(budget.resources(), Evidence.Resource::plannedCents));
        boolean balanced = budget.costCents() == budget.askedCents() + budget.elsewhereCents();
        same("budget.balanced", String.valueOf(budget.balanced()), String.valueOf(balanced));
    }

    private void figures(Evidence.Figures figures, long goal) {
        Evidence.Amounts total = figures.total();
        total("plannedCents", figures, Evidence.Amounts::plannedCents);
        total("receivedCents", figures, Evidence.Amounts::receivedCents);
        total("giftsCents", figures, Evidence.Amounts::giftsCents);
        total("committedCents", figures, Evidence.Amounts::committedCents);
        total("spentCents", figures, Evidence.Amounts::spentCents);
        total("provenCents", figures, Evidence.Amounts::provenCents);
        equal("figures.total.leftCents", total.leftCents(), total.receivedCents() - total.spentCents());
        equal("figures.total.differenceCents", total.differenceCents(), total.plannedCents() - total.spentCents());
        equal("figures.toFindCents", figures.toFindCents(), Math.max(0, goal - total.giftsCents()));
    }

    private void proof(Evidence.Proof proof, Evidence.Amounts total) {
        equal("proof.spentCents", proof.spentCents(), total.spentCents());
        equal("proof.provenCents", proof.provenCents(), total.provenCents());
        if (proof.provenCents() > proof.spentCents()) {
            same("proof.provenCents", String.valueOf(proof.provenCents()), "≤ " + proof.spentCents());
        }
        Integer percent = proof.percent();
        if (percent != null && proof.spentCents() > 0) {
            equal("proof.percent", percent, Math.floorDiv(proof.provenCents() * 100, proof.spentCents()));
        }
    }

    private void support(Evidence.@Nullable Support support) {
        if (support != null) {
            equal(
                    "support.promisedCents",
                    support.promisedCents(),
                    support.receivedCents() + support.dueCents() + support.awaitedCents() + support.withdrawnCents());
            if (support.lateCents() > support.dueCents()) {
                same("support.lateCents", String.valueOf(support.lateCents()), "≤ " + support.dueCents());
            }
        }
    }

    /** The note is what is signed; the members beside it are for reading. */
    private void journal(Evidence.@Nullable Journal journal) {
        if (journal == null) {
            return;
        }
        Checkpoint.read(journal.checkpoint())
                .map(Checkpoint.Signed::checkpoint)
                .ifPresentOrElse(
                        head -> {
                            same("journal.origin", journal.origin(), head.origin());
                            equal("journal.size", journal.size(), head.size());
                            same("journal.root", journal.root(), head.rootHex());
                        },
                        () -> same("journal.checkpoint", journal.checkpoint(), "–"));
    }

    private void total(String member, Evidence.Figures figures, ToLongFunction<Evidence.Amounts> amount) {
        equal("figures.total." + member, amount.applyAsLong(figures.total()), sum(figures.lines(), amount));
    }

    private static <T> long sum(List<T> of, ToLongFunction<T> amount) {
        return of.stream().mapToLong(amount).sum();
    }

    private void equal(String what, long stated, long computed) {
        same(what, String.valueOf(stated), String.valueOf(computed));
    }

    private void same(String what, String stated, String computed) {
        if (!Objects.equals(stated, computed)) {
            doubts.add(new Doubt(what, stated, computed));
        }
    }
}

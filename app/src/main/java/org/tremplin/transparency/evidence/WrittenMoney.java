package org.tremplin.transparency.evidence;

import static org.tremplin.transparency.evidence.WrittenEvidence.stated;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.Goal;
import org.tremplin.campaign.Plan;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.Spent;
import org.tremplin.transparency.journal.LineCode;

/** Budget, figures and proof: the figures of the books, under the codes that the public journal uses. */
final class WrittenMoney {

    private final Known known;
    private final Plan plan;
    private final Goal goal;
    private final CampaignUse use;

    WrittenMoney(Known known) {
        this.known = known;
        this.plan = known.published().plan();
        this.goal = known.published().campaign().goal();
        this.use = known.use();
    }

    Evidence.Budget budget() {
        return new Evidence.Budget(
                plan.lines().stream().map(this::line).toList(),
                use.resources().stream().map(WrittenMoney::resource).toList(),
                plan.plannedCents(),
                plan.goalCents(),
                goal.cents(),
                goal.minimumCents(),
                plan.otherResourcesCents(),
                plan.balanced());
    }

    private Evidence.Line line(Plan.BudgetLine line) {
        return new Evidence.Line(
                code(line.id()),
                line.label(),
                stated(line.purpose()),
                line.need(),
                line.indispensable(),
                line.collectionCosts(),
                line.plannedCents(),
                line.askedCents(),
                stated(line.expectedResult()));
    }

    private static Evidence.Resource resource(CampaignUse.Resource resource) {
        return new Evidence.Resource(
                resource.label(),
                resource.plannedCents(),
                switch (resource.state()) {
                    case ASKED -> Evidence.CoState.ASKED;
                    case GRANTED -> Evidence.CoState.PROMISED;
                    case RECEIVED -> Evidence.CoState.ACQUIRED;
                    case REFUSED -> Evidence.CoState.REFUSED;
                },
                resource.cents(),
                resource.on());
    }

    Evidence.Figures figures() {
        CampaignUse.Line total = use.total();
        return new Evidence.Figures(
                known.today(),
                use.lines().stream().map(line -> amounts(line, code(line.id()))).toList(),
                amounts(total, ""),
                Math.max(0, goal.cents() - total.receivedCents()),
                known.feesAwaited());
    }

    List<Evidence.Unspent> remainders() {
        return known.remainders().stream()
                .map(stated -> new Evidence.Unspent(
                        stated.on(),
                        stated.fate(),
                        stated.cents(),
                        stated(stated.to()),
                        stated.reason(),
                        stated.role(),
                        stated(stated.terms())))
                .toList();
    }

    /** Whether it is over and gifts are left, and nobody said what becomes of them. */
    boolean remainderUnstated() {
        return known.published().campaign().state() == Campaign.State.CLOSED
                && known.remainders().isEmpty()
                && use.total().leftCents() > 0;
    }

    private static Evidence.Amounts amounts(CampaignUse.Line line, String code) {
        long received = line.receivedCents() + line.elsewhereReceivedCents();
        long spent = line.spentCents() + line.elsewhereSpentCents();
        return new Evidence.Amounts(
                code,
                line.label(),
                line.plannedCents(),
                received,
                line.receivedCents(),
                line.committedCents(),
                spent,
                proven(line),
                received - spent,
                line.plannedCents() - spent,
                line.reasons());
    }

    Evidence.Proof proof() {
        CampaignUse.Line total = use.total();
        long spent = total.spentCents() + total.elsewhereSpentCents();
        Set<UUID> approved =
                new HashSet<>(known.spending().stream().map(Spent::expense).toList());
        int withdrawn = Math.toIntExact(known.proofs().stream()
                .filter(proof -> proof.withdrawn() != null)
                .count());
        return new Evidence.Proof(
                spent,
                proven(total),
                use.provenPercent(),
                approved.size(),
                // nothing else is public: nobody approves their own expense
                approved.size(),
                known.proofs().size() - withdrawn,
                withdrawn);
    }

    private static long proven(CampaignUse.Line line) {
        return line.provenCents() + line.elsewhereProvenCents();
    }

    private String code(UUID line) {
        return LineCode.of(known.campaign(), line);
    }
}

package org.tremplin.transparency.evidence;

import static org.tremplin.transparency.evidence.WrittenEvidence.stated;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.tremplin.campaign.Plan;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.Spent;
import org.tremplin.transparency.journal.LineCode;

/** Budget, figures and proof: the figures of the books, under the codes that the public journal uses. */
final class WrittenMoney {

    private static final long WHOLE = 100;

    private final Known known;
    private final Plan plan;
    private final CampaignUse use;
    private final Map<UUID, Long> provenByLine;

    WrittenMoney(Known known) {
        this.known = known;
        this.plan = known.published().plan();
        this.use = known.use();
        this.provenByLine = provenByLine(known);
    }

    private static Map<UUID, Long> provenByLine(Known known) {
        Set<UUID> proven = known.proven();
        Map<UUID, Long> byLine = new HashMap<>();
        known.spending().stream()
                .filter(spent -> proven.contains(spent.expense()))
                .flatMap(spent -> spent.parts().stream())
                .forEach(part -> byLine.merge(part.line(), part.cents(), Long::sum));
        return byLine;
    }

    Evidence.Budget budget() {
        return new Evidence.Budget(
                plan.lines().stream().map(this::line).toList(),
                use.resources().stream().map(WrittenMoney::resource).toList(),
                plan.plannedCents(),
                plan.goalCents(),
                plan.minimumCents(),
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
                use.lines().stream()
                        .map(line -> amounts(line, code(line.id()), proven(line.id())))
                        .toList(),
                amounts(total, "", proven()),
                Math.max(0, total.askedCents() - total.receivedCents()));
    }

    private static Evidence.Amounts amounts(CampaignUse.Line line, String code, long proven) {
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
                proven,
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
                proven(),
                spent <= 0 ? null : Math.toIntExact(Math.max(0, proven() * WHOLE / spent)),
                approved.size(),
                // nothing else is public: nobody approves their own expense
                approved.size(),
                known.proofs().size() - withdrawn,
                withdrawn);
    }

    private long proven(UUID line) {
        return Objects.requireNonNullElse(provenByLine.get(line), 0L);
    }

    private long proven() {
        return use.lines().stream().mapToLong(line -> proven(line.id())).sum();
    }

    private String code(UUID line) {
        return LineCode.of(known.campaign(), line);
    }
}

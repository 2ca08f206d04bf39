package org.tremplin.transparency.use;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Plan;
import org.tremplin.ledger.LineBalance;
import org.tremplin.money.Shares;
import org.tremplin.transparency.CampaignUse;

/**
 * Makes the figures of a campaign from its edition in force and its books: a pure function. Money given for no line in
 * particular is shared over the lines by the amounts they ask, on its total, so that no cent is lost (money.md, Lines);
 * what came from elsewhere by the parts it is to bear.
 *
 * @param balances of the books, by line
 * @param committed by line
 * @param facts the last one of each resource that has any
 * @param reasons by line
 * @param unproven by line
 */
record Figures(
        UUID campaign,
        Plan plan,
        List<LineBalance> balances,
        Map<UUID, Committed> committed,
        Map<UUID, CampaignUse.Resource> facts,
        Map<UUID, List<String>> reasons,
        Map<UUID, Unproven> unproven) {

    private static final LineBalance NOTHING = new LineBalance(new UUID(0, 0), null, 0, 0, 0);

    CampaignUse make() {
        List<Plan.BudgetLine> lines = plan.lines();
        List<CampaignUse.Resource> resources =
                plan.resources().stream().map(this::resource).toList();
        long undirected = balances.stream()
                .filter(balance -> balance.line() == null)
                .mapToLong(LineBalance::receivedCents)
                .sum();
        long elsewhere = resources.stream()
                .mapToLong(CampaignUse.Resource::receivedCents)
                .sum();
        List<Long> shares = shared(
                undirected, lines.stream().map(Plan.BudgetLine::askedCents).toList());
        List<Long> elsewhereShares = shared(
                elsewhere,
                lines.stream()
                        .map(line -> line.plannedCents() - line.askedCents())
                        .toList());
        List<CampaignUse.Line> made = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            made.add(line(lines.get(at), shares.get(at), elsewhereShares.get(at)));
        }
        made.addAll(former());
        return new CampaignUse(campaign, made, resources);
    }

    private CampaignUse.Line line(Plan.BudgetLine line, long share, long elsewhereShare) {
        LineBalance own = balance(line.id());
        // a charge without a line is a cost of collecting
        LineBalance stray = line.equals(costs()) ? balance(null) : NOTHING;
        long elsewhereSpent = own.elsewhereCents() + stray.elsewhereCents();
        long spent = own.spentCents() + stray.spentCents() - elsewhereSpent;
        Unproven open = unproven.getOrDefault(line.id(), Unproven.NOTHING);
        Committed held = committed.getOrDefault(line.id(), Committed.NOTHING);
        return new CampaignUse.Line(
                line.id(),
                line.label(),
                line.collectionCosts(),
                line.plannedCents(),
                line.askedCents(),
                own.receivedCents() + share,
                own.receivedCents(),
                held.cents(),
                held.giftCents(),
                spent,
                line.plannedCents() - line.askedCents(),
                elsewhereShare,
                elsewhereSpent,
                spent - open.giftCents(),
                elsewhereSpent - open.elsewhereCents(),
                open.provenOn(),
                reasons.getOrDefault(line.id(), List.of()));
    }

    /** Lines on which money stands and that the edition does not have: none, as long as lines are never taken away. */
    private List<CampaignUse.Line> former() {
        List<UUID> known = plan.lines().stream().map(Plan.BudgetLine::id).toList();
        return balances.stream()
                .filter(balance -> balance.line() != null && !known.contains(balance.line()))
                .map(this::former)
                .toList();
    }

    private CampaignUse.Line former(LineBalance balance) {
        UUID id = Objects.requireNonNull(balance.line());
        long spent = balance.spentCents() - balance.elsewhereCents();
        Unproven open = unproven.getOrDefault(id, Unproven.NOTHING);
        Committed held = committed.getOrDefault(id, Committed.NOTHING);
        return new CampaignUse.Line(
                id,
                "",
                false,
                0,
                0,
                balance.receivedCents(),
                balance.receivedCents(),
                held.cents(),
                held.giftCents(),
                spent,
                0,
                0,
                balance.elsewhereCents(),
                spent - open.giftCents(),
                balance.elsewhereCents() - open.elsewhereCents(),
                open.provenOn(),
                reasons.getOrDefault(id, List.of()));
    }

    private CampaignUse.Resource resource(Plan.Resource resource) {
        CampaignUse.Resource fact = facts.get(resource.id());
        return new CampaignUse.Resource(
                resource.id(),
                resource.label(),
                resource.cents(),
                fact == null
                        ? CampaignUse.ResourceState.valueOf(resource.state().name())
                        : fact.state(),
                fact == null ? resource.cents() : fact.cents(),
                fact == null ? resource.on() : fact.on());
    }

    private Plan.@Nullable BudgetLine costs() {
        return plan.lines().stream()
                .filter(Plan.BudgetLine::collectionCosts)
                .findFirst()
                .orElse(plan.lines().isEmpty() ? null : plan.lines().get(0));
    }

    private LineBalance balance(@Nullable UUID line) {
        return balances.stream()
                .filter(balance -> Objects.equals(balance.line(), line))
                .findFirst()
                .orElse(NOTHING);
    }

    private static List<Long> shared(long cents, List<Long> weights) {
        boolean weightless = weights.stream().noneMatch(weight -> weight > 0);
        return weights.isEmpty()
                ? List.of()
                : Shares.of(cents, weightless ? weights.stream().map(any -> 1L).collect(Collectors.toList()) : weights);
    }
}

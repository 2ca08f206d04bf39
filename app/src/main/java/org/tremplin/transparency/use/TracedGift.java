package org.tremplin.transparency.use;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Amended;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Plan.BudgetLine;
import org.tremplin.donation.Settled;
import org.tremplin.money.Shares;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.GiftTrace;
import org.tremplin.transparency.Spent;

/**
 * Traces one gift: a pure function. The gift is split by the amounts asked in the edition in force, or stays on the line
 * its donor chose. On each line all gifts stand in a row as they settled, each as long as its exact share, and what was
 * spent there is laid along that row from its beginning: what lies over a gift's place was bought with it. Places are
 * counted in parts of a cent (cents times the sum of the weights), so that rounding never moves anybody.
 *
 * @param cents of the gift, what went back taken off; more than zero
 * @param chosen line, if any
 * @param edition the one its donor saw
 * @param before all gifts that settled earlier
 * @param spending the oldest first
 */
record TracedGift(
        long cents,
        @Nullable UUID chosen,
        int edition,
        Plan plan,
        Settled before,
        CampaignUse use,
        List<Spent> spending,
        List<Amended> amendments) {

    GiftTrace trace() {
        List<BudgetLine> lines = plan.lines();
        List<Long> shares = Shares.of(cents, weights(plan));
        List<GiftTrace.Part> parts = IntStream.range(0, lines.size())
                .filter(at -> shares.get(at) > 0)
                .mapToObj(at -> new GiftTrace.Part(
                        lines.get(at).id(),
                        at,
                        lines.get(at).label(),
                        shares.get(at),
                        bought(lines.get(at).id(), shares.get(at), at)))
                .toList();
        CampaignUse.Line own = chosen == null ? null : use.line(chosen);
        return new GiftTrace(cents, parts, changes(), own != null && own.toDecideCents() > 0);
    }

    /** A chosen line keeps the whole gift. */
    private List<Long> weights(Plan plan) {
        return directed(plan)
                ? plan.lines().stream()
                        .map(line -> line.id().equals(chosen) ? 1L : 0L)
                        .toList()
                : asked(plan);
    }

    /** Without any amount asked all lines count the same. */
    private static List<Long> asked(Plan plan) {
        List<Long> asked = plan.lines().stream().map(BudgetLine::askedCents).toList();
        return asked.stream().anyMatch(weight -> weight > 0)
                ? asked
                : asked.stream().map(none -> 1L).toList();
    }

    private boolean directed(Plan plan) {
        return plan.lines().stream().anyMatch(line -> line.id().equals(chosen));
    }

    private List<GiftTrace.Bought> bought(UUID line, long share, int at) {
        List<Long> asked = asked(plan);
        BigInteger whole = asked.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger own = BigInteger.valueOf(asked.get(at));
        BigInteger start = own.multiply(BigInteger.valueOf(before.shared()))
                .add(whole.multiply(BigInteger.valueOf(before.chosen(line))));
        BigInteger end = start.add(BigInteger.valueOf(cents).multiply(directed(plan) ? whole : own));

        Map<Integer, Long> covered = new LinkedHashMap<>();
        List<Piece> pieces = pieces(line);
        BigInteger from = BigInteger.ZERO;
        for (int number = 0; number < pieces.size(); number++) {
            BigInteger to = from.add(
                    whole.multiply(BigInteger.valueOf(pieces.get(number).cents())));
            BigInteger over = to.min(end).subtract(from.max(start));
            if (over.signum() > 0) {
                covered.put(number, over.longValueExact());
            }
            from = to;
        }
        BigInteger free = end.subtract(from.max(start)).max(BigInteger.ZERO);
        List<Long> lengths = new ArrayList<>(covered.values());
        lengths.add(free.longValueExact());
        List<Long> bought = Shares.of(share, lengths);
        List<Integer> numbers = List.copyOf(covered.keySet());
        return IntStream.range(0, numbers.size())
                .filter(number -> bought.get(number) > 0)
                .mapToObj(number ->
                        new GiftTrace.Bought(pieces.get(numbers.get(number)).spent(), bought.get(number)))
                .toList();
    }

    /** What gifts paid on a line: first the fees, which no expense tells, then the expenses. */
    private List<Piece> pieces(UUID line) {
        List<Piece> told = spending.stream()
                .flatMap(spent -> spent.parts().stream()
                        .filter(part -> part.line().equals(line) && part.gifts())
                        .map(part -> new Piece(spent, part.cents())))
                .toList();
        CampaignUse.Line figures = use.line(line);
        long untold = (figures == null ? 0 : figures.spentCents())
                - told.stream().mapToLong(Piece::cents).sum();
        if (untold <= 0) {
            return told;
        }
        List<Piece> all = new ArrayList<>(List.of(new Piece(null, untold)));
        all.addAll(told);
        return all;
    }

    private List<GiftTrace.Change> changes() {
        return amendments.stream()
                .filter(amended -> amended.number() > edition)
                .map(this::change)
                .filter(change -> change.shares().stream().anyMatch(share -> share.beforeCents() != share.afterCents()))
                .toList();
    }

    private GiftTrace.Change change(Amended amended) {
        Map<UUID, Long> was = split(amended.before());
        Map<UUID, Long> is = split(amended.after());
        List<GiftTrace.Share> shares = amended.after().lines().stream()
                .map(line -> new GiftTrace.Share(
                        line.id(), line.label(), was.getOrDefault(line.id(), 0L), is.getOrDefault(line.id(), 0L)))
                .filter(share -> share.beforeCents() > 0 || share.afterCents() > 0)
                .toList();
        return new GiftTrace.Change(amended.number(), amended.at(), amended.reason(), amended.role(), shares);
    }

    private Map<UUID, Long> split(Plan plan) {
        List<Long> shares = Shares.of(cents, weights(plan));
        Map<UUID, Long> byLine = new LinkedHashMap<>();
        for (int at = 0; at < shares.size(); at++) {
            byLine.put(plan.lines().get(at).id(), shares.get(at));
        }
        return byLine;
    }

    private record Piece(@Nullable Spent spent, long cents) {}
}

package org.tremplin.site.gift;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tremplin.money.MoneyText;
import org.tremplin.money.WholeEuros;
import org.tremplin.platform.web.DayText;
import org.tremplin.site.card.LineColour;
import org.tremplin.site.card.Progress;
import org.tremplin.site.card.SplitBar;
import org.tremplin.transparency.GiftTrace;
import org.tremplin.transparency.PublicProof;
import org.tremplin.transparency.Spent;

/**
 * What became of a gift: whole euros first, cents below; both add up.
 *
 * @param amount what was not given back
 * @param spent of it, none while nothing is
 * @param left none once all is spent
 */
record GiftUse(
        String amount, @Nullable String spent, @Nullable String left, List<Part> parts, List<Change> changes) {

    /**
     * On one line.
     *
     * @param x and @param width of the picture of 120
     * @param whole to the euro, none for less than one; @param exact to the cent
     * @param progress how much of it is spent
     * @param left none once all of it is spent
     */
    record Part(
            String colour,
            String x,
            String width,
            String label,
            @Nullable String whole,
            String exact,
            Progress progress,
            List<Bought> bought,
            @Nullable String left) {}

    /**
     * @param purpose none for payment fees; empty where it was erased
     * @param papers its proofs, as anyone may see them
     */
    record Bought(
            String amount,
            @Nullable String purpose,
            @Nullable String day,
            List<Paper> papers) {}

    /**
     * A proof. @param kind key of its text
     *
     * @param address of its public copy, none for a statement
     * @param statement in place of a payslip, may be empty
     */
    record Paper(String kind, @Nullable String address, String statement) {}

    /** @param role key of the text that names it */
    record Change(String day, String reason, String role, List<Share> shares) {}

    record Share(String label, String before, String after, boolean moved) {}

    /** @param proofs of what was bought */
    static GiftUse of(GiftTrace trace, List<PublicProof> proofs, ZoneId zone, Locale locale) {
        List<Long> both = WholeEuros.of(List.of(trace.boughtCents(), trace.leftCents()));
        boolean even = trace.boughtCents() == 0 || trace.leftCents() == 0 || both.contains(0L);
        long bought = even ? trace.boughtCents() : both.get(0);
        long left = even ? trace.leftCents() : both.get(1);
        return new GiftUse(
                MoneyText.brief(trace.cents(), locale),
                bought == 0 ? null : MoneyText.brief(bought, locale),
                left == 0 ? null : MoneyText.brief(left, locale),
                parts(trace, papers(proofs), locale),
                trace.changes().stream()
                        .map(change -> change(change, zone, locale))
                        .toList());
    }

    /** What can be looked at, by expense. */
    private static Map<UUID, List<Paper>> papers(List<PublicProof> proofs) {
        return proofs.stream()
                .filter(proof -> proof.address() != null || !proof.statement().isEmpty())
                .collect(Collectors.groupingBy(
                        PublicProof::expense,
                        Collectors.mapping(
                                proof -> new Paper("proof.kind." + proof.kind(), proof.address(), proof.statement()),
                                Collectors.toList())));
    }

    private static List<Part> parts(GiftTrace trace, Map<UUID, List<Paper>> papers, Locale locale) {
        List<Long> whole =
                WholeEuros.of(trace.parts().stream().map(GiftTrace.Part::cents).toList());
        List<Part> parts = new ArrayList<>();
        double x = 0;
        for (int at = 0; at < whole.size(); at++) {
            GiftTrace.Part part = trace.parts().get(at);
            double width = SplitBar.WIDTH * part.cents() / trace.cents();
            parts.add(new Part(
                    LineColour.of(part.index()),
                    SplitBar.length(x),
                    SplitBar.part(width),
                    part.label(),
                    whole.get(at) == 0 ? null : MoneyText.brief(whole.get(at), locale),
                    MoneyText.exact(part.cents(), locale),
                    Progress.of(part.boughtCents(), part.cents(), locale),
                    part.bought().stream()
                            .map(one -> bought(one, papers, locale))
                            .toList(),
                    part.leftCents() == 0 ? null : MoneyText.exact(part.leftCents(), locale)));
            x += width;
        }
        return List.copyOf(parts);
    }

    private static Bought bought(GiftTrace.Bought bought, Map<UUID, List<Paper>> papers, Locale locale) {
        LocalDate day = bought.day();
        Spent spent = bought.spent();
        return new Bought(
                MoneyText.exact(bought.cents(), locale),
                spent == null ? null : spent.purpose(),
                day == null ? null : DayText.text(day, locale),
                spent == null ? List.of() : papers.getOrDefault(spent.expense(), List.of()));
    }

    private static Change change(GiftTrace.Change change, ZoneId zone, Locale locale) {
        return new Change(
                DayText.text(LocalDate.ofInstant(change.at(), zone), locale),
                change.reason(),
                "role." + change.role(),
                change.shares().stream()
                        .map(share -> new Share(
                                share.label(),
                                MoneyText.exact(share.beforeCents(), locale),
                                MoneyText.exact(share.afterCents(), locale),
                                share.beforeCents() != share.afterCents()))
                        .toList());
    }
}

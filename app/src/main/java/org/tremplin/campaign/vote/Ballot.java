package org.tremplin.campaign.vote;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Plan;
import org.tremplin.platform.security.Tokens;

/**
 * What the board reads and decides on: a draft as it was when it was asked, frozen. Amounts in cents.
 *
 * @param others money from elsewhere, all together
 */
public record Ballot(
        String title,
        String lead,
        long goal,
        long minimum,
        long others,
        List<Line> lines,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn) {

    public Ballot {
        lines = List.copyOf(lines);
    }

    public static Ballot of(Plan plan) {
        return new Ballot(
                plan.title(),
                plan.lead(),
                plan.goalCents(),
                plan.minimumCents(),
                plan.otherResourcesCents(),
                // as publication does: rows that were added and left empty are nothing
                plan.lines().stream()
                        .filter(line -> line.collectionCosts() || !line.label().isBlank() || line.plannedCents() > 0)
                        .map(line ->
                                new Line(line.label(), line.plannedCents(), line.askedCents(), line.indispensable()))
                        .toList(),
                plan.opensOn(),
                plan.closesOn());
    }

    /** Whether the board would decide on the same goal and the same lines. */
    public boolean sameMoney(Plan plan) {
        Ballot now = of(plan);
        return goal == now.goal && minimum == now.minimum && others == now.others && lines.equals(now.lines);
    }

    /** Whether the campaign would run on the same days; one whose first day passed opens when it is published. */
    public boolean sameDays(Plan plan, LocalDate today) {
        LocalDate opens = plan.opensOn();
        boolean opening = opens == null
                || opens.equals(opensOn)
                || !opens.isAfter(today) && (opensOn == null || !opensOn.isAfter(today));
        return opening && (closesOn == null ? plan.closesOn() == null : closesOn.equals(plan.closesOn()));
    }

    /** SHA-256 of everything it says, lower-case hexadecimal. */
    public String fingerprint() {
        List<String> said = new ArrayList<>(List.of(
                title,
                lead,
                Long.toString(goal),
                Long.toString(minimum),
                Long.toString(others),
                day(opensOn),
                day(closesOn)));
        for (Line line : lines) {
            said.addAll(List.of(
                    line.label(),
                    Long.toString(line.planned()),
                    Long.toString(line.asked()),
                    Boolean.toString(line.indispensable())));
        }
        return Tokens.fingerprint(said.toArray(String[]::new));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** @param asked the part of what is planned that is asked from gifts */
    public record Line(String label, long planned, long asked, boolean indispensable) {}
}

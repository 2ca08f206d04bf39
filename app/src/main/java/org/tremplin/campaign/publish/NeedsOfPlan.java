package org.tremplin.campaign.publish;

import java.util.ArrayList;
import java.util.List;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.Plan;
import org.tremplin.capacity.DeclaredNeeds;
import org.tremplin.capacity.DeclaredNeeds.Declared;
import org.tremplin.capacity.NeedKind;

/** What a plan could be helped with beside money: lines of its budget that ask for none, and what it lacks. */
final class NeedsOfPlan {

    private NeedsOfPlan() {}

    static DeclaredNeeds of(Campaign campaign, Plan plan) {
        return new DeclaredNeeds(
                campaign.id().value(),
                campaign.association().value(),
                campaign.slug(),
                plan.title(),
                plan.language(),
                plan.definition().department(),
                needs(plan));
    }

    static List<Declared> needs(Plan plan) {
        List<Declared> needs = new ArrayList<>(plan.lines().stream()
                .filter(line -> line.need() != Plan.Need.MONEY && !line.label().isBlank())
                .map(line -> new Declared(
                        "line:" + line.id(),
                        kind(line.need()),
                        shortened(line.label(), 160),
                        shortened(line.purpose(), 300)))
                .toList());
        if (plan.video() == null || plan.video().isBlank()) {
            needs.add(new Declared("gap:video", NeedKind.SKILL, "", ""));
        }
        if (plan.means().stream()
                        .map(Plan.Means::who)
                        .filter(who -> !who.isBlank())
                        .distinct()
                        .count()
                < 2) {
            needs.add(new Declared("gap:people", NeedKind.TIME, "", ""));
        }
        return needs;
    }

    private static NeedKind kind(Plan.Need need) {
        return switch (need) {
            case SKILL -> NeedKind.SKILL;
            case EQUIPMENT -> NeedKind.EQUIPMENT;
            case TIME, MONEY -> NeedKind.TIME;
        };
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}

package org.tremplin.capacity.grid;

import java.util.List;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.ReadinessLabel;

/** The numbers that are judgements. */
final class ConventionsReader {

    private ConventionsReader() {}

    static Conventions read(Part part) {
        part.only(
                "coverage",
                "onlineTarget",
                "softwareTarget",
                "network",
                "relays",
                "hours",
                "resources",
                "firstCircle",
                "aim",
                "cap",
                "step",
                "progress",
                "spread",
                "hoursPerWeek");
        Part online = part.at("onlineTarget").only("base", "perNeed");
        Part software = part.at("softwareTarget").only("size", "goal");
        Part cap = part.at("cap").only("weight", "below", "label");
        Part step = part.at("step").only("euros", "relays", "hours");
        return new Conventions(
                share(part.at("coverage")),
                new Conventions.OnlineTarget(
                        above(online.at("base")), online.at("perNeed").number()),
                sizes(software.at("size")),
                goals(software.at("goal")),
                network(part.at("network")),
                relays(part.at("relays").only("step", "least", "most")),
                hours(part.at("hours").only("base", "each", "step", "most")),
                resources(part.at("resources").only("hours", "cost")),
                share(part.at("firstCircle")),
                part.at("aim").number(),
                new Conventions.Cap(
                        cap.at("weight").whole(),
                        cap.at("below").number(),
                        cap.at("label").one(ReadinessLabel.class)),
                new Conventions.Step(
                        positive(step.at("euros")), positive(step.at("relays")), positive(step.at("hours"))),
                positive(part.at("progress")),
                positive(part.at("spread")),
                positive(part.at("hoursPerWeek")));
    }

    private static Conventions.Network network(Part part) {
        part.only("pairsKnown", "pairsFrom", "supportParts", "dense", "homogeneous", "weights");
        Part weights = part.at("weights").only("support", "learning", "relays");
        return new Conventions.Network(
                share(part.at("pairsKnown")),
                positive(part.at("pairsFrom")),
                positive(part.at("supportParts")),
                share(part.at("dense")),
                share(part.at("homogeneous")),
                weights.at("support").whole(),
                weights.at("learning").whole(),
                positive(weights.at("relays")));
    }

    private static Conventions.Relays relays(Part part) {
        return new Conventions.Relays(positive(part.at("step")), positive(part.at("least")), positive(part.at("most")));
    }

    private static Conventions.HoursAsked hours(Part part) {
        return new Conventions.HoursAsked(
                positive(part.at("base")),
                part.at("each").whole(),
                positive(part.at("step")),
                positive(part.at("most")));
    }

    private static Conventions.Resources resources(Part part) {
        Conventions.Resources resources = new Conventions.Resources(
                part.at("hours").number(), part.at("cost").number());
        if (!resources.hours().plus(resources.cost()).equals(Ratio.HUNDRED)) {
            throw part.fault("hours and cost do not sum to 100");
        }
        return resources;
    }

    private static List<Conventions.SizeTarget> sizes(Part list) {
        List<Conventions.SizeTarget> sizes = list.list().stream()
                .map(part -> part.only("staff", "budget", "target"))
                .map(part -> new Conventions.SizeTarget(
                        part.wholeOrNone("staff"), part.wholeOrNone("budget"), above(part.at("target"))))
                .toList();
        endsOpen(list, !sizes.isEmpty() && isOpen(sizes.get(sizes.size() - 1)));
        return sizes;
    }

    private static List<Conventions.GoalTarget> goals(Part list) {
        List<Conventions.GoalTarget> goals = list.list().stream()
                .map(part -> part.only("below", "target"))
                .map(part -> new Conventions.GoalTarget(part.wholeOrNone("below"), above(part.at("target"))))
                .toList();
        endsOpen(list, !goals.isEmpty() && goals.get(goals.size() - 1).below() == null);
        return goals;
    }

    private static boolean isOpen(Conventions.SizeTarget size) {
        return size.staff() == null && size.budget() == null;
    }

    private static void endsOpen(Part list, boolean open) {
        if (!open) {
            throw list.fault("the last row must have no limit");
        }
    }

    private static Ratio share(Part part) {
        Ratio share = above(part);
        if (Ratio.ONE.below(share)) {
            throw part.fault("a part is above 0 and at most 1");
        }
        return share;
    }

    private static Ratio above(Part part) {
        Ratio number = part.number();
        if (!Ratio.ZERO.below(number)) {
            throw part.fault("%s is not above 0", number);
        }
        return number;
    }

    private static int positive(Part part) {
        int number = part.whole();
        if (number <= 0) {
            throw part.fault("%d is not above 0", number);
        }
        return number;
    }
}

package org.tremplin.campaign.design;

import static org.tremplin.campaign.Missing.ABOVE_GOAL;
import static org.tremplin.campaign.Missing.ASKED_PART;
import static org.tremplin.campaign.Missing.BALANCE;
import static org.tremplin.campaign.Missing.BELOW_GOAL;
import static org.tremplin.campaign.Missing.CAUSE;
import static org.tremplin.campaign.Missing.CLOSING_BEFORE_OPENING;
import static org.tremplin.campaign.Missing.CLOSING_DAY;
import static org.tremplin.campaign.Missing.CLOSING_PAST;
import static org.tremplin.campaign.Missing.COVER_ALT;
import static org.tremplin.campaign.Missing.FOR_WHOM;
import static org.tremplin.campaign.Missing.GOAL;
import static org.tremplin.campaign.Missing.LEAD;
import static org.tremplin.campaign.Missing.LINE;
import static org.tremplin.campaign.Missing.LINE_LABEL;
import static org.tremplin.campaign.Missing.LINE_REMOVED;
import static org.tremplin.campaign.Missing.PITCH;
import static org.tremplin.campaign.Missing.PITCH_OUTLINE;
import static org.tremplin.campaign.Missing.PROMISE_DAY;
import static org.tremplin.campaign.Missing.PROMISE_GONE;
import static org.tremplin.campaign.Missing.PROMISE_PAST;
import static org.tremplin.campaign.Missing.PROMISE_WHAT;
import static org.tremplin.campaign.Missing.TITLE;
import static org.tremplin.campaign.Missing.WHAT;
import static org.tremplin.campaign.Missing.WHEN;
import static org.tremplin.campaign.Missing.WHERE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Cause;
import org.tremplin.campaign.Missing;
import org.tremplin.campaign.Plan;

/** What a plan lacks before it may be public: a pure function of the plan and the day. */
public final class Completeness {

    private static final long ONE_EURO = 100;

    /** What a template's outline asks to replace; not a link, nor the marks of a shortened quotation. */
    private static final Pattern OUTLINE = Pattern.compile("\\[(?!\\.{3}]|…]|sic])[^]\\n]{1,300}](?!\\()");

    private final Plan plan;
    private final List<Missing> missing = new ArrayList<>();

    private Completeness(Plan plan) {
        this.plan = plan;
    }

    /**
     * @param inForce the edition that is public now, none before the first
     * @param today day in the association's zone
     * @return in the order of the editor; empty when the plan may be public
     */
    public static List<Missing> missing(Plan plan, @Nullable Plan inForce, LocalDate today) {
        Completeness check = new Completeness(plan);
        check.definition();
        check.budget(inForce);
        check.words();
        check.days(inForce, today);
        check.promises(inForce, today);
        return List.copyOf(check.missing);
    }

    private void definition() {
        Plan.Definition definition = plan.definition();
        need(TITLE, !plan.title().isBlank());
        need(LEAD, !plan.lead().isBlank());
        need(CAUSE, Cause.known(plan.cause()));
        need(FOR_WHOM, !definition.forWhom().isBlank());
        need(WHAT, !definition.what().isBlank());
        need(WHERE, !definition.where().isBlank());
        need(WHEN, !definition.when().isBlank());
    }

    private void budget(@Nullable Plan inForce) {
        List<Plan.BudgetLine> lines = plan.lines();
        need(LINE, lines.stream().anyMatch(line -> !line.collectionCosts()));
        need(LINE_LABEL, lines.stream().noneMatch(line -> line.label().isBlank()));
        need(ASKED_PART, lines.stream().allMatch(line -> line.askedCents() <= line.plannedCents()));
        need(GOAL, plan.goalCents() >= ONE_EURO);
        need(BALANCE, plan.balanced());
        // money may already stand on a public line: it goes down to zero, it never disappears
        need(LINE_REMOVED, inForce == null || lineIds(plan).containsAll(lineIds(inForce)));
        need(BELOW_GOAL, !plan.belowGoal().isBlank());
        need(ABOVE_GOAL, !plan.aboveGoal().isBlank());
    }

    private void words() {
        need(PITCH, !plan.pitch().isBlank());
        need(PITCH_OUTLINE, !OUTLINE.matcher(plan.pitch()).find());
        need(COVER_ALT, plan.cover() == null || !plan.coverAlt().isBlank());
    }

    private void days(@Nullable Plan inForce, LocalDate today) {
        LocalDate closes = plan.closesOn();
        need(CLOSING_DAY, closes != null);
        if (closes == null) {
            return;
        }
        boolean unchanged = inForce != null && closes.equals(inForce.closesOn());
        need(CLOSING_PAST, unchanged || closes.isAfter(today));
        LocalDate opens = plan.opensOn();
        need(CLOSING_BEFORE_OPENING, opens == null || closes.isAfter(opens));
    }

    private void promises(@Nullable Plan inForce, LocalDate today) {
        List<Plan.Promise> before = inForce == null ? List.of() : inForce.promises();
        need(
                PROMISE_WHAT,
                plan.promises().stream().noneMatch(promise -> promise.what().isBlank()));
        need(PROMISE_DAY, plan.promises().stream().noneMatch(promise -> promise.on() == null));
        need(
                PROMISE_PAST,
                plan.promises().stream().allMatch(promise -> !past(promise, today) || before.contains(promise)));
        // a promise whose day is past was kept or was not: it stays in public
        need(
                PROMISE_GONE,
                plan.promises()
                        .containsAll(before.stream()
                                .filter(promise -> past(promise, today))
                                .toList()));
    }

    private static boolean past(Plan.Promise promise, LocalDate today) {
        LocalDate on = promise.on();
        return on != null && on.isBefore(today);
    }

    private static Set<UUID> lineIds(Plan plan) {
        return plan.lines().stream().map(Plan.BudgetLine::id).collect(Collectors.toSet());
    }

    private void need(Missing what, boolean there) {
        if (!there) {
            missing.add(what);
        }
    }
}

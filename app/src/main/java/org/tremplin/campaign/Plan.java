package org.tremplin.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Role;

/**
 * What a campaign says and asks: the content of its draft and of each edition. Stored as JSON; fields are added, never
 * renamed.
 *
 * @param language {@code fr} or {@code en}, of the association's own text
 * @param lead the project in one sentence
 * @param cause slug of the list of causes, see {@link Cause}
 * @param sensitive a cause that tells something of its donors (health, worship, politics, union): their names never show
 * @param pitch Markdown
 * @param video https address of a pitch video
 * @param cover id of a stored picture
 * @param belowGoal what happens with the money when the goal is not reached; part of each edition (rules.md 2.4)
 * @param aboveGoal what happens with a surplus
 */
public record Plan(
        String language,
        String title,
        String lead,
        Definition definition,
        String cause,
        boolean sensitive,
        String pitch,
        @Nullable String video,
        @Nullable UUID cover,
        String coverAlt,
        List<BudgetLine> lines,
        List<Resource> resources,
        List<Preset> amounts,
        String belowGoal,
        String aboveGoal,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn,
        List<Means> means,
        List<Promise> promises) {

    /** Older plans have no promises. */
    public Plan {
        promises = promises == null ? List.of() : List.copyOf(promises);
    }

    /** This promise when it stands in this plan and is kept by a report, or by an update; otherwise none. */
    public @Nullable UUID promised(@Nullable UUID promise, boolean byReport) {
        return promises.stream().anyMatch(one -> one.id().equals(promise) && (one.kind() == Telling.REPORT) == byReport)
                ? promise
                : null;
    }

    /** Ideal amount in cents: the sum of the parts asked from gifts. */
    public long goalCents() {
        return lines.stream().mapToLong(BudgetLine::askedCents).sum();
    }

    /** Minimum in cents: the parts asked for the indispensable lines. */
    public long minimumCents() {
        return lines.stream()
                .filter(BudgetLine::indispensable)
                .mapToLong(BudgetLine::askedCents)
                .sum();
    }

    /** Total cost of the project in cents. */
    public long plannedCents() {
        return lines.stream().mapToLong(BudgetLine::plannedCents).sum();
    }

    /** Other resources in cents, whatever their state. */
    public long otherResourcesCents() {
        return resources.stream().mapToLong(Resource::cents).sum();
    }

    /** Whether both sides of the budget are equal. */
    public boolean balanced() {
        return plannedCents() == goalCents() + otherResourcesCents();
    }

    /** The same plan, its project defined anew. */
    public Plan defined(
            String language, String title, String lead, Definition definition, String cause, boolean sensitive) {
        return new Plan(
                language,
                title,
                lead,
                definition,
                cause,
                sensitive,
                pitch,
                video,
                cover,
                coverAlt,
                lines,
                resources,
                amounts,
                belowGoal,
                aboveGoal,
                opensOn,
                closesOn,
                means,
                promises);
    }

    /** The same plan with another budget. */
    public Plan budgeted(List<BudgetLine> lines, List<Resource> resources, String belowGoal, String aboveGoal) {
        return new Plan(
                language,
                title,
                lead,
                definition,
                cause,
                sensitive,
                pitch,
                video,
                cover,
                coverAlt,
                lines,
                resources,
                amounts,
                belowGoal,
                aboveGoal,
                opensOn,
                closesOn,
                means,
                promises);
    }

    /** The same plan, told in other words. */
    public Plan told(String pitch, @Nullable String video, String coverAlt) {
        return presented(pitch, video, cover, coverAlt);
    }

    /** The same plan with another picture, or none. */
    public Plan pictured(@Nullable UUID cover, String coverAlt) {
        return presented(pitch, video, cover, coverAlt);
    }

    private Plan presented(String pitch, @Nullable String video, @Nullable UUID cover, String coverAlt) {
        return new Plan(
                language,
                title,
                lead,
                definition,
                cause,
                sensitive,
                pitch,
                video,
                cover,
                coverAlt,
                lines,
                resources,
                amounts,
                belowGoal,
                aboveGoal,
                opensOn,
                closesOn,
                means,
                promises);
    }

    /** The same plan, spread on other days by other people. */
    public Plan spread(
            List<Preset> amounts, @Nullable LocalDate opensOn, @Nullable LocalDate closesOn, List<Means> means) {
        return new Plan(
                language,
                title,
                lead,
                definition,
                cause,
                sensitive,
                pitch,
                video,
                cover,
                coverAlt,
                lines,
                resources,
                amounts,
                belowGoal,
                aboveGoal,
                opensOn,
                closesOn,
                means,
                promises);
    }

    /** The same plan with other promises. */
    public Plan promising(List<Promise> promises) {
        return new Plan(
                language,
                title,
                lead,
                definition,
                cause,
                sensitive,
                pitch,
                video,
                cover,
                coverAlt,
                lines,
                resources,
                amounts,
                belowGoal,
                aboveGoal,
                opensOn,
                closesOn,
                means,
                promises);
    }

    /** The same plan with another first day. */
    public Plan openingOn(LocalDate day) {
        return spread(amounts, day, closesOn, means);
    }

    /** Nothing but the line on which payment fees are spent. */
    public static Plan empty(String language, String title, String forWhom, BudgetLine costs) {
        return new Plan(
                language,
                title,
                "",
                new Definition(forWhom, "", "", "", "", "", ""),
                "",
                false,
                "",
                null,
                null,
                "",
                List.of(costs),
                List.of(),
                List.of(),
                "",
                "",
                null,
                null,
                List.of(),
                List.of());
    }

    /**
     * The project defined: one plain answer each.
     *
     * @param where short name of the place, as cards and filters show it
     */
    public record Definition(
            String forWhom, String what, String when, String where, String department, String problem, String result) {}

    public enum Need {
        MONEY,
        SKILL,
        EQUIPMENT,
        TIME
    }

    /**
     * The spine: designed, shown when giving, spent against with proof.
     *
     * @param askedCents the part of the planned amount asked from gifts
     * @param collectionCosts the one automatic line on which payment fees are spent
     */
    public record BudgetLine(
            UUID id,
            String label,
            String purpose,
            long plannedCents,
            long askedCents,
            Need need,
            boolean indispensable,
            String expectedResult,
            boolean collectionCosts) {}

    public enum ResourceState {
        ASKED,
        GRANTED,
        RECEIVED
    }

    /** Money, or its worth, that comes from elsewhere. */
    public record Resource(
            UUID id,
            String label,
            long cents,
            ResourceState state,
            @Nullable LocalDate on) {}

    /** A proposed gift and what it stands for. */
    public record Preset(long cents, String meaning) {}

    public enum Telling {
        UPDATE,
        /** A step of the project, told by an update once it is reached. */
        MILESTONE,
        REPORT
    }

    /**
     * What the association promises to tell, and when; kept or late in public.
     *
     * @param what in a few words
     * @param on last day on which it is on time, in the association's zone; none while it is being written
     * @param by the role that answers for it
     */
    public record Promise(
            UUID id, Telling kind, String what, @Nullable LocalDate on, Role by) {}

    /** What people give to the campaign itself: a task, who, how many hours. */
    public record Means(String task, String who, int hours) {}
}

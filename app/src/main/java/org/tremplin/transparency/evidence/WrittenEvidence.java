package org.tremplin.transparency.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.Plan;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.JournalHead;
import org.tremplin.transparency.PromisedSupport;

/** Puts in order what was read: a pure function. */
final class WrittenEvidence {

    private static final String CURRENCY = "EUR";

    private WrittenEvidence() {}

    /** @param base public address of this instance, without a slash at its end */
    static Evidence of(Known known, String base, boolean demo) {
        Plan plan = known.published().plan();
        WrittenMoney money = new WrittenMoney(known);
        WrittenPromises promises = new WrittenPromises(known);
        Evidence.Project project = project(known);
        Evidence.Owner owner = WrittenOwner.of(known, base);
        Evidence.Budget budget = money.budget();
        Evidence.Proof proof = money.proof();
        Evidence.Telling telling = promises.telling();
        Evidence.Calendar calendar = promises.calendar();
        Evidence.People people = people(plan);
        Evidence.Journal journal = journal(known, base);
        return new Evidence(
                Evidence.FORMAT,
                Evidence.VERSION,
                new Evidence.Instance(base, demo),
                base + "/c/" + project.slug() + "/mecene",
                known.today(),
                known.association().zone().getId(),
                CURRENCY,
                project,
                owner,
                budget,
                money.figures(),
                proof,
                telling,
                known.amendments().stream().map(WrittenPromises::amendment).toList(),
                money.remainders(),
                known.waivers().stream()
                        .map(one -> new Evidence.Waived(
                                one.gate(),
                                one.reason(),
                                one.by().name(),
                                one.on(known.association().zone())))
                        .toList(),
                known.gates().stream()
                        .map(met -> new Evidence.Gate(met.gate(), met.kind(), met.on(), met.checkedOn()))
                        .toList(),
                support(known.support()),
                calendar,
                people,
                journal,
                MissingFacts.in(
                        project, owner, budget, proof, telling, money.remainderUnstated(), calendar, people, journal));
    }

    private static Evidence.Support support(PromisedSupport.Support told) {
        return new Evidence.Support(
                told.promisedCents(),
                told.receivedCents(),
                told.dueCents(),
                told.lateCents(),
                told.awaitedCents(),
                told.withdrawnCents(),
                told.inKindCents());
    }

    private static Evidence.Project project(Known known) {
        Campaign campaign = known.published().campaign();
        Plan plan = known.published().plan();
        Plan.Definition said = plan.definition();
        return new Evidence.Project(
                campaign.slug(),
                state(campaign, plan, known.today()),
                plan.title(),
                plan.language(),
                plan.lead(),
                plan.cause(),
                stated(said.where()),
                stated(said.department()),
                stated(said.problem()),
                stated(said.what()),
                stated(said.forWhom()),
                stated(said.result()),
                stated(plan.belowGoal()),
                stated(plan.aboveGoal()),
                known.published().edition().number(),
                known.published().edition().publishedAt(),
                campaign.publishedAt());
    }

    private static Evidence.State state(Campaign campaign, Plan plan, LocalDate today) {
        LocalDate opens = plan.opensOn();
        LocalDate closes = plan.closesOn();
        if (campaign.state() == Campaign.State.CLOSED || closes != null && closes.isBefore(today)) {
            return Evidence.State.ENDED;
        }
        return opens != null && opens.isAfter(today) ? Evidence.State.UPCOMING : Evidence.State.OPEN;
    }

    private static Evidence.@Nullable People people(Plan plan) {
        List<Plan.Means> means = plan.means();
        return means.isEmpty()
                ? null
                : new Evidence.People(
                        Math.toIntExact(means.stream()
                                .map(one -> one.who().strip())
                                .filter(who -> !who.isEmpty())
                                .distinct()
                                .count()),
                        means.stream().mapToLong(Plan.Means::hours).sum(),
                        means.stream()
                                .map(one -> new Evidence.Task(one.task(), one.hours()))
                                .toList());
    }

    private static Evidence.@Nullable Journal journal(Known known, String base) {
        JournalHead head = known.head();
        String slug = known.published().campaign().slug();
        return head == null
                ? null
                : new Evidence.Journal(
                        head.origin(),
                        head.size(),
                        head.root(),
                        head.signedAt(),
                        head.note(),
                        base + "/c/" + slug + "/journal.jsonl");
    }

    /** None for what was left blank. */
    static @Nullable String stated(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : Objects.requireNonNull(text).strip();
    }
}

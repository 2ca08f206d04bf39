package org.tremplin.patron.find;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Association;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Promised;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.CampaignUse.ResourceState;

/** Sums up what is public of a campaign: a pure function, by the figures of its page for patrons. */
final class WrittenProject {

    private WrittenProject() {}

    static Project of(
            PublishedCampaign published, Association owner, CampaignUse use, List<Promised> promises, LocalDate today) {
        Campaign campaign = published.campaign();
        Plan plan = published.plan();
        Stage stage = stage(campaign, plan, today);
        CampaignUse.Line total = use.total();
        long granted = use.resources().stream()
                .filter(one -> one.state() == ResourceState.GRANTED || one.state() == ResourceState.RECEIVED)
                .count();
        long asked = use.resources().stream()
                .filter(one -> one.state() != ResourceState.REFUSED)
                .count();
        Project project = new Project(
                campaign.id().value(),
                owner.id().value(),
                campaign.slug(),
                plan.title(),
                plan.language(),
                owner.name(),
                plan.cause(),
                plan.definition().where().strip(),
                plan.definition().department().strip(),
                " " + Places.plain(plan.definition().where()) + " ",
                stage,
                campaign.goal().cents(),
                total.receivedCents(),
                Math.max(0, campaign.goal().cents() - total.receivedCents()),
                plan.opensOn(),
                plan.closesOn(),
                stage == Stage.ENDED ? ended(campaign, plan, owner) : null,
                Objects.requireNonNull(campaign.publishedAt()),
                plan.lines().stream()
                        .filter(line -> !line.collectionCosts())
                        .map(Plan.BudgetLine::need)
                        .distinct()
                        .sorted()
                        .toList(),
                (int) granted,
                (int) asked,
                owner.receipts().on(),
                kept(promises, Plan.Telling.REPORT, today),
                kept(promises, Plan.Telling.UPDATE, today),
                use.provenPercent(),
                total.spentCents() + total.elsewhereSpentCents(),
                today,
                owner.zone(),
                Traits.none());
        return project.with(Traits.of(project));
    }

    private static Stage stage(Campaign campaign, Plan plan, LocalDate today) {
        LocalDate opens = plan.opensOn();
        LocalDate closes = plan.closesOn();
        if (campaign.state() == Campaign.State.CLOSED || closes != null && closes.isBefore(today)) {
            return Stage.ENDED;
        }
        return opens != null && opens.isAfter(today) ? Stage.UPCOMING : Stage.OPEN;
    }

    private static @Nullable LocalDate ended(Campaign campaign, Plan plan, Association owner) {
        return campaign.closedAt() == null ? plan.closesOn() : owner.day(Objects.requireNonNull(campaign.closedAt()));
    }

    private static Project.Kept kept(List<Promised> promises, Plan.Telling kind, LocalDate today) {
        List<Promised> all =
                promises.stream().filter(one -> one.promise().kind() == kind).toList();
        return new Project.Kept(
                all.size(),
                (int) all.stream()
                        .filter(one -> one.made() || one.dueOn().isBefore(today))
                        .count(),
                (int) all.stream().filter(Promised::made).count(),
                (int) all.stream().filter(one -> one.days() > 0).count(),
                all.stream().mapToLong(Promised::days).max().orElse(0));
    }
}

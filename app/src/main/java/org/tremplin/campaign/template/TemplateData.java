package org.tremplin.campaign.template;

import java.util.List;
import org.tremplin.campaign.Plan;

/** The file {@code template.yaml} as it is written; campaign-templates/README.md explains each field. */
public record TemplateData(
        String id,
        String kind,
        String cause,
        int durationDays,
        Localised name,
        Localised summary,
        Localised title,
        Localised lead,
        Localised coverAlt,
        Questions definition,
        Budget budget,
        List<Amount> amounts,
        Localised belowGoal,
        Localised aboveGoal,
        CampaignMeans campaignMeans,
        List<Localised> advice) {

    public record Questions(
            Prompt forWhom, Prompt what, Prompt when, Prompt where, Prompt problem, Prompt expectedResult) {}

    /** What a field asks, why, and what somebody else answered. */
    public record Prompt(Localised question, Localised why, Localised example) {}

    public record Budget(List<Line> lines, List<Other> resources) {}

    public record Line(
            Localised label,
            Localised purpose,
            long plannedCents,
            long fromGiftsCents,
            Plan.Need needType,
            boolean indispensable,
            Localised expectedResult,
            boolean collectionCosts) {}

    public record Other(Localised label, long amountCents, Plan.ResourceState state) {}

    public record Amount(long cents, Localised meaning) {}

    public record CampaignMeans(List<Task> tasks) {}

    public record Task(Localised label, Localised skill, int hours) {}
}

package org.tremplin.campaign.template;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Plan;

/**
 * A ready-made campaign.
 *
 * @param pitch Markdown outline in both languages
 * @param cover a picture as SVG
 */
public record Template(TemplateData data, Localised pitch, byte[] cover) {

    public String id() {
        return data.id();
    }

    /**
     * A first draft: budget, amounts, promises and outline are there to be changed; the definition is left to answer,
     * with the examples beside the fields.
     *
     * @param today the closing day counts from it
     * @param cover stored picture of this template
     */
    public Plan plan(
            String language, String title, String forWhom, LocalDate today, @Nullable UUID cover, Supplier<UUID> ids) {
        return new Plan(
                language,
                title,
                "",
                new Plan.Definition(forWhom, "", "", "", "", "", ""),
                data.cause(),
                false,
                pitch.in(language),
                null,
                cover,
                cover == null ? "" : data.coverAlt().in(language),
                data.budget().lines().stream()
                        .map(line -> line(line, language, ids))
                        .toList(),
                data.budget().resources().stream()
                        .map(other -> new Plan.Resource(
                                ids.get(), other.label().in(language), other.amountCents(), other.state(), null))
                        .toList(),
                data.amounts().stream()
                        .map(amount ->
                                new Plan.Preset(amount.cents(), amount.meaning().in(language)))
                        .toList(),
                data.belowGoal().in(language),
                data.aboveGoal().in(language),
                null,
                today.plusDays(data.durationDays()),
                data.campaignMeans().tasks().stream()
                        .map(task -> new Plan.Means(task.label().in(language), "", task.hours()))
                        .toList(),
                List.of());
    }

    private static Plan.BudgetLine line(TemplateData.Line line, String language, Supplier<UUID> ids) {
        return new Plan.BudgetLine(
                ids.get(),
                line.label().in(language),
                line.purpose().in(language),
                line.plannedCents(),
                line.fromGiftsCents(),
                line.needType(),
                line.indispensable(),
                line.expectedResult().in(language),
                line.collectionCosts());
    }
}

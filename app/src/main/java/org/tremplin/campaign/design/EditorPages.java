package org.tremplin.campaign.design;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Missing;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.design.EditorPage.StepLink;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** Makes what a page of the editor shows. */
@Component
class EditorPages {

    private final Campaigns campaigns;
    private final Prompts prompts;
    private final Hints hints;
    private final MessageSource messages;
    private final Clock clock;

    EditorPages(Campaigns campaigns, Prompts prompts, Hints hints, MessageSource messages, Clock clock) {
        this.campaigns = campaigns;
        this.prompts = prompts;
        this.hints = hints;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param plan with what was typed, saved or not
     * @param version the form was filled for
     * @param conflict the version in place, when it is another one
     */
    Mono<EditorPage> page(
            Editing editing,
            Step step,
            StepForm form,
            Plan plan,
            int version,
            @Nullable Integer conflict,
            Language language) {
        return Mono.zip(publicLines(editing.draft().campaign()), hints.of(editing.draft(), step.slug(), language))
                .map(read -> page(editing, step, form, plan, version, conflict, language, read.getT1(), read.getT2()));
    }

    private EditorPage page(
            Editing editing,
            Step step,
            StepForm form,
            Plan plan,
            int version,
            @Nullable Integer conflict,
            Language language,
            Set<String> fixed,
            List<Hints.Hint> advice) {
        Draft draft = editing.draft();
        String home = home(editing);
        return new EditorPage(
                editing.association().slug(),
                home,
                plan.title(),
                plan.language(),
                step,
                steps(plan, step, home),
                version,
                saved(editing, language.locale()),
                draft.undoable(),
                draft.campaign().state() != Campaign.State.DRAFT,
                conflict,
                form,
                fixed,
                prompts.of(draft, language),
                prompts.advice(draft, language),
                advice,
                side(step, plan, language.locale()));
    }

    static String home(Editing editing) {
        return "/espace/" + editing.association().slug() + "/c/"
                + editing.draft().campaign().id().value();
    }

    private List<StepLink> steps(Plan plan, Step now, String home) {
        Set<String> open =
                Completeness.missing(plan, null, LocalDate.ofInstant(clock.instant(), clock.getZone())).stream()
                        .map(Missing::step)
                        .collect(Collectors.toSet());
        return Arrays.stream(Step.values())
                .map(step -> new StepLink(
                        step.slug(),
                        home + "/" + step.slug(),
                        step == now ? "now" : step == Step.PUBLICATION || open.contains(step.slug()) ? "todo" : "done"))
                .toList();
    }

    private static Object side(Step step, Plan plan, Locale locale) {
        return switch (step) {
            case BUDGET -> Sums.of(plan, locale);
            case RECIT -> Story.of(plan);
            default -> Effort.of(plan);
        };
    }

    private String saved(Editing editing, Locale locale) {
        ZonedDateTime at =
                editing.draft().savedAt().atZone(editing.association().zone());
        boolean today = at.toLocalDate().equals(editing.association().today(clock));
        String key = today ? "editor.saved.at" : "editor.saved.on";
        String when = today ? DayText.hour(at, locale) : DayText.inYear(at.toLocalDate(), locale);
        return messages.getMessage(key, new Object[] {when}, locale);
    }

    /** Lines donors have seen: they may go down to zero, never away. */
    private Mono<Set<String>> publicLines(Campaign campaign) {
        if (campaign.state() == Campaign.State.DRAFT) {
            return Mono.just(Set.of());
        }
        return campaigns
                .findPublished(campaign.id())
                .map(published -> published.plan().lines().stream()
                        .map(line -> line.id().toString())
                        .collect(Collectors.toSet()));
    }
}

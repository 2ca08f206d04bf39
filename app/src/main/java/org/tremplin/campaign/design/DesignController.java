package org.tremplin.campaign.design;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.Plan;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/** The steps of the editor: plain forms; a script may send the same form by itself while somebody types. */
@Controller
class DesignController {

    /** Set by the script that saves while somebody types: the answer is the page instead of a redirect. */
    private static final String AUTOSAVE = "X-Autosave";

    private final Editor editor;
    private final Drafts drafts;
    private final EditorPages pages;
    private final MessageSource messages;
    private final Ids ids;

    DesignController(Editor editor, Drafts drafts, EditorPages pages, MessageSource messages, Ids ids) {
        this.editor = editor;
        this.drafts = drafts;
        this.pages = pages;
        this.messages = messages;
        this.ids = ids;
    }

    @GetMapping("/espace/{association}/c/{id}")
    Mono<Rendering> home(@PathVariable("association") String association, @PathVariable("id") UUID id) {
        return editor.open(association, id).map(editing -> SeeOther.to(EditorPages.home(editing) + "/publication"));
    }

    @GetMapping({
        "/espace/{association}/c/{id}/projet",
        "/espace/{association}/c/{id}/budget",
        "/espace/{association}/c/{id}/recit",
        "/espace/{association}/c/{id}/diffusion"
    })
    Mono<Rendering> show(
            @PathVariable("association") String association, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        return editor.open(association, id).flatMap(editing -> saved(editing, step(exchange), Language.of(exchange)));
    }

    @PostMapping({
        "/espace/{association}/c/{id}/projet",
        "/espace/{association}/c/{id}/budget",
        "/espace/{association}/c/{id}/recit",
        "/espace/{association}/c/{id}/diffusion"
    })
    Mono<Rendering> change(
            @PathVariable("association") String association, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        boolean autosave = exchange.getRequest().getHeaders().containsHeader(AUTOSAVE);
        Language language = Language.of(exchange);
        return Mono.zip(editor.open(association, id), exchange.getFormData())
                .flatMap(both -> change(both.getT1(), step(exchange), new Typed(both.getT2()), autosave, language));
    }

    @PostMapping("/espace/{association}/c/{id}/annulation")
    Mono<Rendering> undo(
            @PathVariable("association") String association, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        return Mono.zip(editor.open(association, id), exchange.getFormData()).flatMap(both -> {
            Step step = Step.of(new Typed(both.getT2()).line("etape")).orElse(Step.PROJET);
            Campaign campaign = both.getT1().draft().campaign();
            return drafts.undo(campaign.association(), campaign.id())
                    .thenReturn(SeeOther.to(EditorPages.home(both.getT1()) + "/" + step.slug()));
        });
    }

    private Mono<Rendering> change(Editing editing, Step step, Typed typed, boolean autosave, Language language) {
        Draft draft = editing.draft();
        StepForm form = form(step, typed, editing, language);
        Problems problems = new Problems();
        Plan plan = form.applyTo(draft.plan(), problems);
        int version = version(typed);
        if (!problems.none()) {
            return render(
                    editing, step, form, plan, version, null, problems, HttpStatus.UNPROCESSABLE_ENTITY, language);
        }
        if (version != draft.version()) {
            return conflict(editing, step, form, plan, version, language);
        }
        String slug = form instanceof ReachForm reach
                ? reach.slug()
                : draft.campaign().slug();
        boolean same = plan.equals(draft.plan()) && slug.equals(draft.campaign().slug());
        Mono<Saving> saving = same
                ? Mono.just(new Saving.Saved(version, draft.savedAt()))
                : drafts.save(draft.campaign().association(), draft, plan, slug);
        return saving.flatMap(saved -> {
            if (saved instanceof Saving.Outdated) {
                return reopened(editing).flatMap(now -> conflict(now, step, form, plan, version, language));
            }
            if (saved instanceof Saving.SlugTaken) {
                problems.add("adresse", "editor.problem.slug-taken");
                return render(
                        editing, step, form, plan, version, null, problems, HttpStatus.UNPROCESSABLE_ENTITY, language);
            }
            return autosave
                    ? reopened(editing).flatMap(now -> saved(now, step, language))
                    : Mono.just(SeeOther.to(EditorPages.home(editing) + "/" + next(step, typed)));
        });
    }

    private Mono<Editing> reopened(Editing editing) {
        return editor.open(
                editing.association().slug(), editing.draft().campaign().id().value());
    }

    private Mono<Rendering> saved(Editing editing, Step step, Language language) {
        Plan plan = editing.draft().plan();
        int version = editing.draft().version();
        return render(
                editing,
                step,
                form(step, editing, language.locale()),
                plan,
                version,
                null,
                new Problems(),
                HttpStatus.OK,
                language);
    }

    private Mono<Rendering> conflict(
            Editing editing, Step step, StepForm form, Plan plan, int version, Language language) {
        Integer inPlace = editing.draft().version();
        return render(editing, step, form, plan, version, inPlace, new Problems(), HttpStatus.CONFLICT, language);
    }

    private Mono<Rendering> render(
            Editing editing,
            Step step,
            StepForm form,
            Plan plan,
            int version,
            @Nullable Integer conflict,
            Problems problems,
            HttpStatus status,
            Language language) {
        return pages.page(editing, step, form, plan, version, conflict, language)
                .map(page -> Rendering.view("campaign/" + step.slug())
                        .modelAttribute("page", page)
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }

    private StepForm form(Step step, Editing editing, Locale locale) {
        Plan plan = editing.draft().plan();
        return switch (step) {
            case BUDGET -> BudgetForm.of(plan, locale, ids::next);
            case RECIT -> PitchForm.of(plan);
            case DIFFUSION -> ReachForm.of(plan, editing.draft().campaign().slug(), locale);
            default -> ProjectForm.of(plan);
        };
    }

    private StepForm form(Step step, Typed typed, Editing editing, Language language) {
        return switch (step) {
            case BUDGET -> BudgetForm.typed(typed, editing.draft().plan(), ids::next);
            case RECIT -> PitchForm.typed(typed, starter(typed, language));
            case DIFFUSION -> ReachForm.typed(typed, editing.draft().campaign(), ids::next);
            default -> ProjectForm.typed(typed);
        };
    }

    /** The beginning of a sentence somebody asked for. */
    private String starter(Typed typed, Language language) {
        String number = typed.line("debut");
        return number.matches("[1-4]") ? messages.getMessage("pitch.starter." + number, null, language.locale()) : "";
    }

    /** The version the form was filled for, or the one in place when its owner insists. */
    private static int version(Typed typed) {
        String insisted = typed.line("forcer");
        String number = insisted.isEmpty() ? typed.line("version") : insisted;
        return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0;
    }

    private static String next(Step step, Typed typed) {
        return typed.has("suite") ? Step.values()[step.ordinal() + 1].slug() : step.slug();
    }

    /** The last part of the address. */
    private static Step step(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        return Step.of(path.substring(path.lastIndexOf('/') + 1)).orElse(Step.PROJET);
    }
}

package org.tremplin.capacity.plan;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.capacity.ActionState;
import org.tremplin.capacity.PlannedAction;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.share.PlanReaders;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** The action plan: read by all members, written by those who write. */
@Controller
class PlanController {

    private static final String ALL = "/espace/{association}/plan";
    private static final String NEW = ALL + "/nouvelle";
    private static final String ONE = ALL + "/{action}";
    private static final int LONGEST_REASON = 300;

    private final Associations associations;
    private final Actions actions;
    private final PlanPages pages;
    private final PlanReaders readers;
    private final Grid grid;
    private final Clock clock;

    PlanController(
            Associations associations, Actions actions, PlanPages pages, PlanReaders readers, Grid grid, Clock clock) {
        this.associations = associations;
        this.actions = actions;
        this.pages = pages;
        this.readers = readers;
        this.grid = grid;
        this.clock = clock;
    }

    /** @param moved what just moved; @param before where it stood, so that it can go back */
    @GetMapping(ALL)
    Mono<Rendering> show(
            @PathVariable("association") String slug,
            @RequestParam(name = "action", required = false) @Nullable UUID moved,
            @RequestParam(name = "avant", defaultValue = "") String before,
            ServerWebExchange exchange) {
        return associations
                .at(slug)
                .flatMap(association -> page(association, moved, before, new Problems(), HttpStatus.OK, exchange));
    }

    /** @param card whose advice is planned; one that is in the plan already leads to it */
    @GetMapping(NEW)
    Mono<Rendering> blank(
            @PathVariable("association") String slug,
            @RequestParam(name = "conseil", defaultValue = "") String card,
            ServerWebExchange exchange) {
        Optional<Card> advised = grid.card(card);
        return associations
                .at(slug)
                .flatMap(association -> actions.of(association.id())
                        .flatMap(planned -> planned.stream()
                                .filter(action -> action.state().open())
                                .filter(action -> advised.map(Card::id)
                                        .filter(id -> id.equals(action.card()))
                                        .isPresent())
                                .findFirst()
                                .map(action -> Mono.just(SeeOther.to(PlanPages.home(association) + "/" + action.id())))
                                .orElseGet(() -> form(
                                        association,
                                        null,
                                        advised.map(found -> ActionForm.of(
                                                        found,
                                                        Language.of(exchange).code()))
                                                .orElse(ActionForm.EMPTY),
                                        new Problems(),
                                        HttpStatus.OK,
                                        exchange))));
    }

    @PostMapping(NEW)
    Mono<Rendering> add(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), typed(exchange)).flatMap(both -> {
            Association association = both.getT1();
            ActionForm form = both.getT2();
            return checked(association, form, null, exchange)
                    .flatMap(problems -> problems.none()
                            ? actions.add(association.id(), form)
                                    .map(id -> to(association, "#a-" + id))
                                    .switchIfEmpty(Mono.defer(() -> form(
                                            association,
                                            null,
                                            form,
                                            new Problems().add("quoi", "plan.full", Actions.MOST),
                                            HttpStatus.UNPROCESSABLE_ENTITY,
                                            exchange)))
                            : form(association, null, form, problems, HttpStatus.UNPROCESSABLE_ENTITY, exchange));
        });
    }

    @GetMapping(ONE)
    Mono<Rendering> edit(
            @PathVariable("association") String slug, @PathVariable("action") UUID id, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return associations
                .at(slug)
                .flatMap(association -> actions.find(association.id(), id)
                        .flatMap(action -> form(
                                association,
                                new Opened(action, action.version(), null),
                                ActionForm.of(action, locale),
                                new Problems(),
                                HttpStatus.OK,
                                exchange)))
                .switchIfEmpty(NotFound.page());
    }

    @PostMapping(ONE)
    Mono<Rendering> change(
            @PathVariable("association") String slug, @PathVariable("action") UUID id, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(both -> actions.find(both.getT1().id(), id)
                        .flatMap(action -> change(both.getT1(), action, both.getT2(), exchange)))
                .switchIfEmpty(NotFound.page());
    }

    private Mono<Rendering> change(
            Association association, PlannedAction action, Typed typed, ServerWebExchange exchange) {
        String card = action.card();
        // where it comes from is no field of this form
        ActionForm form = ActionForm.read(typed).withCard(card == null ? "" : card);
        return checked(association, form, action, exchange).flatMap(problems -> {
            if (!problems.none()) {
                return form(
                        association,
                        new Opened(action, typed.version(), null),
                        form,
                        problems,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        exchange);
            }
            return actions.change(association.id(), action.id(), form, typed.version())
                    .filter(done -> done)
                    .map(done -> to(association, "#a-" + action.id()))
                    .switchIfEmpty(Mono.defer(() -> late(association, action.id(), form, typed.version(), exchange)));
        });
    }

    /** Somebody else changed it meanwhile: both stand on the page, and what was typed stays in the form. */
    private Mono<Rendering> late(
            Association association, UUID id, ActionForm form, int version, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return actions.find(association.id(), id)
                .flatMap(now -> ActionForm.of(now, locale).equals(form)
                        // the same, sent twice
                        ? Mono.just(to(association, "#a-" + id))
                        : pages.row(association, now, locale)
                                .flatMap(theirs -> form(
                                        association,
                                        new Opened(now, version, theirs),
                                        form,
                                        new Problems(),
                                        HttpStatus.CONFLICT,
                                        exchange)));
    }

    /** Fields: {@code etat}, and {@code raison} for what is dropped. */
    @PostMapping(ONE + "/etat")
    Mono<Rendering> move(
            @PathVariable("association") String slug, @PathVariable("action") UUID id, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(both -> actions.find(both.getT1().id(), id)
                        .flatMap(action -> move(both.getT1(), action, both.getT2(), exchange)))
                .switchIfEmpty(NotFound.page());
    }

    private Mono<Rendering> move(
            Association association, PlannedAction action, Typed typed, ServerWebExchange exchange) {
        ActionState next = state(typed.line("etat")).orElse(action.state());
        String reason = typed.line("raison");
        Problems problems = new Problems();
        if (next == ActionState.DROPPED && reason.isEmpty()) {
            problems.add("raison-" + action.id(), "plan.reason.missing");
        } else if (next == ActionState.DROPPED && reason.length() > LONGEST_REASON) {
            problems.add("raison-" + action.id(), "plan.text.long", LONGEST_REASON, reason.length());
        }
        if (!problems.none()) {
            return page(association, null, "", problems, HttpStatus.UNPROCESSABLE_ENTITY, exchange);
        }
        // a second click, or somebody else's, changes nothing more
        return actions.move(association.id(), action, next, reason)
                .map(moved -> to(
                        association,
                        moved
                                ? "?action=" + action.id() + "&avant="
                                        + action.state().name()
                                : ""));
    }

    static Optional<ActionState> state(String code) {
        return Arrays.stream(ActionState.values())
                .filter(state -> state.name().equals(code))
                .findFirst();
    }

    private Mono<ActionForm> typed(ServerWebExchange exchange) {
        return Typed.in(exchange)
                .map(ActionForm::read)
                .map(form ->
                        form.withCard(grid.card(form.conseil()).map(Card::id).orElse("")));
    }

    private Mono<Problems> checked(
            Association association, ActionForm form, @Nullable PlannedAction known, ServerWebExchange exchange) {
        return pages.choices(association.id(), known, Language.of(exchange).locale())
                .map(choices -> form.check(association.today(clock), choices));
    }

    private Mono<Rendering> page(
            Association association,
            @Nullable UUID moved,
            String before,
            Problems problems,
            HttpStatus status,
            ServerWebExchange exchange) {
        return pages.page(
                        association,
                        association.today(clock),
                        moved,
                        before,
                        Language.of(exchange).locale())
                .zipWith(readers.of(association))
                .map(read -> Rendering.view("capacity/plan")
                        .modelAttribute("page", read.getT1())
                        .modelAttribute("readers", read.getT2())
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }

    private Mono<Rendering> form(
            Association association,
            @Nullable Opened opened,
            ActionForm form,
            Problems problems,
            HttpStatus status,
            ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        PlannedAction known = opened == null ? null : opened.action();
        return Mono.zip(pages.choices(association.id(), known, language.locale()), readers.of(association))
                .map(read -> {
                    Rendering.Builder<?> view = Rendering.view("capacity/plan-action")
                            .modelAttribute("home", PlanPages.home(association))
                            .modelAttribute("form", form)
                            .modelAttribute("choices", read.getT1())
                            .modelAttribute("readers", read.getT2())
                            .modelAttribute(
                                    "gap",
                                    grid.card(form.conseil())
                                            .map(card -> card.gap().in(language.code()))
                                            .orElse(""))
                            .modelAttribute("problems", problems)
                            .status(status);
                    return (opened == null ? view : view.modelAttribute("opened", opened)).build();
                });
    }

    private static Rendering to(Association association, String below) {
        return SeeOther.to(PlanPages.home(association) + below);
    }

    /**
     * An action that a form changes.
     *
     * @param version it had when the form was opened
     * @param theirs as somebody else changed it meanwhile
     */
    record Opened(PlannedAction action, int version, PlanPage.@Nullable Row theirs) {}
}

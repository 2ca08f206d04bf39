package org.tremplin.capacity.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Associations;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** The questions on paper, for whoever answers without a screen. */
@Controller
class PaperController {

    private final Associations associations;
    private final Questionnaire questionnaire;
    private final Grid grid;
    private final MessageSource messages;

    PaperController(Associations associations, Questionnaire questionnaire, Grid grid, MessageSource messages) {
        this.associations = associations;
        this.questionnaire = questionnaire;
        this.grid = grid;
        this.messages = messages;
    }

    @GetMapping("/espace/{association}/diagnostic/papier")
    Mono<Rendering> print(
            @PathVariable("association") String slug,
            @RequestParam(name = "forme", required = false) @Nullable String form,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        boolean express = !"complet".equals(form);
        return associations
                .at(slug)
                .map(association -> Rendering.view("capacity/paper")
                        .modelAttribute(
                                "page",
                                new PaperPage(
                                        association.name(),
                                        Place.home(slug),
                                        express,
                                        questionnaire.tokens(),
                                        partners(express, locale),
                                        express ? 0 : grid.asked().pairGrid(),
                                        Step.of(express).stream()
                                                .map(step -> part(step, express, locale))
                                                .toList()))
                        .build());
    }

    private PaperPage.Part part(Step step, boolean express, Locale locale) {
        return new PaperPage.Part(
                step.slug(),
                questionnaire.title(step, locale),
                questionnaire.questions(step, express, Questionnaire.SMALLEST, locale),
                step == Step.ENERGY ? questionnaire.orientations(locale) : List.of());
    }

    /** In the order of the form they are typed into. */
    private PaperPage.Partners partners(boolean express, Locale locale) {
        List<PaperPage.Code> codes = new ArrayList<>();
        codes.add(new PaperPage.Code(
                text("partners.column.type", locale),
                grid.asked().partnerTypes().stream()
                        .map(type -> type.words().in(locale.getLanguage()))
                        .toList()));
        codes.add(code("reach", Stream.of(Reach.values()).map(Enum::name), locale));
        if (!express) {
            codes.add(code("rhythm", Stream.of("MONTHLY", "QUARTERLY", "RARE"), locale));
            codes.add(code("exchange", Stream.of("ONLINE", "IN_PERSON", "BOTH"), locale));
            codes.add(code("useful", Stream.of("YES", "REVIEW", "NO"), locale));
        }
        return new PaperPage.Partners(
                questionnaire.partners(express),
                codes,
                grid.asked().contributions().stream()
                        .map(what -> what.words().in(locale.getLanguage()))
                        .map(said -> new PaperPage.Box(said.substring(0, 1), said))
                        .toList());
    }

    private PaperPage.Code code(String what, Stream<String> values, Locale locale) {
        return new PaperPage.Code(
                text("partners.column." + what, locale),
                values.map(value -> text("partners." + what + "." + value, locale))
                        .toList());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

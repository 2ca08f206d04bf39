package org.tremplin.capacity.plan;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.platform.paper.Press;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Our strategy on one page: read and taken along by all members, written anew by those who write. */
@Controller
class StrategyController {

    private static final String PAGE = "/espace/{association}/strategie";

    private final Associations associations;
    private final StrategyPages pages;
    private final StrategyTexts texts;
    private final StrategyPaper paper;
    private final Press press;

    StrategyController(
            Associations associations, StrategyPages pages, StrategyTexts texts, StrategyPaper paper, Press press) {
        this.associations = associations;
        this.pages = pages;
        this.texts = texts;
        this.paper = paper;
        this.press = press;
    }

    /** @param names {@code non} for a page that may leave the association */
    @GetMapping(PAGE)
    Mono<Rendering> show(
            @PathVariable("association") String slug,
            @RequestParam(name = "noms", defaultValue = "oui") String names,
            ServerWebExchange exchange) {
        return associations
                .at(slug)
                .flatMap(association -> pages.page(
                        association, !"non".equals(names), Language.of(exchange).locale()))
                .map(page -> Rendering.view("capacity/strategy-page")
                        .modelAttribute("page", page)
                        .build());
    }

    /** @param names {@code oui} for use inside only: without it, types stand for names */
    @GetMapping(PAGE + "/strategie.pdf")
    Mono<ResponseEntity<byte[]>> pdf(
            @PathVariable("association") String slug,
            @RequestParam(name = "noms", defaultValue = "non") String names,
            ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return associations
                .at(slug)
                .flatMap(association -> pages.page(association, "oui".equals(names), language.locale()))
                .flatMap(page -> press.download("strategie.pdf", paper.of(page, language)));
    }

    @GetMapping(PAGE + "/texte")
    Mono<Rendering> edit(
            @PathVariable("association") String slug,
            @RequestParam(name = "partie", defaultValue = "") String part,
            ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), part(part))
                .flatMap(both -> pages.editing(
                                both.getT1(),
                                both.getT2(),
                                Language.of(exchange).locale())
                        .map(editing -> form(
                                both.getT1(),
                                editing,
                                new Draft(editing.shown(), editing.version()),
                                new Problems(),
                                HttpStatus.OK)));
    }

    @PostMapping(PAGE + "/texte")
    Mono<Rendering> write(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(both -> part(both.getT2().line("partie"))
                        .flatMap(part -> write(
                                both.getT1(),
                                part,
                                new Draft(
                                        both.getT2().text("texte"), both.getT2().version()),
                                Language.of(exchange).locale())));
    }

    /** What the diagnosis gives stands there again; the association's own text is kept aside. */
    @PostMapping(PAGE + "/origine")
    Mono<Rendering> restore(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return show(slug, false, exchange);
    }

    @PostMapping(PAGE + "/reprise")
    Mono<Rendering> resume(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return show(slug, true, exchange);
    }

    private Mono<Rendering> show(String slug, boolean own, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(both -> part(both.getT2().line("partie"))
                        .flatMap(part -> texts.show(both.getT1().id(), part, own)
                                .thenReturn(SeeOther.to(
                                        StrategyPages.home(both.getT1()) + "/texte?partie=" + part.slug()))));
    }

    private Mono<Rendering> write(Association association, StrategyPart part, Draft draft, Locale locale) {
        Problems problems = draft.check();
        return pages.editing(association, part, locale).flatMap(editing -> {
            if (!problems.none()) {
                return Mono.just(form(association, editing, draft, problems, HttpStatus.UNPROCESSABLE_ENTITY));
            }
            return keep(association, editing, draft)
                    .filter(kept -> kept)
                    .map(kept -> SeeOther.to(StrategyPages.home(association) + "#" + part.slug()))
                    .switchIfEmpty(Mono.defer(() -> pages.editing(association, part, locale)
                            .map(now -> form(association, now, draft, problems, HttpStatus.CONFLICT))));
        });
    }

    /** @return whether nobody else wrote meanwhile */
    private Mono<Boolean> keep(Association association, StrategyPages.Editing editing, Draft draft) {
        if (draft.body().equals(editing.shown())) {
            return Mono.just(true);
        }
        if (draft.version() != editing.version()) {
            return Mono.just(false);
        }
        return draft.body().equals(editing.generated())
                ? texts.show(association.id(), editing.part(), false).thenReturn(true)
                : texts.write(association.id(), editing.part(), draft.body(), draft.version());
    }

    private static Rendering form(
            Association association, StrategyPages.Editing editing, Draft draft, Problems problems, HttpStatus status) {
        StrategyTexts.Written written = editing.written().orElse(null);
        return Rendering.view("capacity/strategy-text")
                .modelAttribute("home", StrategyPages.home(association))
                .modelAttribute("part", editing.part().slug())
                .modelAttribute("heading", editing.part().key())
                .modelAttribute("body", draft.body())
                .modelAttribute("version", draft.version())
                .modelAttribute("theirs", status == HttpStatus.CONFLICT ? editing.shown() : "")
                .modelAttribute("inPlace", editing.version())
                .modelAttribute("most", StrategyTexts.LONGEST)
                .modelAttribute("own", written != null && written.shown())
                .modelAttribute("writtenOn", written == null ? "" : association.day(written.at()))
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    private static Mono<StrategyPart> part(String slug) {
        return Mono.justOrEmpty(StrategyPart.at(slug)).switchIfEmpty(NotFound.page());
    }

    /** A text as typed. @param version of the one it was opened at; 0 where there was none */
    private record Draft(String body, int version) {

        Problems check() {
            Problems problems = new Problems();
            if (body.isBlank()) {
                problems.add("texte", "strategy.text.missing");
            } else if (body.length() > StrategyTexts.LONGEST) {
                problems.add("texte", "plan.text.long", StrategyTexts.LONGEST, body.length());
            } else if (body.lines().count() > StrategyTexts.MOST_LINES) {
                problems.add("texte", "strategy.text.lines", StrategyTexts.MOST_LINES);
            }
            return problems;
        }
    }
}

package org.tremplin.capacity.diagnosis;

import java.util.List;
import java.util.Optional;
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
import org.tremplin.association.Memberships;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Where an association begins its diagnosis, sees how far it is, concludes it or opens it again. */
@Controller
class DiagnosisController {

    private static final String PATH = "/espace/{association}/diagnostic";

    private final Associations associations;
    private final Memberships memberships;
    private final StoredAssessments assessments;
    private final AnswerSheets sheets;
    private final Conclusions conclusions;
    private final DiagnosisPages pages;

    DiagnosisController(
            Associations associations,
            Memberships memberships,
            StoredAssessments assessments,
            AnswerSheets sheets,
            Conclusions conclusions,
            DiagnosisPages pages) {
        this.associations = associations;
        this.memberships = memberships;
        this.assessments = assessments;
        this.sheets = sheets;
        this.conclusions = conclusions;
        this.pages = pages;
    }

    @GetMapping(PATH)
    Mono<Rendering> home(
            @PathVariable("association") String slug,
            @RequestParam(name = "forme", required = false) @Nullable String form,
            @RequestParam(name = "nouveau", required = false) @Nullable String again,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return view(slug, acting, Chosen.of(form, again != null), new Problems(), HttpStatus.OK, exchange);
    }

    /** Begins, goes on with the other form, or opens again what was concluded. */
    @PostMapping(PATH)
    Mono<Rendering> begin(@PathVariable("association") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(both -> assessments
                        .all(both.getT1().id())
                        .flatMap(all -> begin(both.getT1(), all, acting, both.getT2(), exchange)));
    }

    private Mono<Rendering> begin(
            Association association,
            List<Assessment> all,
            SignedInPerson acting,
            Typed typed,
            ServerWebExchange exchange) {
        Chosen chosen = Chosen.read(typed);
        Optional<Assessment> latest = all.stream().findFirst();
        Problems problems = new Problems();
        if (chosen.mediator().length() > MediatorText.MOST) {
            problems.add("mediation", "diagnosis.mediator.long", MediatorText.MOST);
        }
        if (chosen.express() && latest.filter(one -> !one.express()).isPresent() && !typed.on("raccourcir")) {
            problems.add("raccourcir", "diagnosis.shorter.missing");
        }
        if (!problems.none()) {
            return view(association.slug(), acting, chosen, problems, HttpStatus.UNPROCESSABLE_ENTITY, exchange);
        }
        return opened(association, latest, chosen)
                .then(Mono.defer(() -> beside(association, acting, chosen.mediator())))
                .thenReturn(SeeOther.to(Place.home(association.slug()) + "/questions" + part(typed.line("partie"))));
    }

    private static String part(String wanted) {
        return Step.find(wanted, false).map(step -> "?partie=" + step.slug()).orElse("");
    }

    private Mono<Void> opened(Association association, Optional<Assessment> latest, Chosen chosen) {
        return latest.isEmpty() || chosen.again() && !latest.get().open()
                ? sheets.begin(association.id(), chosen.express())
                : sheets.open(latest.get(), chosen.express());
    }

    private Mono<Void> beside(Association association, SignedInPerson acting, String mediator) {
        return Mono.zip(assessments.all(association.id()), memberships.of(acting.id(), association.slug()))
                .flatMap(read -> read.getT1().stream()
                        .filter(Assessment::open)
                        .findFirst()
                        .map(open -> sheets.own(open, acting.id(), read.getT2().role())
                                .flatMap(own -> sheets.beside(own, mediator)))
                        .orElse(Mono.empty()));
    }

    /** A paper form somebody filled in, to be typed in by a member. */
    @PostMapping(PATH + "/feuilles")
    Mono<Rendering> paper(@PathVariable("association") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange)).flatMap(both -> {
            String role = both.getT2().line("role");
            if (role.isEmpty() || role.length() > 80) {
                return refused(slug, acting, new Problems().add("role", "diagnosis.paper.role.missing"), exchange);
            }
            return assessments
                    .all(both.getT1().id())
                    .flatMap(all -> all.stream()
                            .filter(Assessment::open)
                            .findFirst()
                            .map(open -> sheets.paper(open, role)
                                    .map(sheet -> SeeOther.to(Place.home(slug) + "/questions?feuille=" + sheet))
                                    .switchIfEmpty(refused(
                                            slug,
                                            acting,
                                            new Problems()
                                                    .add("role", "diagnosis.paper.many", AnswerSheets.MOST_SHEETS),
                                            exchange)))
                            .orElse(Mono.just(SeeOther.to(Place.home(slug)))));
        });
    }

    /** A result of the full form is replaced by one of the short form only by those who say so. */
    @PostMapping(PATH + "/resultat")
    Mono<Rendering> conclude(
            @PathVariable("association") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(both -> conclusions
                        .replaced(both.getT1().id())
                        .flatMap(replaced ->
                                replaced.isPresent() && !both.getT2().on("court")
                                        ? refused(
                                                slug,
                                                acting,
                                                new Problems().add("suite", "diagnosis.replaces.missing"),
                                                exchange)
                                        : conclude(both.getT1(), acting, exchange)));
    }

    private Mono<Rendering> conclude(Association association, SignedInPerson acting, ServerWebExchange exchange) {
        return conclusions
                .conclude(association.id())
                .flatMap(made -> made
                        ? Mono.just(SeeOther.to(Place.home(association.slug()) + "/resultat"))
                        : refused(
                                association.slug(),
                                acting,
                                new Problems().add("suite", "diagnosis.nothing"),
                                exchange));
    }

    private Mono<Rendering> refused(String slug, SignedInPerson acting, Problems problems, ServerWebExchange exchange) {
        return view(slug, acting, Chosen.NOTHING, problems, HttpStatus.UNPROCESSABLE_ENTITY, exchange);
    }

    private Mono<Rendering> view(
            String slug,
            SignedInPerson acting,
            Chosen chosen,
            Problems problems,
            HttpStatus status,
            ServerWebExchange exchange) {
        return associations
                .at(slug)
                .flatMap(association ->
                        pages.page(association, acting, Language.of(exchange).locale()))
                .map(page -> Rendering.view("capacity/diagnosis")
                        .modelAttribute("page", page)
                        .modelAttribute("chosen", chosen.orAsBefore(page.express()))
                        .modelAttribute("reopen", reopen(page, exchange))
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }

    /** The part that somebody wanted to answer of a diagnosis that is concluded; empty for most. */
    private static String reopen(DiagnosisPage page, ServerWebExchange exchange) {
        String wanted = exchange.getRequest().getQueryParams().getFirst("partie");
        return page.open() || page.doneOn() == null || wanted == null
                ? ""
                : Step.find(wanted, false).map(Step::slug).orElse("");
    }

    /**
     * What is chosen in the form that begins or changes a diagnosis.
     *
     * @param form empty when nothing is chosen
     * @param again whether to begin anew
     */
    record Chosen(String form, boolean again, String mediator) {

        static final Chosen NOTHING = new Chosen("", false, "");

        static Chosen of(@Nullable String form, boolean again) {
            return new Chosen(form == null ? "" : form, again, "");
        }

        static Chosen read(Typed typed) {
            return new Chosen(typed.line("forme"), typed.on("nouveau"), typed.line("mediation"));
        }

        public boolean express() {
            return !form.equals("complet");
        }

        Chosen orAsBefore(boolean express) {
            return form.isEmpty() ? new Chosen(express ? "court" : "complet", again, mediator) : this;
        }
    }
}

package org.tremplin.capacity.diagnosis;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Profile;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Reach;
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

    /** The smallest, so that the paper form shows every answer it may allow. */
    private static final Profile SMALLEST = new Profile(0, Ratio.ZERO, Reach.LOCAL, Answer.UNKNOWN, null, null);

    private final Associations associations;
    private final Memberships memberships;
    private final StoredAssessments assessments;
    private final AnswerSheets sheets;
    private final Conclusions conclusions;
    private final Questionnaire questionnaire;

    DiagnosisController(
            Associations associations,
            Memberships memberships,
            StoredAssessments assessments,
            AnswerSheets sheets,
            Conclusions conclusions,
            Questionnaire questionnaire) {
        this.associations = associations;
        this.memberships = memberships;
        this.assessments = assessments;
        this.sheets = sheets;
        this.conclusions = conclusions;
        this.questionnaire = questionnaire;
    }

    @GetMapping(PATH)
    Mono<Rendering> home(@PathVariable("association") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return view(slug, acting, new Problems(), HttpStatus.OK, exchange);
    }

    /** Begins, goes on with the other form, or opens again what was concluded. */
    @PostMapping(PATH)
    Mono<Rendering> begin(@PathVariable("association") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange)).flatMap(both -> {
            Typed typed = both.getT2();
            boolean express = !typed.line("forme").equals("complet");
            String mediator = typed.line("mediation");
            if (mediator.length() > MediatorText.MOST) {
                return view(
                        slug,
                        acting,
                        new Problems().add("mediation", "diagnosis.mediator.long", MediatorText.MOST),
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        exchange);
            }
            return opened(both.getT1(), express, typed.on("nouveau"))
                    .then(Mono.defer(() -> beside(both.getT1(), acting, slug, mediator)))
                    .thenReturn(SeeOther.to("/espace/" + slug + "/diagnostic/questions" + part(typed.line("partie"))));
        });
    }

    private static String part(String wanted) {
        return Step.find(wanted, false).map(step -> "?partie=" + step.slug()).orElse("");
    }

    private Mono<Void> opened(Association association, boolean express, boolean again) {
        return assessments.all(association.id()).flatMap(all -> {
            Optional<Assessment> latest = all.stream().findFirst();
            return latest.isEmpty() || again && !latest.get().open()
                    ? sheets.begin(association.id(), express)
                    : sheets.open(latest.get(), express);
        });
    }

    private Mono<Void> beside(Association association, SignedInPerson acting, String slug, String mediator) {
        return Mono.zip(assessments.all(association.id()), memberships.of(acting.id(), slug))
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
                return view(
                        slug,
                        acting,
                        new Problems().add("role", "diagnosis.paper.role.missing"),
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        exchange);
            }
            return assessments
                    .all(both.getT1().id())
                    .flatMap(all -> all.stream()
                            .filter(Assessment::open)
                            .findFirst()
                            .map(open -> sheets.paper(open, role)
                                    .map(sheet ->
                                            SeeOther.to("/espace/" + slug + "/diagnostic/questions?feuille=" + sheet))
                                    .switchIfEmpty(view(
                                            slug,
                                            acting,
                                            new Problems()
                                                    .add("role", "diagnosis.paper.many", AnswerSheets.MOST_SHEETS),
                                            HttpStatus.UNPROCESSABLE_ENTITY,
                                            exchange)))
                            .orElse(Mono.just(SeeOther.to("/espace/" + slug + "/diagnostic"))));
        });
    }

    @PostMapping(PATH + "/resultat")
    Mono<Rendering> conclude(
            @PathVariable("association") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return associations
                .at(slug)
                .flatMap(association -> conclusions
                        .conclude(association.id())
                        .flatMap(said -> said
                                ? Mono.just(SeeOther.to("/espace/" + slug + "/diagnostic/resultat"))
                                : view(
                                        slug,
                                        acting,
                                        new Problems().add("suite", "diagnosis.nothing"),
                                        HttpStatus.UNPROCESSABLE_ENTITY,
                                        exchange)));
    }

    @GetMapping(PATH + "/papier")
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
                                        "/espace/" + slug + "/diagnostic",
                                        express,
                                        questionnaire.tokens(),
                                        Step.of(express).stream()
                                                .map(step -> new PaperPage.Part(
                                                        questionnaire.title(step, locale),
                                                        questionnaire.questions(step, express, SMALLEST, locale),
                                                        step == Step.ENERGY
                                                                ? questionnaire.orientations(locale)
                                                                : List.of()))
                                                .toList()))
                        .build());
    }

    private Mono<Rendering> view(
            String slug, SignedInPerson acting, Problems problems, HttpStatus status, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return associations
                .at(slug)
                .flatMap(association ->
                        assessments.all(association.id()).flatMap(all -> page(association, slug, acting, all, locale)))
                .map(page -> Rendering.view("capacity/diagnosis")
                        .modelAttribute("page", page)
                        .modelAttribute(
                                "again", exchange.getRequest().getQueryParams().containsKey("nouveau"))
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

    private Mono<DiagnosisPage> page(
            Association association, String slug, SignedInPerson acting, List<Assessment> all, Locale locale) {
        Optional<Assessment> open = all.stream().filter(Assessment::open).findFirst();
        Mono<List<DiagnosisPage.Part>> parts =
                open.map(one -> parts(one, slug, acting, locale)).orElse(Mono.just(List.of()));
        Mono<List<Respondent>> respondents = open.map(sheets::all).orElse(Mono.just(List.of()));
        return Mono.zip(parts, respondents).map(read -> {
            LocalDate done = all.stream()
                    .map(Assessment::doneAt)
                    .filter(at -> at != null)
                    .findFirst()
                    .map(association::day)
                    .orElse(null);
            return new DiagnosisPage(
                    "/espace/" + slug,
                    open.isPresent(),
                    open.map(Assessment::express).orElse(true),
                    done,
                    read.getT1(),
                    read.getT2());
        });
    }

    /** Those in which this person has something to answer. */
    private Mono<List<DiagnosisPage.Part>> parts(Assessment open, String slug, SignedInPerson acting, Locale locale) {
        return Mono.zip(
                        sheets.answers(open, acting.id()),
                        assessments.answers(open),
                        memberships
                                .of(acting.id(), slug)
                                .map(member -> ResultReaders.WRITERS.contains(member.role()))
                                .defaultIfEmpty(false))
                .map(read -> Step.of(open.express()).stream()
                        .map(step -> {
                            List<String> ids = questionnaire.ids(step, open.express(), SMALLEST, read.getT3());
                            int answered = (int) ids.stream()
                                    .filter(id -> read.getT1().containsKey(id)
                                            || read.getT2().traits().containsKey(id))
                                    .count();
                            return new DiagnosisPage.Part(
                                    step.slug(), questionnaire.title(step, locale), answered, ids.size());
                        })
                        .filter(part -> part.asked() > 0)
                        .toList());
    }
}

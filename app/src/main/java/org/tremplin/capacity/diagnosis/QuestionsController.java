package org.tremplin.capacity.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Membership;
import org.tremplin.association.Memberships;
import org.tremplin.capacity.PartnerNetwork;
import org.tremplin.capacity.Profile;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** One section a page: each member answers for themselves, or types in a paper form; saved as they go. */
@Controller
class QuestionsController {

    private static final String PATH = "/espace/{association}/diagnostic/questions";

    /** What the script that saves at each click adds. */
    private static final String AUTOSAVE = "X-Autosave";

    private final Memberships memberships;
    private final StoredAssessments assessments;
    private final AnswerSheets sheets;
    private final Questionnaire questionnaire;
    private final Grid grid;

    QuestionsController(
            Memberships memberships,
            StoredAssessments assessments,
            AnswerSheets sheets,
            Questionnaire questionnaire,
            Grid grid) {
        this.memberships = memberships;
        this.assessments = assessments;
        this.sheets = sheets;
        this.questionnaire = questionnaire;
        this.grid = grid;
    }

    @GetMapping(PATH)
    Mono<Rendering> questions(
            @PathVariable("association") String slug,
            @RequestParam(name = "partie", defaultValue = "profil") String part,
            @RequestParam(name = "feuille", required = false) @Nullable Integer sheet,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return at(slug, part, sheet, acting, Assessment::open)
                .map(found -> found.filter(Place::asked)
                        .map(place -> view(
                                place,
                                place.written(),
                                new Problems(),
                                HttpStatus.OK,
                                Language.of(exchange).locale()))
                        .orElse(SeeOther.to(home(slug) + reopening(part))));
    }

    /** Where a concluded diagnosis is opened again, to come back to this very part. */
    private static String reopening(String part) {
        return Step.find(part, false)
                .filter(step -> step != Step.PROFILE)
                .map(step -> "?partie=" + step.slug() + "#rouvrir")
                .orElse("");
    }

    @PostMapping(PATH)
    Mono<Rendering> answer(
            @PathVariable("association") String slug,
            @RequestParam(name = "partie", defaultValue = "profil") String part,
            @RequestParam(name = "feuille", required = false) @Nullable Integer sheet,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(at(slug, part, sheet, acting, latest -> true), Typed.in(exchange))
                .flatMap(both -> both.getT1()
                        .map(place -> save(place, both.getT2(), exchange))
                        .orElse(Mono.just(SeeOther.to(home(slug)))));
    }

    private Mono<Rendering> save(Place place, Typed typed, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        Problems problems = new Problems();
        QuestionsForm form = read(place, typed, problems, locale);
        Map<String, String> written = new HashMap<>(place.written());
        written.putAll(form.answers());
        written.putAll(form.traits());
        if (!problems.none()) {
            return Mono.just(view(place, written, problems, HttpStatus.UNPROCESSABLE_ENTITY, locale));
        }
        boolean byScript = exchange.getRequest().getHeaders().containsHeader(AUTOSAVE);
        boolean again = typed.on("rouvrir") && place.writer();
        return (again ? sheets.open(place.assessment(), place.express()) : Mono.<Void>empty())
                .then(sheets.save(place.assessment(), place.respondent(), form.answers(), form.traits()))
                .map(saved -> {
                    if (!saved && !written.equals(place.written())) {
                        return view(place, written, problems, HttpStatus.CONFLICT, locale);
                    }
                    return byScript
                            ? view(place, written, problems, HttpStatus.OK, locale)
                            : SeeOther.to(saved ? next(place, typed.line("vers")) : home(place.slug()));
                });
    }

    /** All that the page may hold: a colleague may have changed to the short form since it was opened. */
    private QuestionsForm read(Place place, Typed typed, Problems problems, Locale locale) {
        if (place.step() == Step.ENERGY) {
            return place.traits()
                    ? QuestionsForm.tokens(questionnaire.orientations(locale), questionnaire.tokens(), typed, problems)
                    : new QuestionsForm(Map.of(), Map.of());
        }
        return QuestionsForm.read(
                questionnaire.questions(place.step(), false, place.profile(), locale).stream()
                        .filter(question -> place.traits() || !question.trait())
                        .toList(),
                typed,
                problems);
    }

    private static String next(Place place, String wanted) {
        List<Step> steps = Step.of(place.express());
        int at = steps.indexOf(place.step()) + (wanted.equals("avant") ? -1 : 1);
        if (wanted.equals("arret") || !steps.contains(place.step()) || at < 0 || at >= steps.size()) {
            return home(place.slug());
        }
        Integer sheet = place.respondent().sheet();
        return home(place.slug()) + "/questions?partie=" + steps.get(at).slug()
                + (sheet == null ? "" : "&feuille=" + sheet);
    }

    /** Empty when there is no assessment, or no such page. */
    private Mono<Optional<Place>> at(
            String slug, String part, @Nullable Integer sheet, SignedInPerson acting, Predicate<Assessment> wanted) {
        return memberships
                .of(acting.id(), slug)
                .switchIfEmpty(NotFound.page())
                .flatMap(member -> assessments
                        .all(member.association())
                        .flatMap(all -> all.stream()
                                .findFirst()
                                .filter(wanted)
                                .flatMap(latest -> Step.find(part, false)
                                        .map(step -> respondent(latest, sheet, member, acting)
                                                .flatMap(respondent -> place(
                                                        slug,
                                                        latest,
                                                        step,
                                                        respondent,
                                                        ResultReaders.WRITERS.contains(member.role())))
                                                .map(Optional::of)))
                                .orElse(Mono.just(Optional.empty()))));
    }

    /** A paper form says what somebody else answered, obstacles too: it is for those who write. */
    private Mono<Respondent> respondent(
            Assessment latest, @Nullable Integer sheet, Membership member, SignedInPerson acting) {
        if (sheet == null) {
            return sheets.own(latest, acting.id(), member.role());
        }
        return ResultReaders.WRITERS.contains(member.role())
                ? sheets.find(latest, sheet).switchIfEmpty(NotFound.page())
                : Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private Mono<Place> place(String slug, Assessment latest, Step step, Respondent respondent, boolean writer) {
        return Mono.zip(assessments.answers(latest), sheets.answers(respondent)).map(read -> {
            Map<String, String> written = new HashMap<>(read.getT1().traits());
            written.putAll(read.getT2());
            Profile profile = Merged.of(grid, read.getT1(), PartnerNetwork.NONE)
                    .diagnosis()
                    .profile();
            return new Place(slug, latest, step, respondent, writer, profile, Map.copyOf(written));
        });
    }

    private Rendering view(
            Place place, Map<String, String> written, Problems problems, HttpStatus status, Locale locale) {
        return Rendering.view("capacity/questions")
                .modelAttribute("page", page(place, written, status == HttpStatus.CONFLICT, locale))
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    private QuestionsPage page(Place place, Map<String, String> written, boolean concluded, Locale locale) {
        boolean express = place.express() && Step.of(true).contains(place.step());
        List<Step> steps = Step.of(express);
        int at = steps.indexOf(place.step());
        List<QuestionsPage.Stop> stops = new ArrayList<>();
        for (Step step : steps) {
            boolean done =
                    written.keySet().containsAll(questionnaire.ids(step, express, place.profile(), place.traits()));
            stops.add(new QuestionsPage.Stop(
                    step.slug(),
                    questionnaire.title(step, locale),
                    step == place.step() ? "now" : done ? "done" : "todo"));
        }
        List<QuestionsPage.Asked> asked =
                questionnaire.questions(place.step(), express, place.profile(), locale).stream()
                        .map(question -> new QuestionsPage.Asked(
                                question, question.chosen(written.getOrDefault(question.id(), ""))))
                        .toList();
        List<QuestionsPage.Token> tokens = place.step() != Step.ENERGY
                ? List.of()
                : questionnaire.orientations(locale).stream()
                        .map(kind -> new QuestionsPage.Token(
                                kind.value(), kind.label(), written.getOrDefault(kind.value(), "")))
                        .toList();
        return new QuestionsPage(
                home(place.slug()),
                place.step().slug(),
                questionnaire.title(place.step(), locale),
                express,
                place.respondent().sheet(),
                place.respondent().role(),
                place.respondent().mediator(),
                place.writer(),
                place.traits(),
                concluded,
                at + 1,
                stops,
                asked,
                tokens,
                questionnaire.tokens(),
                at > 0,
                at == steps.size() - 1,
                (int) asked.stream()
                        .filter(one -> place.traits() || !one.question().trait())
                        .filter(one -> !one.chosen().isEmpty())
                        .count(),
                Math.max(
                        1,
                        steps.subList(at, steps.size()).stream()
                                        .mapToInt(step -> questionnaire
                                                .ids(step, express, place.profile(), place.traits())
                                                .size())
                                        .sum()
                                / QUESTIONS_A_MINUTE));
    }

    /** An estimate, from tools of a like length. */
    private static final int QUESTIONS_A_MINUTE = 3;

    private static String home(String slug) {
        return "/espace/" + slug + "/diagnostic";
    }

    /**
     * @param writer whether the person who acts writes for the association
     * @param written traits and answers of this respondent, by item
     */
    private record Place(
            String slug,
            Assessment assessment,
            Step step,
            Respondent respondent,
            boolean writer,
            Profile profile,
            Map<String, String> written) {

        /** Whether its form has this page. */
        boolean asked() {
            return Step.of(express()).contains(step);
        }

        /** What is the association’s, not the respondent’s, is said once by those who write. */
        boolean traits() {
            return writer && respondent.sheet() == null;
        }

        boolean express() {
            return assessment.express();
        }
    }
}

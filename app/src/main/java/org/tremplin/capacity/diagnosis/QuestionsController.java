package org.tremplin.capacity.diagnosis;

import java.util.HashMap;
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
import org.tremplin.association.AssociationId;
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
    private final Conclusions conclusions;
    private final Questionnaire questionnaire;
    private final QuestionsPages pages;
    private final Grid grid;

    QuestionsController(
            Memberships memberships,
            StoredAssessments assessments,
            AnswerSheets sheets,
            Conclusions conclusions,
            Questionnaire questionnaire,
            QuestionsPages pages,
            Grid grid) {
        this.memberships = memberships;
        this.assessments = assessments;
        this.sheets = sheets;
        this.conclusions = conclusions;
        this.questionnaire = questionnaire;
        this.pages = pages;
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
                .flatMap(found -> found.filter(Place::asked)
                        .map(place -> view(
                                place,
                                place.written(),
                                new Problems(),
                                HttpStatus.OK,
                                Language.of(exchange).locale()))
                        .orElse(Mono.just(SeeOther.to(Place.home(slug) + reopening(part)))));
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
                        .orElse(Mono.just(SeeOther.to(Place.home(slug)))));
    }

    private Mono<Rendering> save(Place place, Typed typed, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        boolean byScript = exchange.getRequest().getHeaders().containsHeader(AUTOSAVE);
        Problems problems = new Problems();
        QuestionsForm form = read(place, typed, problems, locale);
        Map<String, String> typedIn = new HashMap<>(place.written());
        if (place.step() == Step.ENERGY && place.traits()) {
            // a field that is empty again holds no token
            typedIn.keySet().removeAll(questionnaire.ids(Step.ENERGY, false, place.profile(), true));
        }
        typedIn.putAll(form.answers());
        typedIn.putAll(form.traits());
        Map<String, String> written = Trait.with(place.partners(), typedIn);
        if (!problems.none()) {
            // while the tokens are being placed, some are left: that is a count, not a mistake
            return byScript && place.step() == Step.ENERGY
                    ? view(place, written, new Problems(), HttpStatus.OK, locale)
                    : view(place, written, problems, HttpStatus.UNPROCESSABLE_ENTITY, locale);
        }
        boolean again = typed.on("rouvrir") && place.writer();
        return (again ? sheets.open(place.assessment(), place.express()) : Mono.<Void>empty())
                .then(sheets.save(place.assessment(), place.respondent(), form.answers(), form.traits()))
                .flatMap(saved -> {
                    if (!saved && !written.equals(place.written())) {
                        return view(place, written, problems, HttpStatus.CONFLICT, locale);
                    }
                    return byScript
                            ? view(place, written, problems, HttpStatus.OK, locale)
                            : saved ? onwards(place, typed.line("vers")) : Mono.just(SeeOther.to(place.home()));
                });
    }

    /** All that the page may hold: a colleague may have changed to the short form since it was opened. */
    private QuestionsForm read(Place place, Typed typed, Problems problems, Locale locale) {
        if (place.step() == Step.ENERGY || place.step() == Step.PARTNERS) {
            return !place.traits()
                    ? new QuestionsForm(Map.of(), Map.of())
                    : place.step() == Step.PARTNERS
                            ? QuestionsForm.partners(typed)
                            : QuestionsForm.tokens(
                                    questionnaire.orientations(locale), questionnaire.tokens(), typed, problems);
        }
        return QuestionsForm.read(
                questionnaire.questions(place.step(), false, place.profile(), locale).stream()
                        .filter(question -> place.traits() || !question.trait())
                        .toList(),
                typed,
                problems);
    }

    /** To the neighbour, home, or from the last page straight to the result. */
    private Mono<Rendering> onwards(Place place, String wanted) {
        if (wanted.equals("resultat") && place.traits()) {
            return result(place);
        }
        return Mono.just(SeeOther.to(wanted.equals("arret") ? place.home() : place.next(wanted.equals("avant"))));
    }

    /** A result of the full form is not replaced by one of the short form without asking. */
    private Mono<Rendering> result(Place place) {
        AssociationId association = place.assessment().association();
        return conclusions
                .replaced(association)
                .flatMap(replaced -> replaced.isPresent() ? Mono.just(false) : conclusions.conclude(association))
                .map(made -> SeeOther.to(place.home() + (made ? "/resultat" : "#encours")));
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
        return Mono.zip(
                        assessments.answers(latest),
                        sheets.answers(respondent),
                        assessments.network(latest.association()))
                .map(read -> {
                    int partners = read.getT3().partners().size();
                    Map<String, String> written =
                            Trait.with(partners, read.getT1().traits());
                    written.putAll(read.getT2());
                    Profile profile = Merged.of(grid, read.getT1(), PartnerNetwork.NONE)
                            .diagnosis()
                            .profile();
                    return new Place(slug, latest, step, respondent, writer, partners, profile, written);
                });
    }

    private Mono<Rendering> view(
            Place place, Map<String, String> written, Problems problems, HttpStatus status, Locale locale) {
        return pages.page(place, written, status == HttpStatus.CONFLICT, locale)
                .map(page -> Rendering.view("capacity/questions")
                        .modelAttribute("page", page)
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }
}

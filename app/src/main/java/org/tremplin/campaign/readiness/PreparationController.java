package org.tremplin.campaign.readiness;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.campaign.design.Desk;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Assessed;
import org.tremplin.capacity.Assessments;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Launched;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Refusal;
import org.tremplin.capacity.Scoring;
import org.tremplin.capacity.Wordings;
import org.tremplin.platform.security.RoleLookup;
import org.tremplin.platform.security.RouteTable;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Shows how far a campaign is prepared, and takes what it says of its own preparation. */
@Controller
class PreparationController {

    private final Desk desk;
    private final Readiness readiness;
    private final Preparations preparations;
    private final Campaigns campaigns;
    private final Assessments assessments;
    private final Scoring scoring;
    private final Wordings wordings;
    private final RoleLookup roles;
    private final RouteTable table;
    private final MessageSource messages;
    private final Clock clock;

    PreparationController(
            Desk desk,
            Readiness readiness,
            Preparations preparations,
            Campaigns campaigns,
            Assessments assessments,
            Scoring scoring,
            Wordings wordings,
            RoleLookup roles,
            RouteTable table,
            MessageSource messages,
            Clock clock) {
        this.desk = desk;
        this.readiness = readiness;
        this.preparations = preparations;
        this.campaigns = campaigns;
        this.assessments = assessments;
        this.scoring = scoring;
        this.wordings = wordings;
        this.roles = roles;
        this.table = table;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/espace/{association}/c/{id}/preparation")
    Mono<Rendering> show(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            SignedInPerson person,
            ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return desk.open(association, id)
                .flatMap(open -> Mono.zip(
                                situation(open),
                                preparations.of(open.draft()),
                                assessments.latest(open.association().id()),
                                roles.roleOf(person.id(), association),
                                launched(open))
                        .map(read -> page(
                                open,
                                read.getT1(),
                                read.getT2(),
                                read.getT3().orElse(null),
                                read.getT4(),
                                read.getT5().orElse(null),
                                language)))
                .map(page -> Rendering.view("campaign/preparation")
                        .modelAttribute("page", page)
                        .build());
    }

    @GetMapping("/espace/{association}/c/{id}/preparation/reponses")
    Mono<Rendering> answers(
            @PathVariable("association") String association, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return desk.open(association, id)
                .flatMap(open -> preparations
                        .of(open.draft())
                        .map(told -> form(
                                open,
                                PreparationForm.of(told, language.locale()),
                                new Problems(),
                                language,
                                HttpStatus.OK)));
    }

    @PostMapping("/espace/{association}/c/{id}/preparation/reponses")
    Mono<Rendering> save(
            @PathVariable("association") String association, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        return Mono.zip(desk.open(association, id), Typed.in(exchange).map(PreparationForm::read))
                .flatMap(both -> save(both.getT1(), both.getT2(), Language.of(exchange)));
    }

    private Mono<Rendering> save(Desk.Open open, PreparationForm form, Language language) {
        Problems problems = new Problems();
        Told told = form.told(problems);
        return problems.none()
                ? preparations
                        .save(open.campaign(), told, today(open))
                        .thenReturn(SeeOther.to(open.home() + "/preparation"))
                : Mono.just(form(open, form, problems, language, HttpStatus.UNPROCESSABLE_ENTITY));
    }

    private Mono<Optional<Launched>> launched(Desk.Open open) {
        return assessments
                .launched(open.association().id(), open.campaign().value())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Situation> situation(Desk.Open open) {
        Mono<Optional<Plan>> inForce = campaigns
                .findPublished(open.campaign())
                .map(PublishedCampaign::plan)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        return inForce.flatMap(plan ->
                readiness.of(open.association(), open.campaign(), open.draft().plan(), plan.orElse(null), today(open)));
    }

    private LocalDate today(Desk.Open open) {
        return LocalDate.ofInstant(clock.instant(), open.association().zone());
    }

    private PreparationPage page(
            Desk.Open open,
            Situation situation,
            Told told,
            @Nullable Assessed assessed,
            String role,
            @Nullable Launched launched,
            Language language) {
        Locale locale = language.locale();
        Predicate<String> may = address -> table.lets(HttpMethod.GET, address, role);
        List<GateLine> gates = GateLine.of(situation, open.workspace(), open.home(), may, messages, locale);
        // as promised when it opened: an amendment moves lines, not the goal
        long goal = open.draft().campaign().goalWith(situation.plan()).cents();
        String kind = kind(assessed, goal);
        StateView state = null;
        List<String> refusals = List.of();
        if (assessed != null && kind.equals("known")) {
            Preparation preparation = told.preparation(goal, Gates.shut(situation));
            List<Refusal> found = scoring.refusals(assessed.diagnosis(), preparation);
            refusals = found.stream()
                    .map(refusal -> messages.getMessage(
                            refusal.key(), refusal.arguments().toArray(), locale))
                    .toList();
            UnaryOperator<String> link = place -> {
                String address = place.startsWith("/c/") ? open.home() + place.substring(2) : open.workspace() + place;
                return may.test(address.replaceFirst("[?#].*", "")) ? address : "";
            };
            state = found.isEmpty()
                    ? new StateViews(wordings, language, link)
                            .of(scoring.score(assessed.diagnosis(), preparation), told.type())
                    : null;
        }
        return new PreparationPage(
                open.workspace(),
                open.home(),
                situation.plan().title(),
                open.draft().campaign().state() == Campaign.State.DRAFT,
                gates,
                refusals.isEmpty() ? kind : "refused",
                state,
                launched == null
                        ? null
                        : LaunchView.of(
                                launched, told, wordings, open.association().zone(), language),
                refusals,
                may.test(open.home() + "/preparation/reponses"),
                may.test(open.workspace() + "/diagnostic"));
    }

    /** The short form says what is missing and where to begin, never how far a campaign is. */
    private static String kind(@Nullable Assessed assessed, long goalCents) {
        if (assessed == null) {
            return "none";
        }
        if (assessed.express()) {
            return "express";
        }
        return goalCents > 0 ? "known" : "goal";
    }

    private Rendering form(
            Desk.Open open, PreparationForm form, Problems problems, Language language, HttpStatus status) {
        return Rendering.view("campaign/preparation-reponses")
                .modelAttribute(
                        "page",
                        new FormPage(open.home(), open.draft().plan().title(), questions(language), types(language)))
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    private List<Question> questions(Language language) {
        List<Choice> choices = IntStream.rangeClosed(0, Answer.TOP)
                .mapToObj(Answer::of)
                .map(answer -> new Choice(answer.name(), wordings.answer(answer, language)))
                .toList();
        return IntStream.rangeClosed(1, Told.ANSWERS)
                .mapToObj(at -> new Question("P" + at, wordings.ask("P" + at, language), choices))
                .toList();
    }

    private List<Choice> types(Language language) {
        return Arrays.stream(CampaignType.values())
                .map(type -> new Choice(type.name(), wordings.type(type, language)))
                .toList();
    }

    record FormPage(String home, String title, List<Question> questions, List<Choice> types) {}

    record Question(String id, String ask, List<Choice> choices) {}

    record Choice(String value, String text) {}
}

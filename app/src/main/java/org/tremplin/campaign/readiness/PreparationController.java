package org.tremplin.campaign.readiness;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.campaign.design.Desk;
import org.tremplin.capacity.Assessed;
import org.tremplin.capacity.Assessments;
import org.tremplin.capacity.Launched;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Refusal;
import org.tremplin.capacity.Scoring;
import org.tremplin.capacity.Wordings;
import org.tremplin.platform.security.RoleLookup;
import org.tremplin.platform.security.RouteTable;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** Shows how far a campaign is prepared. */
@Controller
class PreparationController {

    private final Desk desk;
    private final Readiness readiness;
    private final Preparations preparations;
    private final PreparationCards cards;
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
            PreparationCards cards,
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
        this.cards = cards;
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
                        .flatMap(read -> cards.of(
                                        open, read.getT1(), read.getT2(), read.getT3(), read.getT4(), exchange)
                                .map(cards -> Rendering.view("campaign/preparation")
                                        .modelAttribute(
                                                "page",
                                                page(
                                                        open,
                                                        read.getT1(),
                                                        read.getT2(),
                                                        read.getT3().orElse(null),
                                                        read.getT4(),
                                                        read.getT5().orElse(null),
                                                        language))
                                        .modelAttribute("cards", cards)
                                        .build())));
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
        return open.association().today(clock);
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
        StateViews.Stage stage = StateViews.Stage.of(open.draft().campaign(), situation.plan(), situation.today());
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
                            .of(scoring.score(assessed.diagnosis(), preparation), told.type(), stage)
                    : null;
        }
        return new PreparationPage(
                open.workspace(),
                open.home(),
                situation.plan().title(),
                open.draft().campaign().state() == Campaign.State.DRAFT,
                stage == StateViews.Stage.OVER,
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
}

package org.tremplin.capacity.exchange;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.capacity.Assessments;
import org.tremplin.capacity.NeedKind;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** The help a campaign asks for and is offered, for those who write it. */
@Controller
class HelpDeskController {

    private static final String PAGE = "/espace/{association}/c/{id}/aide";
    private static final int THANKS = 500;

    private final Associations associations;
    private final HelpCampaigns campaigns;
    private final StoredNeeds needs;
    private final Matches matches;
    private final Assessments assessments;
    private final MessageSource messages;

    HelpDeskController(
            Associations associations,
            HelpCampaigns campaigns,
            StoredNeeds needs,
            Matches matches,
            Assessments assessments,
            MessageSource messages) {
        this.associations = associations;
        this.campaigns = campaigns;
        this.needs = needs;
        this.matches = matches;
        this.assessments = assessments;
        this.messages = messages;
    }

    @GetMapping(PAGE)
    Mono<Rendering> show(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            ServerWebExchange exchange) {
        return at(association, campaign)
                .flatMap(of -> page(association, of, Typing.NONE, done != null, new Problems(), exchange));
    }

    /** Begins a need of the association's own, or the one that the advice in field {@code conseil} speaks of. */
    @PostMapping(PAGE)
    Mono<Rendering> begin(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            ServerWebExchange exchange) {
        return Mono.zip(at(association, campaign), Typed.in(exchange)).flatMap(read -> {
            HelpCampaign of = read.getT1();
            return GapNeeds.of(read.getT2().line("conseil"))
                    .map(gap -> needs.begin(of, gap))
                    .orElseGet(() -> needs.begin(of))
                    .thenReturn(SeeOther.to(home(association, of) + "#besoins"));
        });
    }

    /** Fields of {@link NeedForm}: public from now on, in these words. */
    @PostMapping(PAGE + "/{need}/publication")
    Mono<Rendering> publish(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("need") UUID id,
            ServerWebExchange exchange) {
        return at(association, campaign)
                .flatMap(of -> Mono.zip(need(of, id), Typed.in(exchange)).flatMap(read -> {
                    NeedForm form = NeedForm.typed(read.getT2());
                    Problems problems = form.problems(matches.today(), "-" + id);
                    return problems.none()
                            ? needs.publish(of, read.getT1(), form)
                                    .flatMap(published -> published
                                            ? matches.propose(id).thenReturn(back(association, of))
                                            : page(
                                                    association,
                                                    of,
                                                    Typing.of(id, form),
                                                    false,
                                                    new Problems().add("quoi-" + id, "exchange.form.full"),
                                                    exchange))
                            : page(association, of, Typing.of(id, form), false, problems, exchange);
                }));
    }

    @PostMapping(PAGE + "/{need}/retrait")
    Mono<Rendering> close(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("need") UUID id) {
        return at(association, campaign)
                .flatMap(of ->
                        need(of, id).flatMap(need -> needs.close(of, need)).thenReturn(back(association, of)));
    }

    @PostMapping(PAGE + "/reponses/{match}/accord")
    Mono<Rendering> accept(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("match") UUID match,
            SignedInPerson person) {
        return say(association, campaign, match, true, person);
    }

    @PostMapping(PAGE + "/reponses/{match}/refus")
    Mono<Rendering> decline(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("match") UUID match,
            SignedInPerson person) {
        return say(association, campaign, match, false, person);
    }

    private Mono<Rendering> say(String association, UUID campaign, UUID match, boolean yes, SignedInPerson person) {
        return at(association, campaign)
                .flatMap(of -> matches.find(of, match)
                        .flatMap(found ->
                                matches.say(of, found.id(), yes, person.id()).thenReturn(back(association, of))));
    }

    /** Fields: {@code fait} ({@code oui}, {@code non}), {@code heures}, {@code mot}. */
    @PostMapping(PAGE + "/reponses/{match}/bilan")
    Mono<Rendering> tell(
            @PathVariable("association") String association,
            @PathVariable("id") UUID campaign,
            @PathVariable("match") UUID match,
            ServerWebExchange exchange) {
        return at(association, campaign)
                .flatMap(of -> Mono.zip(matches.find(of, match), Typed.in(exchange))
                        .flatMap(read -> {
                            if (read.getT1().state() != Match.State.AGREED) {
                                return Mono.just(back(association, of));
                            }
                            Typed typed = read.getT2();
                            Problems problems = new Problems();
                            Telling told =
                                    new Telling(match, typed.line("fait"), typed.line("heures"), typed.text("mot"));
                            boolean happened = told.happened().equals("oui");
                            if (!happened && !told.happened().equals("non")) {
                                problems.add("fait-" + match, "exchange.form.happened");
                            }
                            Blanks.hours("heures-" + match, told.hours(), problems);
                            if (told.thanks().length() > THANKS) {
                                problems.add("mot-" + match, "exchange.form.long", THANKS);
                            }
                            return problems.none()
                                    ? matches.close(of, match, happened, Blanks.hours(told.hours()), told.thanks())
                                            .thenReturn(back(association, of))
                                    : page(association, of, new Typing(null, told), false, problems, exchange);
                        }));
    }

    private Mono<HelpCampaign> at(String association, UUID campaign) {
        return associations
                .at(association)
                .flatMap(found -> campaigns.at(found.id().value(), campaign));
    }

    private Mono<Need> need(HelpCampaign of, UUID id) {
        return needs.open(of.id())
                .mapNotNull(all -> all.stream()
                        .filter(need -> need.id().equals(id))
                        .findFirst()
                        .orElse(null))
                .switchIfEmpty(HelpCampaigns.missing());
    }

    private static String home(String association, HelpCampaign of) {
        return "/espace/" + association + "/c/" + of.id() + "/aide";
    }

    private static Rendering back(String association, HelpCampaign of) {
        return SeeOther.to(home(association, of) + "?fait=oui");
    }

    private Mono<Rendering> page(
            String association,
            HelpCampaign of,
            Typing typing,
            boolean saved,
            Problems problems,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return Mono.zip(needs.open(of.id()), matches.of(of), gaps(of))
                .map(read -> Rendering.view("capacity/help-desk")
                        .modelAttribute(
                                "page",
                                new DeskPage(
                                        home(association, of),
                                        of,
                                        read.getT1().stream()
                                                .map(need -> row(need, typing, locale))
                                                .toList(),
                                        read.getT2().stream()
                                                .map(match -> Shown.meeting(
                                                        match,
                                                        match.offer() == null ? null : Shown.Contact.of(match.offer()),
                                                        matches.today(),
                                                        locale))
                                                .toList(),
                                        List.of(NeedKind.values()),
                                        Shown.places(),
                                        matches.today().toString(),
                                        matches.today().plusYears(1).toString(),
                                        read.getT3(),
                                        typing.told(),
                                        saved))
                        .modelAttribute("problems", problems)
                        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                        .build());
    }

    /** What the diagnosis says is missing, and somebody could bring. */
    private Mono<List<GapNeeds.Gap>> gaps(HelpCampaign of) {
        return Mono.zip(
                assessments.advice(new AssociationId(of.association())), needs.origins(of.id()), GapNeeds::among);
    }

    private Row row(Need need, Typing typing, Locale locale) {
        String gap = need.gap().isEmpty() ? "" : messages.getMessage(need.gap(), null, locale);
        Asking asking = typing.asked();
        NeedForm form = asking != null && asking.need().equals(need.id()) ? asking.form() : NeedForm.of(need, gap);
        return new Row(
                need.id(),
                need.state().name(),
                need.past(matches.today()),
                form,
                !need.gap().isEmpty());
    }

    /** What was typed and is not kept yet: a need, or what came of an offer. */
    private record Typing(@Nullable Asking asked, @Nullable Telling told) {

        static final Typing NONE = new Typing(null, null);

        static Typing of(UUID need, NeedForm form) {
            return new Typing(new Asking(need, form), null);
        }
    }

    private record Asking(UUID need, NeedForm form) {}

    /** @param happened {@code oui}, {@code non} or nothing yet */
    record Telling(UUID match, String happened, String hours, String thanks) {}

    /** @param past whether its last day has passed, so that it is asked for no more; @param gap whether Tremplin proposes it because something is missing */
    record Row(UUID id, String state, boolean past, NeedForm form, boolean gap) {}

    /** @param gaps needs the diagnosis speaks of; @param told typed and not kept; @param saved whether something was just kept */
    record DeskPage(
            String home,
            HelpCampaign campaign,
            List<Row> needs,
            List<Shown.Meeting> meetings,
            List<NeedKind> kinds,
            List<Shown.Place> places,
            String first,
            String last,
            List<GapNeeds.Gap> gaps,
            @Nullable Telling told,
            boolean saved) {

        /** What stands in the form of a match. */
        public Telling telling(UUID match) {
            return told != null && told.match().equals(match) ? told : new Telling(match, "", "", "");
        }
    }
}

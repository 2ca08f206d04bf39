package org.tremplin.patron.pledge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Where an association reads what it was promised, and its president accepts or declines. */
@Controller
class PledgeDeskController {

    private static final String ALL = "/espace/{association}/c/{id}/promesses";
    private static final String ONE = ALL + "/{promise}";

    private final Associations associations;
    private final Campaigns campaigns;
    private final Pledges pledges;
    private final PledgePages pages;
    private final Accepting accepting;
    private final AgreementPaper paper;
    private final ReceivedGifts received;
    private final Clock clock;

    PledgeDeskController(
            Associations associations,
            Campaigns campaigns,
            Pledges pledges,
            PledgePages pages,
            Accepting accepting,
            AgreementPaper paper,
            ReceivedGifts received,
            Clock clock) {
        this.associations = associations;
        this.campaigns = campaigns;
        this.pledges = pledges;
        this.pages = pages;
        this.accepting = accepting;
        this.paper = paper;
        this.received = received;
        this.clock = clock;
    }

    @GetMapping(ALL)
    Mono<Rendering> all(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            @RequestParam(name = "avant", required = false) @Nullable UUID before,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return open(association, id)
                .filterWhen(open -> before == null
                        ? Mono.just(true)
                        : pledges.find(
                                        open.association().id(),
                                        open.campaign().campaign().id(),
                                        before)
                                .hasElement())
                .switchIfEmpty(NotFound.page())
                .flatMap(open -> Mono.zip(
                                pledges.seen(
                                        open.association().id(),
                                        open.campaign().campaign().id(),
                                        before),
                                pledges.agreed(open.campaign().campaign().id()))
                        .map(found -> Rendering.view("patron/pledges")
                                .modelAttribute("page", desk(open, found.getT1(), found.getT2(), locale))
                                .build()));
    }

    @GetMapping(ONE)
    Mono<Rendering> one(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            @PathVariable("promise") UUID promise,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            ServerWebExchange exchange) {
        return at(association, id, promise)
                .flatMap(at -> view(at, done != null, new Problems(), DeskTyped.NONE, HttpStatus.OK, exchange));
    }

    @GetMapping(ONE + "/convention.pdf")
    Mono<ResponseEntity<byte[]>> agreement(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            @PathVariable("promise") UUID promise,
            ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return at(association, id, promise)
                .flatMap(at -> pages.page(at.pledge(), at.address(), language))
                .flatMap(page -> paper.print(page, language));
    }

    @PostMapping(ONE + "/accord")
    Mono<Rendering> accept(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            @PathVariable("promise") UUID promise,
            SignedInPerson person,
            ServerWebExchange exchange) {
        return at(association, id, promise)
                .flatMap(at -> accepting.association(promise, person.id()).flatMap(answered -> switch (answered) {
                    case OVER -> over(at, DeskTyped.NONE, exchange);
                    case TOO_MUCH ->
                        conflict(at, new Problems().add("reponse", "pledge.accept.too-much"), DeskTyped.NONE, exchange);
                    case DONE, BEFORE, NOT_YET -> Mono.just(SeeOther.to(at.address() + "?fait=oui"));
                }));
    }

    /** {@code pourquoi}: one sentence for the patron; may be empty. */
    @PostMapping(ONE + "/refus")
    Mono<Rendering> refuse(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            @PathVariable("promise") UUID promise,
            ServerWebExchange exchange) {
        return Mono.zip(at(association, id, promise), Typed.in(exchange)).flatMap(both -> {
            String why = both.getT2().line("pourquoi");
            return why.length() > PatronPledgeController.LONGEST_WHY
                    ? view(
                            both.getT1(),
                            false,
                            new Problems().add("pourquoi", "give.problem.long", PatronPledgeController.LONGEST_WHY),
                            DeskTyped.why(why),
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            exchange)
                    : accepting
                            .refuse(promise, why)
                            .flatMap(answered -> answered == Accepting.Answered.OVER
                                    ? over(both.getT1(), DeskTyped.why(why), exchange)
                                    : Mono.just(SeeOther.to(both.getT1().address() + "?fait=oui")));
        });
    }

    private Mono<Rendering> over(At at, DeskTyped typed, ServerWebExchange exchange) {
        return conflict(at, new Problems().add("reponse", "pledge.answer.over"), typed, exchange);
    }

    private Mono<Open> open(String association, UUID id) {
        return associations
                .at(association)
                .flatMap(found ->
                        campaigns.findPublished(found.id(), new CampaignId(id)).map(one -> new Open(found, one)))
                .switchIfEmpty(NotFound.page());
    }

    /** What the patron has not confirmed is not the association's to see. */
    Mono<At> at(String association, UUID id, UUID promise) {
        return open(association, id)
                .flatMap(open -> pledges.find(
                                open.association().id(),
                                open.campaign().campaign().id(),
                                promise)
                        .filter(pledge -> pledge.patronAcceptedAt() != null)
                        .map(pledge -> new At(open, pledge)))
                .switchIfEmpty(NotFound.page());
    }

    /** Shown as it is now. */
    Mono<Rendering> conflict(At at, Problems problems, DeskTyped typed, ServerWebExchange exchange) {
        return pledges.find(at.pledge().id())
                .flatMap(now -> view(new At(at.open(), now), false, problems, typed, HttpStatus.CONFLICT, exchange));
    }

    Mono<Rendering> view(
            At at, boolean done, Problems problems, DeskTyped typed, HttpStatus status, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return Mono.zip(
                        pages.page(at.pledge(), at.address(), language),
                        received.of(at.pledge().id(), language.locale()))
                .map(read -> Rendering.view("patron/pledge-desk")
                        .modelAttribute("page", read.getT1())
                        .modelAttribute("came", read.getT2())
                        .modelAttribute("done", done)
                        .modelAttribute("typed", typed)
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }

    private DeskPage desk(Open open, List<Pledge> found, List<Pledge> agreed, Locale locale) {
        List<Pledge> shown = found.subList(0, Math.min(Pledges.PAGE, found.size()));
        LocalDate today = open.association().today(clock);
        return new DeskPage(
                open.home(),
                open.campaign().plan().title(),
                open.campaign().plan().language(),
                open.campaign().campaign().slug(),
                shown.stream()
                        .map(one -> new DeskPage.Line(
                                one.id().toString(),
                                one.signer().organisation(),
                                MoneyText.brief(one.cents(), locale),
                                one.kind() == Pledge.Kind.SKILLS,
                                pages.state(one, today)))
                        .toList(),
                PledgePages.sums(agreed, locale),
                found.size() > Pledges.PAGE ? shown.get(Pledges.PAGE - 1).id() : null);
    }

    record Open(Association association, PublishedCampaign campaign) {
        String home() {
            return "/espace/" + association.slug() + "/c/"
                    + campaign.campaign().id().value();
        }
    }

    record At(Open open, Pledge pledge) {
        String address() {
            return open.home() + "/promesses/" + pledge.id();
        }
    }

    /** @param sums of what both accepted, on all pages; @param next the page goes on below this one, or none */
    record DeskPage(
            String home,
            String campaign,
            String language,
            String slug,
            List<Line> lines,
            PledgePage.Sums sums,
            @Nullable UUID next) {

        record Line(String id, String organisation, String amount, boolean inKind, String state) {}
    }
}

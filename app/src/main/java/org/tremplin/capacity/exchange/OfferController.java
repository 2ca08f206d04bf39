package org.tremplin.capacity.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.capacity.HelpAsked;
import org.tremplin.capacity.NeedKind;
import org.tremplin.capacity.Needs;
import org.tremplin.notification.Mails;
import org.tremplin.platform.security.AddressBlock;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Offering help to a campaign, or to whoever can use it. */
@Controller
class OfferController {

    private final HelpCampaigns campaigns;
    private final Associations associations;
    private final Needs needs;
    private final Offers offers;
    private final Matches matches;
    private final Mails mails;
    private final AddressBlock blocks;

    OfferController(
            HelpCampaigns campaigns,
            Associations associations,
            Needs needs,
            Offers offers,
            Matches matches,
            Mails mails,
            AddressBlock blocks) {
        this.campaigns = campaigns;
        this.associations = associations;
        this.needs = needs;
        this.offers = offers;
        this.matches = matches;
        this.mails = mails;
        this.blocks = blocks;
    }

    @GetMapping("/c/{slug}/aider")
    Mono<Rendering> campaign(
            @PathVariable("slug") String slug,
            @RequestParam(name = "besoin", required = false) @Nullable UUID need,
            @RequestParam(name = "envoye", required = false) @Nullable String sent,
            ServerWebExchange exchange) {
        return of(slug).map(to ->
                form(to, OfferForm.empty(need), sent != null, new Problems(), HttpStatus.OK, Language.of(exchange)));
    }

    /** Fields of {@link OfferForm}. */
    @PostMapping("/c/{slug}/aider")
    Mono<Rendering> answer(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        return of(slug).flatMap(to -> Typed.in(exchange)
                .map(OfferForm::typed)
                .flatMap(form -> ask(Optional.of(to), form, "/c/" + slug + "/aider", exchange)));
    }

    @GetMapping("/aider")
    Rendering general(
            @RequestParam(name = "envoye", required = false) @Nullable String sent, ServerWebExchange exchange) {
        return form(null, OfferForm.empty(null), sent != null, new Problems(), HttpStatus.OK, Language.of(exchange));
    }

    /** Fields of {@link OfferForm}. */
    @PostMapping("/aider")
    Mono<Rendering> offer(ServerWebExchange exchange) {
        return Typed.in(exchange)
                .map(OfferForm::typed)
                .flatMap(form -> ask(Optional.empty(), form, "/aider", exchange));
    }

    private Mono<To> of(String slug) {
        return campaigns
                .at(slug)
                .flatMap(campaign -> Mono.zip(
                        associations
                                .find(new AssociationId(campaign.association()))
                                .map(Association::name),
                        needs.of(campaign.id()),
                        (name, asked) -> new To(campaign, name, asked)));
    }

    private Mono<Rendering> ask(Optional<To> to, OfferForm form, String page, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        Problems problems = form.problems(matches.today(), to.isEmpty());
        Optional<HelpAsked.Asked> need = to.flatMap(found -> found.asked().needs().stream()
                .filter(one -> one.id().equals(form.besoin()))
                .findFirst());
        if (to.isPresent() && need.isEmpty()) {
            problems.add("besoin", "exchange.form.need");
        }
        if (!problems.has("email") && !mails.reaches(form.email())) {
            problems.add("email", "signin.email.demo");
        }
        if (!problems.none()) {
            return Mono.just(form(to.orElse(null), form, false, problems, HttpStatus.UNPROCESSABLE_ENTITY, language));
        }
        NeedKind kind = need.map(HelpAsked.Asked::kind).orElseGet(() -> NeedKind.valueOf(form.genre()));
        OfferForm asked = to.isPresent() ? form : form.leftForAnybody();
        return offers.ask(
                        asked,
                        kind,
                        to.map(found -> found.campaign().title()).orElse(""),
                        language,
                        blocks.of(exchange.getRequest()))
                .map(mailed -> mailed
                        ? SeeOther.to(language.to(page) + "?envoye=oui")
                        : form(
                                to.orElse(null),
                                form,
                                false,
                                new Problems().add("email", "exchange.form.many"),
                                HttpStatus.TOO_MANY_REQUESTS,
                                language));
    }

    private Rendering form(
            @Nullable To to, OfferForm form, boolean sent, Problems problems, HttpStatus status, Language language) {
        Locale locale = language.locale();
        return Rendering.view("capacity/offer")
                .modelAttribute(
                        "page",
                        new FormPage(
                                to == null ? null : to.campaign(),
                                to == null ? "" : to.association(),
                                to == null
                                        ? List.of()
                                        : to.asked().needs().stream()
                                                .map(need -> Shown.ask(need, locale))
                                                .toList(),
                                form,
                                List.of(NeedKind.values()),
                                Shown.places(),
                                matches.today().toString(),
                                matches.today().plusYears(1).toString(),
                                sent))
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    private record To(HelpCampaign campaign, String association, HelpAsked asked) {}

    /** @param campaign none when help is left for whoever can use it; @param sent whether a mail has just left */
    record FormPage(
            @Nullable HelpCampaign campaign,
            String association,
            List<Shown.Ask> needs,
            OfferForm form,
            List<NeedKind> kinds,
            List<Shown.Place> places,
            String first,
            String last,
            boolean sent) {}
}

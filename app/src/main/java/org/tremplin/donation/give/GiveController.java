package org.tremplin.donation.give;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.DonationState;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/** Walk A, steps 2 and 3: the gift form is checked, then the way to the provider's page. */
@Controller
class GiveController {

    private static final String RETRY_SECONDS = "30";
    private static final String HOUR_SECONDS = "3600";

    private final Destinations destinations;
    private final Donations donations;
    private final StartGift startGift;
    private final GiftCheck check;
    private final GivePages pages;
    private final OnceKeys keys;
    private final Attempts attempts;

    GiveController(
            Destinations destinations,
            Donations donations,
            StartGift startGift,
            GiftCheck check,
            GivePages pages,
            OnceKeys keys,
            Attempts attempts) {
        this.destinations = destinations;
        this.donations = donations;
        this.startGift = startGift;
        this.check = check;
        this.pages = pages;
        this.keys = keys;
        this.attempts = attempts;
    }

    @PostMapping("/c/{slug}/don")
    Mono<Rendering> give(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        return destination(slug)
                .flatMap(to -> destinations.open(to)
                        ? exchange.getFormData().flatMap(data -> give(to, data, exchange))
                        : Mono.just(closed(to)));
    }

    /** Tries again to reach the provider for a gift that is stored; a gift that is over starts with the form again. */
    @PostMapping("/don/{token}/paiement")
    Mono<Rendering> resume(@PathVariable("token") String token, ServerWebExchange exchange) {
        return donations
                .findByToken(token)
                .switchIfEmpty(NotFound.page())
                .flatMap(started -> destinations
                        .find(started.campaign())
                        .switchIfEmpty(NotFound.page())
                        .flatMap(to -> destinations.open(to) || !started.unpaid()
                                ? resume(to, started, exchange)
                                : Mono.just(closed(to))));
    }

    private Mono<Rendering> resume(Destination to, Started started, ServerWebExchange exchange) {
        String form = Language.of(exchange).to("/c/" + to.campaign().campaign().slug() + "/don");
        return Mono.just(started)
                .filter(kept -> kept.state() != DonationState.ABANDONED)
                .flatMap(kept -> startGift.resume(to.campaign(), to.association(), kept))
                .map(given -> answer(given, to, Map.of(), exchange))
                .defaultIfEmpty(SeeOther.to(form));
    }

    private Mono<Rendering> give(Destination to, MultiValueMap<String, String> data, ServerWebExchange exchange) {
        GiftForm form = GiftForm.of(data);
        Problems problems = new Problems();
        NewGift gift = check.check(form, to, Language.of(exchange), problems);
        String key = keys.sent(form, to.campaign().campaign(), exchange);
        if (gift == null) {
            return Mono.just(
                    again(to, GiftForm.visible(data), key, problems, HttpStatus.UNPROCESSABLE_CONTENT, exchange));
        }
        return attempts.allow(to.campaign().campaign().id().value(), gift.email(), key, exchange)
                .flatMap(allowed -> allowed
                        ? startGift
                                .start(to.campaign(), to.association(), gift, key)
                                .map(given -> answer(given, to, GiftForm.sent(data, key), exchange))
                        : Mono.just(tooMany(to, GiftForm.visible(data), key, exchange)));
    }

    private Rendering tooMany(Destination to, GiftForm form, String key, ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, HOUR_SECONDS);
        Problems problems = new Problems().add("email", "give.problem.tries");
        return again(to, form, key, problems, HttpStatus.TOO_MANY_REQUESTS, exchange);
    }

    /** @param form as it was sent, for a donor who must send it again */
    private static Rendering answer(Given given, Destination to, Map<String, String> form, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        PublishedCampaign campaign = to.campaign();
        return given.fold(new Given.Cases<Rendering>(
                toPay -> SeeOther.to(toPay.address().toString()),
                paid -> SeeOther.to(language.to("/don/" + paid.token()) + "?deja"),
                promised -> SeeOther.to(language.to("/don/" + promised.token())),
                waiting -> notYet(WaitingPage.of(waiting.why(), waiting.token(), waiting.cents(), campaign, language)
                        .mailed(waiting.mailed())),
                unchanged -> notYet(WaitingPage.of(unchanged, form, campaign, language)),
                refused -> notYet(WaitingPage.of("refused", refused.token(), refused.cents(), campaign, language)
                        .mailed(refused.mailed())),
                inLine -> SeeOther.to(language.to("/don/" + inLine.token() + "/attente"))));
    }

    /** The gift is kept; the payment page is not there. */
    private static Rendering notYet(WaitingPage page) {
        return Rendering.view("donation/waiting")
                .modelAttribute("page", page)
                .status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    /** The form comes back with what was typed. */
    private Rendering again(
            Destination to,
            GiftForm form,
            String key,
            Problems problems,
            HttpStatus status,
            ServerWebExchange exchange) {
        keys.keep(to.campaign().campaign(), key, exchange);
        return Rendering.view("donation/give")
                .modelAttribute("page", pages.page(to, form, key, Language.of(exchange)))
                .modelAttribute("problems", problems)
                .modelAttribute("about", GivePages.ABOUT)
                .status(status)
                .build();
    }

    private Rendering closed(Destination to) {
        return Rendering.view("donation/closed")
                .model(pages.closed(to))
                .status(HttpStatus.CONFLICT)
                .build();
    }

    private Mono<Destination> destination(String slug) {
        return destinations.find(slug).switchIfEmpty(NotFound.page());
    }
}

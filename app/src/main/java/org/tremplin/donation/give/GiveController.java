package org.tremplin.donation.give;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.Campaign;
import org.tremplin.donation.DonationState;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.About;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import reactor.core.publisher.Mono;

/** Walk A, steps 2 and 3: the gift form, and the way to the provider's page. */
@Controller
class GiveController {

    private static final Duration KEY_LIFE = Duration.ofHours(24);
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final String RETRY_SECONDS = "30";

    /** The form is found through its campaign, not by searching. */
    private static final About ABOUT = new About("", null, null, List.of(), false);

    private final Destinations destinations;
    private final Donations donations;
    private final StartGift startGift;
    private final GiftCheck check;
    private final GivePages pages;
    private final TremplinSettings settings;

    GiveController(
            Destinations destinations,
            Donations donations,
            StartGift startGift,
            GiftCheck check,
            GivePages pages,
            TremplinSettings settings) {
        this.destinations = destinations;
        this.donations = donations;
        this.startGift = startGift;
        this.check = check;
        this.pages = pages;
        this.settings = settings;
    }

    @GetMapping("/c/{slug}/don")
    Mono<Rendering> form(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        return destination(slug)
                .flatMap(to -> destinations
                        .open(to)
                        .flatMap(open -> open
                                ? key(to, exchange).map(key -> {
                                    GiftForm form =
                                            GiftForm.of(exchange.getRequest().getQueryParams());
                                    return view(to, form, key, new Problems(), exchange, HttpStatus.OK);
                                })
                                : Mono.just(closed(to, HttpStatus.OK))));
    }

    @PostMapping("/c/{slug}/don")
    Mono<Rendering> give(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        return destination(slug)
                .flatMap(to -> destinations
                        .open(to)
                        .flatMap(open -> open
                                ? exchange.getFormData().flatMap(data -> give(to, data, exchange))
                                : Mono.just(closed(to, HttpStatus.CONFLICT))));
    }

    /** Tries again to reach the provider for a gift that is stored; a gift that is over starts with the form again. */
    @PostMapping("/don/{token}/paiement")
    Mono<Rendering> resume(@PathVariable("token") String token, ServerWebExchange exchange) {
        return donations
                .findByToken(token)
                .switchIfEmpty(notFound())
                .flatMap(started -> destinations
                        .find(started.campaign())
                        .switchIfEmpty(notFound())
                        .flatMap(to -> destinations
                                .open(to)
                                .flatMap(open -> open || !started.unpaid()
                                        ? resume(to, started, exchange)
                                        : Mono.just(closed(to, HttpStatus.CONFLICT)))));
    }

    private Mono<Rendering> resume(Destination to, Started started, ServerWebExchange exchange) {
        String form = Language.of(exchange).to("/c/" + to.campaign().campaign().slug() + "/don");
        return Mono.just(started)
                .filter(kept -> kept.state() != DonationState.ABANDONED)
                .flatMap(kept -> startGift.resume(to.campaign(), to.association(), kept))
                .map(given -> answer(given, exchange))
                .defaultIfEmpty(seeOther(form));
    }

    private Mono<Rendering> give(Destination to, MultiValueMap<String, String> data, ServerWebExchange exchange) {
        GiftForm form = GiftForm.of(data);
        Problems problems = new Problems();
        boolean receipts = to.association().receipts().declared();
        NewGift gift = check.check(form, to.campaign().plan(), receipts, Language.of(exchange), problems);
        String key = KEY.matcher(form.cle()).matches() ? form.cle() : cookieKey(to, exchange);
        if (gift == null) {
            return Mono.just(view(to, form, key, problems, exchange, HttpStatus.UNPROCESSABLE_CONTENT));
        }
        return startGift.start(to.campaign(), to.association(), gift, key).map(given -> answer(given, exchange));
    }

    private Rendering answer(Given given, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return given.fold(
                toPay -> seeOther(toPay.address().toString()),
                paid -> seeOther(language.to("/don/" + paid.token()) + "?deja"),
                waiting -> notYet(waiting.token(), "waiting"),
                refused -> notYet(refused.token(), "refused"));
    }

    /** The gift is kept; the payment page is not there. */
    private static Rendering notYet(String token, String why) {
        return Rendering.view("donation/waiting")
                .modelAttribute("token", token)
                .modelAttribute("why", why)
                .status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    private Rendering view(
            Destination to,
            GiftForm form,
            String key,
            Problems problems,
            ServerWebExchange exchange,
            HttpStatus status) {
        exchange.getResponse().addCookie(cookie(to.campaign().campaign(), key));
        return Rendering.view("donation/give")
                .modelAttribute("page", pages.page(to.campaign(), to.association(), form, key, Language.of(exchange)))
                .modelAttribute("problems", problems)
                .modelAttribute("about", ABOUT)
                .status(status)
                .build();
    }

    private static Rendering closed(Destination to, HttpStatus status) {
        return Rendering.view("donation/closed")
                .modelAttribute("slug", to.campaign().campaign().slug())
                .modelAttribute("title", to.campaign().plan().title())
                .modelAttribute("over", to.campaign().campaign().state() == Campaign.State.CLOSED)
                .status(status)
                .build();
    }

    private Mono<Destination> destination(String slug) {
        return destinations.find(slug).switchIfEmpty(notFound());
    }

    /** The key of this browser for this campaign while its gift is unpaid; else a new one. */
    private Mono<String> key(Destination to, ServerWebExchange exchange) {
        String kept = cookieKey(to, exchange);
        return donations
                .unpaid(to.campaign().campaign().id().value(), kept)
                .map(unpaid -> unpaid ? kept : Tokens.random());
    }

    private String cookieKey(Destination to, ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest()
                .getCookies()
                .getFirst(cookieName(to.campaign().campaign()));
        @Nullable String value = cookie == null ? null : cookie.getValue();
        return value != null && KEY.matcher(value).matches() ? value : Tokens.random();
    }

    private ResponseCookie cookie(Campaign campaign, String key) {
        return ResponseCookie.from(cookieName(campaign), key)
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Lax")
                .path("/")
                .maxAge(KEY_LIFE)
                .build();
    }

    private static String cookieName(Campaign campaign) {
        return "don-" + campaign.slug();
    }

    private static Rendering seeOther(String address) {
        return Rendering.redirectTo(URI.create(address).toString())
                .contextRelative(false)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }

    private static <T> Mono<T> notFound() {
        return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

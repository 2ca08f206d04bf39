package org.tremplin.donation.give;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.Campaign;
import org.tremplin.platform.web.FormPages;
import org.tremplin.platform.web.Frames;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Pages;
import org.tremplin.platform.web.Problems;
import reactor.core.publisher.Mono;

/**
 * The gift form as a visitor meets it: bytes kept for its edition, its day and the amount that was chosen before, with
 * the gaps of {@link FormPages}. Like the campaign's page it may be two seconds old; what is sent is checked anew.
 */
@RestController
class FormController {

    private final Destinations destinations;
    private final OnceKeys keys;
    private final LeftGifts left;
    private final GivePages gives;
    private final FormPages forms;
    private final Pages pages;
    private final Frames frames;
    private final Clock clock;

    FormController(
            Destinations destinations,
            OnceKeys keys,
            LeftGifts left,
            GivePages gives,
            FormPages forms,
            Pages pages,
            Frames frames,
            Clock clock) {
        this.destinations = destinations;
        this.keys = keys;
        this.left = left;
        this.gives = gives;
        this.forms = forms;
        this.pages = pages;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping("/c/{slug}/don")
    Mono<ResponseEntity<byte[]>> form(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        return destinations
                .recent(slug)
                .switchIfEmpty(NotFound.page())
                .flatMap(to -> destinations.open(to) ? form(to, exchange) : Mono.just(closed(to, exchange)));
    }

    private Mono<ResponseEntity<byte[]>> form(Destination to, ServerWebExchange exchange) {
        return left.find(to.campaign().campaign(), exchange)
                .flatMap(found -> again(to, found, exchange))
                .switchIfEmpty(Mono.defer(() -> anew(to, exchange)));
    }

    /** The form of a donor who left the provider's page: this browser's own, so it is not kept. */
    private Mono<ResponseEntity<byte[]>> again(Destination to, LeftGifts.Left found, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        if (found.paid()) {
            return Mono.just(ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(language.to("/don/" + found.token())))
                    .build());
        }
        keys.keep(to.campaign().campaign(), found.key(), exchange);
        return forms.once(exchange, found.key(), render(to, found.form(), true, LeftGifts.QUERY, language));
    }

    private Mono<ResponseEntity<byte[]>> anew(Destination to, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        Campaign campaign = to.campaign().campaign();
        MultiValueMap<String, String> asked = exchange.getRequest().getQueryParams();
        GiftForm form = GiftForm.visible(asked);
        OptionalLong preset = form.presetAlone(to.campaign().plan());
        return keys.forForm(campaign, exchange).flatMap(key -> {
            keys.keep(campaign, key, exchange);
            return preset.isPresent()
                    ? forms.answer(
                            exchange,
                            key,
                            "gift " + campaign.slug() + ' ' + preset.getAsLong(),
                            new Seen(to, to.today(clock)),
                            () -> render(to, form, false, GiftForm.query(preset.getAsLong()), language))
                    : forms.once(exchange, key, render(to, form, false, GiftForm.query(asked), language));
        });
    }

    /**
     * @param left nothing was taken for this gift at the provider
     * @param query what the form was asked with, for the same form in the other language
     */
    private byte[] render(Destination to, GiftForm form, boolean left, String query, Language language) {
        FormPages.Gaps gaps = forms.gaps();
        return pages.render(
                "donation/give",
                frames.shared(language, "/c/" + to.campaign().campaign().slug() + "/don", query),
                Map.of(
                        "page",
                        gives.page(to, form, gaps.key(), language),
                        "csrf",
                        gaps.csrf(),
                        "problems",
                        new Problems(),
                        "left",
                        left,
                        "about",
                        GivePages.ABOUT));
    }

    private ResponseEntity<byte[]> closed(Destination to, ServerWebExchange exchange) {
        String slug = to.campaign().campaign().slug();
        return ResponseEntity.ok()
                .contentType(FormPages.HTML)
                .body(pages.render(
                        "donation/closed",
                        frames.shared(Language.of(exchange), "/c/" + slug + "/don"),
                        gives.closed(to)));
    }

    /** Everything the bytes of a form depend on, language and amount apart. */
    private record Seen(Destination to, LocalDate today) {}
}

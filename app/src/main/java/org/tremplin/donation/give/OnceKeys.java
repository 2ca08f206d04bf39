package org.tremplin.donation.give;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.Campaign;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Mono;

/**
 * The key by which a form sent twice is one gift: in a cookie per campaign and in the form (money.md, Starting a gift).
 */
@Component
class OnceKeys {

    private static final Duration LIFE = Duration.ofHours(24);
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    private final Donations donations;
    private final TremplinSettings settings;

    OnceKeys(Donations donations, TremplinSettings settings) {
        this.donations = donations;
        this.settings = settings;
    }

    /** The key of this browser for this campaign while its gift is unpaid; else a new one. */
    Mono<String> forForm(Campaign campaign, ServerWebExchange exchange) {
        String kept = kept(campaign, exchange);
        return kept == null
                ? Mono.fromSupplier(Tokens::random)
                : donations.unpaid(campaign.id().value(), kept).map(unpaid -> unpaid ? kept : Tokens.random());
    }

    /** The key the form was sent with, else that of the browser, else a new one. */
    String sent(GiftForm form, Campaign campaign, ServerWebExchange exchange) {
        if (KEY.matcher(form.cle()).matches()) {
            return form.cle();
        }
        String kept = kept(campaign, exchange);
        return kept == null ? Tokens.random() : kept;
    }

    void keep(Campaign campaign, String key, ServerWebExchange exchange) {
        exchange.getResponse()
                .addCookie(ResponseCookie.from(name(campaign), key)
                        .httpOnly(true)
                        .secure(settings.secure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(LIFE)
                        .build());
    }

    /** The key this browser was given for this campaign, whatever became of its gift. */
    static @Nullable String kept(Campaign campaign, ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name(campaign));
        String value = cookie == null ? null : cookie.getValue();
        return value != null && KEY.matcher(value).matches() ? value : null;
    }

    private static String name(Campaign campaign) {
        return "don-" + campaign.slug();
    }
}

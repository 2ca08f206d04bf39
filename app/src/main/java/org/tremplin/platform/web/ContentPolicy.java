package org.tremplin.platform.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The content security policy. A form may lead to the provider's payment page, since browsers follow its redirect. */
@Component
class ContentPolicy {

    private static final String CHECKOUT = "https://checkout.stripe.com";

    private final String text;

    /** @param apiBase another provider's address, for tests: its payment page may be anywhere */
    ContentPolicy(@Value("${tremplin.stripe.api-base:}") String apiBase) {
        String payment = apiBase.isBlank() ? CHECKOUT : CHECKOUT + " http: https:";
        this.text = String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self'",
                "font-src 'self'",
                "connect-src 'self'",
                "frame-src https://www.youtube-nocookie.com https://player.vimeo.com",
                "frame-ancestors 'none'",
                "base-uri 'none'",
                "form-action 'self' " + payment);
    }

    String text() {
        return text;
    }
}

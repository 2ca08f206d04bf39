package org.tremplin.donation.give;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.payment.Checkout;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/** Where the provider sends the donor back: the session is read once, for the donor may be faster than its event. */
@Controller
class ReturnController {

    private final Donations donations;
    private final Checkout checkout;

    ReturnController(Donations donations, Checkout checkout) {
        this.donations = donations;
        this.checkout = checkout;
    }

    @GetMapping("/don/{token}/retour")
    Mono<Rendering> back(@PathVariable("token") String token, ServerWebExchange exchange) {
        return donations
                .findByToken(token)
                .switchIfEmpty(NotFound.page())
                .flatMap(started -> {
                    var payment = started.payment();
                    Mono<Void> read = started.unpaid() && payment != null
                            ? checkout.refresh(payment).then()
                            : Mono.empty();
                    return read.thenReturn(started);
                })
                .map(started -> SeeOther.to(Language.of(exchange).to("/don/" + token)));
    }
}

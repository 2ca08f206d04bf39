package org.tremplin.donation.give;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.donation.DonationState;
import org.tremplin.payment.WaitingLine;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/** The mailed link to finish a gift: it shows one button, for mail scanners open links too. */
@Controller
class LaterController {

    private final Donations donations;
    private final Destinations destinations;
    private final WaitingLine line;
    private final LaterMails mails;
    private final GivePages pages;

    LaterController(
            Donations donations, Destinations destinations, WaitingLine line, LaterMails mails, GivePages pages) {
        this.donations = donations;
        this.destinations = destinations;
        this.line = line;
        this.mails = mails;
        this.pages = pages;
    }

    @GetMapping("/don/{token}/paiement")
    Mono<Rendering> show(@PathVariable("token") String token, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return donations
                .findByToken(token)
                .flatMap(gift -> destinations.find(gift.campaign()).flatMap(to -> page(gift, to, language)))
                .switchIfEmpty(NotFound.page());
    }

    private Mono<Rendering> page(Started gift, Destination to, Language language) {
        if (gift.state() == DonationState.ABANDONED) {
            return Mono.just(Rendering.view("donation/later-over")
                    .modelAttribute("slug", to.campaign().campaign().slug())
                    .build());
        }
        if (!gift.unpaid()) {
            return Mono.just(SeeOther.to(language.to("/don/" + gift.token())));
        }
        return destinations.open(to)
                ? button(gift, to, language)
                : Mono.just(Rendering.view("donation/closed")
                        .model(pages.closed(to))
                        .build());
    }

    private Mono<Rendering> button(Started gift, Destination to, Language language) {
        return Mono.zip(why(gift), mails.mailed(gift.id())).map(read -> {
            String why = read.getT1();
            WaitingPage page = WaitingPage.of(why, gift.token(), gift.cents(), to.campaign(), language);
            return Rendering.view("donation/waiting")
                    // who comes by the mail need not hear that there is one
                    .modelAttribute("page", page.mailed(read.getT2() && !why.equals("later")))
                    .build();
        });
    }

    /** Start of the message keys: what a donor who waited in vain is told, else only that the gift is kept. */
    private Mono<String> why(Started gift) {
        var payment = gift.payment();
        return payment == null
                ? Mono.just("later")
                : line.see(payment).map(standing -> switch (standing.where()) {
                    case DOWN -> "waiting";
                    case REFUSED -> "refused";
                    case IN_LINE, READY, NOWHERE -> "later";
                });
    }
}

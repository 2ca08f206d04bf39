package org.tremplin.donation.give;

import java.net.URI;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.payment.WaitingLine;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/**
 * Where a donor waits for the payment page while many give at once. The page only reads its row and renews itself by a
 * header, so that it needs no JavaScript; it says how often, and offers to stop that. The pump does the rest.
 */
@Controller
class LineController {

    private final Donations donations;
    private final Destinations destinations;
    private final WaitingLine line;
    private final LaterMails mails;
    private final TransactionalOperator transaction;

    LineController(
            Donations donations,
            Destinations destinations,
            WaitingLine line,
            LaterMails mails,
            TransactionalOperator transaction) {
        this.donations = donations;
        this.destinations = destinations;
        this.line = line;
        this.mails = mails;
        this.transaction = transaction;
    }

    @GetMapping("/don/{token}/attente")
    Mono<Rendering> show(@PathVariable("token") String token, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return find(token)
                .flatMap(gift -> standing(gift).flatMap(standing -> switch (standing.where()) {
                    case IN_LINE, READY -> page(gift, standing, exchange);
                    case DOWN, REFUSED, NOWHERE -> Mono.just(elsewhere(gift, language));
                }));
    }

    /** His turn: on to the payment page, whose address only the provider knows how to make. */
    @GetMapping("/don/{token}/attente/suite")
    Mono<Rendering> go(@PathVariable("token") String token, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return find(token)
                .flatMap(gift -> standing(gift).map(standing -> {
                    URI address = standing.address();
                    return standing.where() == WaitingLine.Where.READY && address != null
                            ? SeeOther.to(address.toString())
                            : SeeOther.to(language.to("/don/" + gift.token() + "/attente"));
                }));
    }

    /** For who has no time to wait. */
    @PostMapping("/don/{token}/attente/lien")
    Mono<Rendering> mail(@PathVariable("token") String token, ServerWebExchange exchange) {
        return find(token)
                .flatMap(gift ->
                        mails.queue(gift.id()).as(transaction::transactional).thenReturn(gift))
                .map(gift -> SeeOther.to(Language.of(exchange).to("/don/" + gift.token() + "/attente") + "?lien"));
    }

    private Mono<Rendering> page(Started gift, WaitingLine.Standing standing, ServerWebExchange exchange) {
        MultiValueMap<String, String> asked = exchange.getRequest().getQueryParams();
        return Mono.zip(destinations.find(gift.campaign()), mails.mailed(gift.id()))
                .map(read -> {
                    LinePage page = LinePage.of(
                            gift,
                            read.getT1().campaign(),
                            standing,
                            asked.containsKey("fixe"),
                            read.getT2(),
                            Language.of(exchange));
                    Rendering.Builder<?> view = Rendering.view("donation/line")
                            .modelAttribute("page", page)
                            .modelAttribute("asked", asked.containsKey("lien"));
                    if (page.renewal() != null) {
                        view.header(
                                "Refresh",
                                page.place() == 0
                                        ? page.renewal() + "; url=" + suite(gift, exchange)
                                        : page.renewal().toString());
                    }
                    return view.build();
                });
    }

    private static String suite(Started gift, ServerWebExchange exchange) {
        return Language.of(exchange).to("/don/" + gift.token() + "/attente/suite");
    }

    /** Paid, given up or announced: its own page tells; still to be paid: one button goes on with it. */
    private static Rendering elsewhere(Started gift, Language language) {
        String page = "/don/" + gift.token();
        return SeeOther.to(language.to(gift.unpaid() ? page + "/paiement" : page));
    }

    private Mono<WaitingLine.Standing> standing(Started gift) {
        var payment = gift.payment();
        return payment == null || !gift.unpaid()
                ? Mono.just(new WaitingLine.Standing(WaitingLine.Where.NOWHERE, null, 0, 0, 0))
                : line.see(payment);
    }

    private Mono<Started> find(String token) {
        return donations.findByToken(token).switchIfEmpty(NotFound.page());
    }
}

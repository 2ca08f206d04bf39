package org.tremplin.donation.refund;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.donation.DonationState;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** A donor asks for a gift back, by the address of the gift; the association decides. */
@Controller
class RefundRequestController {

    private static final int LONGEST = 500;

    private final ReversedGifts gifts;
    private final Refunding refunding;
    private final Associations associations;

    RefundRequestController(ReversedGifts gifts, Refunding refunding, Associations associations) {
        this.gifts = gifts;
        this.refunding = refunding;
        this.associations = associations;
    }

    @GetMapping("/don/{token}/remboursement")
    Mono<Rendering> form(@PathVariable("token") String token, ServerWebExchange exchange) {
        return find(token)
                .flatMap(gift -> open(gift)
                        ? view(gift, "", new Problems(), HttpStatus.OK, exchange)
                        : Mono.just(toGift(token, exchange)));
    }

    @PostMapping("/don/{token}/remboursement")
    Mono<Rendering> ask(@PathVariable("token") String token, ServerWebExchange exchange) {
        return Mono.zip(find(token), Typed.in(exchange)).flatMap(both -> {
            ReversedGift gift = both.getT1();
            String reason = both.getT2().text("motif");
            if (reason.length() > LONGEST) {
                Problems problems = new Problems().add("motif", "refund.problem.long", LONGEST);
                return view(gift, reason, problems, HttpStatus.UNPROCESSABLE_CONTENT, exchange);
            }
            Mono<Void> asked = open(gift)
                    ? association(gift).flatMap(association -> refunding.ask(gift, association, reason))
                    : Mono.empty();
            return asked.thenReturn(toGift(token, exchange));
        });
    }

    private static boolean open(ReversedGift gift) {
        return gift.state() == DonationState.SETTLED && gift.goneCents() < gift.cents();
    }

    private Mono<ReversedGift> find(String token) {
        return gifts.find(token).switchIfEmpty(NotFound.page());
    }

    private Mono<Association> association(ReversedGift gift) {
        return associations.find(new AssociationId(gift.association()));
    }

    private Mono<Rendering> view(
            ReversedGift gift, String reason, Problems problems, HttpStatus status, ServerWebExchange exchange) {
        return association(gift)
                .map(association -> Rendering.view("donation/refund-request")
                        .modelAttribute("token", gift.token())
                        .modelAttribute("association", association.name())
                        .modelAttribute(
                                "amount",
                                MoneyText.brief(
                                        gift.cents() - gift.goneCents(),
                                        Language.of(exchange).locale()))
                        .modelAttribute("reason", reason)
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }

    private static Rendering toGift(String token, ServerWebExchange exchange) {
        return SeeOther.to(Language.of(exchange).to("/don/" + token));
    }
}

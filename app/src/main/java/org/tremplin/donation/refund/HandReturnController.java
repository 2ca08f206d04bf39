package org.tremplin.donation.refund;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.ledger.Account;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Money that never was at the provider is given back by hand; this writes it. */
@Controller
class HandReturnController {

    /** What money given back by hand leaves from. */
    private static final Map<String, String> HANDS = Map.of("banque", Account.BANK, "especes", Account.CASH);

    private final RefundPages pages;
    private final HandReturns returns;

    HandReturnController(RefundPages pages, HandReturns returns) {
        this.pages = pages;
        this.returns = returns;
    }

    @PostMapping("/espace/{association}/dons/{donation}/retours")
    Mono<Rendering> giveBack(
            @PathVariable("association") String slug,
            @PathVariable("donation") UUID donation,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(pages.at(slug, donation), Typed.in(exchange)).flatMap(both -> {
            RefundPages.Found found = both.getT1();
            RefundForm form = RefundForm.of(both.getT2());
            String account = HANDS.get(form.par());
            Problems problems = form.check();
            if (!found.gift().byHand()) {
                problems.add("montant", "refund.problem.online");
            } else if (account == null) {
                problems.add("par", "refund.problem.by");
            }
            if (account == null || !problems.none()) {
                return pages.refused(found, form, problems, exchange);
            }
            UUID operation =
                    UUID.nameUUIDFromBytes((donation + " by hand " + form.cle()).getBytes(StandardCharsets.UTF_8));
            return returns.giveBack(found.gift(), operation, form.cents(), account, acting.id())
                    .flatMap(asked -> pages.answer(found, form, asked, "rendu", exchange));
        });
    }
}

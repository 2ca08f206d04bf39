package org.tremplin.payment.simulated;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.money.MoneyText;
import org.tremplin.payment.SimulatedBank.Outcome;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/** The simulated provider's page: the payer chooses what the bank says. */
@Controller
@SimulatedPayments
class SimulatedPaymentController {

    private static final Set<Outcome> STAYS = Set.of(Outcome.DECLINED);

    private final SignedEventsBank bank;

    SimulatedPaymentController(SignedEventsBank bank) {
        this.bank = bank;
    }

    @GetMapping("/demo/paiement/{session}")
    Mono<Rendering> page(@PathVariable("session") String session, ServerWebExchange exchange) {
        return bank.find(session)
                .map(open -> Rendering.view("payment/simulated")
                        .modelAttribute(
                                "page",
                                new PaymentPage(
                                        MoneyText.exact(
                                                open.cents(),
                                                Language.of(exchange).locale()),
                                        open.state(),
                                        open.successUrl()))
                        .build())
                .switchIfEmpty(NotFound.page());
    }

    @PostMapping("/demo/paiement/{session}")
    Mono<Rendering> decide(@PathVariable("session") String session, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            Outcome outcome = outcome(form.getFirst("issue"));
            return bank.decide(session, outcome)
                    .map(next -> STAYS.contains(outcome) ? URI.create("/demo/paiement/" + session) : next)
                    .map(next -> SeeOther.to(next.toString()))
                    .switchIfEmpty(NotFound.page());
        });
    }

    private static Outcome outcome(@Nullable String text) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.name().equals(text)) {
                return outcome;
            }
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    /** @param back where a payer whose session is over goes on */
    record PaymentPage(String amount, String state, String back) {}
}

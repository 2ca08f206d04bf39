package org.tremplin.campaign.readiness;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.design.Desk;
import org.tremplin.capacity.Advised;
import org.tremplin.capacity.Advising;
import org.tremplin.capacity.Assessed;
import org.tremplin.platform.security.RouteTable;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** The cards of the diagnosis that this campaign calls for, by what it said of its preparation and by its gates. */
@Component
class PreparationCards {

    private final Advising advising;
    private final RouteTable table;

    PreparationCards(Advising advising, RouteTable table) {
        this.advising = advising;
        this.table = table;
    }

    Mono<View> of(
            Desk.Open open,
            Situation situation,
            Told told,
            Optional<Assessed> assessed,
            String role,
            ServerWebExchange exchange) {
        boolean writes = table.lets(HttpMethod.POST, open.workspace() + "/diagnostic/conseils", role);
        long goal = open.draft().campaign().goalWith(situation.plan()).cents();
        List<Integer> gates = Gates.ALL.stream()
                .filter(gate -> !gate.find(situation).open())
                .map(Gate::number)
                .toList();
        return assessed.map(known -> advising.steps(
                        open.association().id(),
                        known,
                        told.before(goal).preparation(Math.max(1, goal), Gates.shut(situation)),
                        gates,
                        writes,
                        Language.of(exchange)))
                .orElse(Mono.just(Advised.Steps.NONE))
                .map(steps -> new View(
                        open.campaign().value().toString(),
                        steps,
                        Objects.requireNonNullElse(
                                exchange.getRequest().getQueryParams().getFirst("conseil"), ""),
                        writes));
    }

    /**
     * @param just the card that was just answered; empty for none
     * @param writes whether this member answers cards
     */
    record View(String campaign, Advised.Steps steps, String just, boolean writes) {}
}

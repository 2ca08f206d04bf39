package org.tremplin.patron.pledge;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Where a president ends a promise of which the rest will not come, or notes that support in kind came. */
@Controller
class EndController {

    private final PledgeDeskController desk;
    private final Ending ending;

    EndController(PledgeDeskController desk, Ending ending) {
        this.desk = desk;
        this.ending = ending;
    }

    /** {@code pourquoi}: one sentence, which the patron reads; {@code arrive}: support in kind came, then it may be empty. */
    @PostMapping("/espace/{association}/c/{id}/promesses/{promise}/fin")
    Mono<Rendering> end(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            @PathVariable("promise") UUID promise,
            ServerWebExchange exchange) {
        return Mono.zip(desk.at(association, id, promise), Typed.in(exchange))
                .flatMap(both -> end(both.getT1(), both.getT2(), exchange));
    }

    private Mono<Rendering> end(PledgeDeskController.At at, Typed typed, ServerWebExchange exchange) {
        String why = typed.line("pourquoi");
        boolean came = typed.on("arrive");
        Problems problems = new Problems();
        if (why.length() > PatronPledgeController.LONGEST_WHY) {
            problems.add("pourquoi", "give.problem.long", PatronPledgeController.LONGEST_WHY);
        } else if (why.isEmpty() && !came) {
            problems.add("pourquoi", "pledge.end.why.missing");
        }
        if (!problems.none()) {
            return desk.view(at, false, problems, DeskTyped.why(why), HttpStatus.UNPROCESSABLE_ENTITY, exchange);
        }
        UUID promise = at.pledge().id();
        return (came ? ending.came(promise, why) : ending.giveUp(promise, why))
                .flatMap(answered -> answered == Accepting.Answered.OVER
                        ? desk.conflict(at, new Problems().add("fin", "pledge.end.over"), DeskTyped.why(why), exchange)
                        : Mono.just(SeeOther.to(at.address() + "?fait=oui")));
    }
}

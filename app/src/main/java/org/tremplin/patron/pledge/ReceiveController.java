package org.tremplin.patron.pledge;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.money.AmountText;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Where a treasurer enters the transfer by which an instalment came. */
@Controller
class ReceiveController {

    private static final int OLDEST_YEARS = 2;

    private final PledgeDeskController desk;
    private final Paying paying;
    private final Clock clock;

    ReceiveController(PledgeDeskController desk, Paying paying, Clock clock) {
        this.desk = desk;
        this.paying = paying;
        this.clock = clock;
    }

    /** {@code jour} and {@code montant}, as the bank statement has them. */
    @PostMapping("/espace/{association}/c/{id}/promesses/{promise}/versements/{number}")
    Mono<Rendering> receive(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            @PathVariable("promise") UUID promise,
            @PathVariable("number") int number,
            SignedInPerson person,
            ServerWebExchange exchange) {
        return Mono.zip(desk.at(association, id, promise), Typed.in(exchange)).flatMap(both -> {
            PledgeDeskController.At at = both.getT1();
            LocalDate today =
                    LocalDate.ofInstant(clock.instant(), at.open().association().zone());
            LocalDate day = day(both.getT2().line("jour"));
            OptionalLong cents = AmountText.grouped(both.getT2().line("montant"));
            Problems problems = new Problems();
            if (day == null || day.isAfter(today) || day.isBefore(today.minusYears(OLDEST_YEARS))) {
                problems.add("jour-" + number, day == null ? "offline.problem.day" : "offline.problem.day.far");
            }
            if (cents.isEmpty() || cents.getAsLong() < PledgeForm.LEAST_CENTS) {
                problems.add("montant-" + number, "offline.problem.amount");
            }
            return day == null || !problems.none()
                    ? desk.view(at, false, problems, HttpStatus.UNPROCESSABLE_ENTITY, exchange)
                    : paying.transfer(
                                    promise,
                                    number,
                                    cents.orElse(0),
                                    day,
                                    at.open().association(),
                                    at.open().campaign(),
                                    person.id())
                            .flatMap(entered -> entered
                                    ? Mono.just(SeeOther.to(at.address() + "?fait=oui"))
                                    : desk.view(
                                            at,
                                            false,
                                            problems.add("montant-" + number, "pledge.receive.refused"),
                                            HttpStatus.CONFLICT,
                                            exchange));
        });
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}

package org.tremplin.patron.pledge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.money.AmountText;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Where a treasurer enters the transfer by which an instalment came. */
@Controller
class ReceiveController {

    private static final int OLDEST_YEARS = 2;
    private static final int LONGEST_REFERENCE = 140;

    private final PledgeDeskController desk;
    private final Paying paying;
    private final Clock clock;

    ReceiveController(PledgeDeskController desk, Paying paying, Clock clock) {
        this.desk = desk;
        this.paying = paying;
        this.clock = clock;
    }

    /**
     * {@code jour}, {@code montant} and {@code reference}, as the bank statement has them; {@code reste} in cents, as the form
     * was shown.
     */
    @PostMapping("/espace/{association}/c/{id}/promesses/{promise}/versements/{number}")
    Mono<Rendering> receive(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            @PathVariable("promise") UUID promise,
            @PathVariable("number") int number,
            SignedInPerson person,
            ServerWebExchange exchange) {
        return Mono.zip(desk.at(association, id, promise), Typed.in(exchange))
                .flatMap(both -> receive(both.getT1(), number, both.getT2(), person.id(), exchange));
    }

    private Mono<Rendering> receive(
            PledgeDeskController.At at, int number, Typed typed, UUID by, ServerWebExchange exchange) {
        Problems problems = new Problems();
        DeskTyped kept = DeskTyped.transfer(number, typed);
        Instalment one = at.pledge().instalments().stream()
                .filter(part -> part.number() == number)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!at.pledge().agreed() || one.outstandingCents() == 0) {
            problems.add("versements", "pledge.receive.not-now");
            return desk.view(at, false, problems, kept, HttpStatus.CONFLICT, exchange);
        }
        long seen = cents(typed.line("reste"));
        if (seen != one.restCents()) {
            return changed(at, kept, exchange);
        }
        LocalDate day = DayText.read(typed.line("jour"));
        long cents = AmountText.grouped(typed.line("montant")).orElse(0);
        String reference = typed.line("reference");
        if (reference.length() > LONGEST_REFERENCE) {
            problems.add("reference-" + number, "give.problem.long", LONGEST_REFERENCE);
        }
        check(one, day, cents, at.open().association().today(clock), problems);
        return day == null || !problems.none()
                ? desk.view(at, false, problems, kept, HttpStatus.UNPROCESSABLE_ENTITY, exchange)
                : paying.transfer(
                                at.pledge().id(),
                                number,
                                seen,
                                cents,
                                day,
                                reference,
                                at.open().association(),
                                at.open().campaign(),
                                by)
                        .flatMap(entered -> entered
                                ? Mono.just(SeeOther.to(at.address() + "?fait=oui"))
                                : changed(at, kept, exchange));
    }

    /** Somebody was faster, or the same sheet came twice: shown as it is now. */
    private Mono<Rendering> changed(PledgeDeskController.At at, DeskTyped kept, ServerWebExchange exchange) {
        return desk.conflict(at, new Problems().add("versements", "pledge.receive.changed"), kept, exchange);
    }

    private static long cents(String typed) {
        return typed.matches("[0-9]{1,15}") ? Long.parseLong(typed) : -1;
    }

    private static void check(Instalment one, @Nullable LocalDate day, long cents, LocalDate today, Problems problems) {
        if (day == null || day.isAfter(today) || day.isBefore(today.minusYears(OLDEST_YEARS))) {
            problems.add("jour-" + one.number(), day == null ? "offline.problem.day" : "offline.problem.day.far");
        }
        if (cents < 1 || cents < PledgeForm.LEAST_CENTS && cents != one.restCents()) {
            problems.add("montant-" + one.number(), "offline.problem.amount");
        } else if (cents > one.restCents()) {
            problems.add("montant-" + one.number(), "pledge.receive.refused");
        }
    }
}

package org.tremplin.donation.offline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.money.AmountText;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Follows cheques, transfers and cash: promised, in hand, at the bank. */
@Controller
class FollowUpController {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Associations associations;
    private final FollowUpPages pages;
    private final OfflinePayments payments;
    private final Keeping keeping;
    private final Clock clock;

    FollowUpController(
            Associations associations, FollowUpPages pages, OfflinePayments payments, Keeping keeping, Clock clock) {
        this.associations = associations;
        this.pages = pages;
        this.payments = payments;
        this.keeping = keeping;
        this.clock = clock;
    }

    @GetMapping("/espace/{association}/dons/hors-ligne/suivi")
    Mono<Rendering> show(
            @PathVariable("association") String slug,
            @RequestParam(name = "q", defaultValue = "") String wanted,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            ServerWebExchange exchange) {
        return associations
                .at(slug)
                .flatMap(association ->
                        view(association, wanted, done, Reception.NONE, new Problems(), HttpStatus.OK, exchange));
    }

    /** A promise came. */
    @PostMapping("/espace/{association}/dons/hors-ligne/{payment}/reception")
    Mono<Rendering> receive(
            @PathVariable("association") String slug,
            @PathVariable("payment") UUID payment,
            ServerWebExchange exchange) {
        return Mono.zip(at(slug, payment), Typed.in(exchange)).flatMap(both -> {
            Association association = both.getT1();
            LocalDate today = association.today(clock);
            Reception typed = Reception.of(payment, both.getT2());
            LocalDate on = DayText.read(typed.date());
            OptionalLong cents = AmountText.cents(typed.montant());
            Problems problems = new Problems();
            if (on == null || on.isAfter(today) || on.isBefore(today.minusYears(2))) {
                problems.add("date-" + payment, "offline.problem.day.far");
            }
            if (cents.isEmpty()
                    || cents.getAsLong() < SheetRow.LEAST_CENTS
                    || cents.getAsLong() > SheetRow.MOST_CENTS) {
                problems.add("montant-" + payment, "offline.problem.amount");
            }
            if (typed.reference().length() > SheetRow.REFERENCE) {
                problems.add("reference-" + payment, "give.problem.long", SheetRow.REFERENCE);
            }
            return problems.none()
                    ? keeping.receive(
                                    association,
                                    payment,
                                    cents.getAsLong(),
                                    Objects.requireNonNull(on),
                                    typed.reference())
                            .map(done -> done(slug, "recu"))
                    : view(
                            association,
                            both.getT2().line("q"),
                            null,
                            typed,
                            problems,
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            exchange);
        });
    }

    @PostMapping("/espace/{association}/dons/hors-ligne/remises")
    Mono<Rendering> deposit(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), exchange.getFormData())
                .flatMap(both -> keeping.deposit(
                        both.getT1(), chosen(both.getT2()), both.getT1().today(clock)))
                .map(count -> done(slug, "remis"));
    }

    @PostMapping("/espace/{association}/dons/hors-ligne/encaissements")
    Mono<Rendering> clear(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), exchange.getFormData())
                .flatMap(both -> keeping.clear(
                        both.getT1(), chosen(both.getT2()), both.getT1().today(clock)))
                .map(count -> done(slug, "encaisse"));
    }

    @PostMapping("/espace/{association}/dons/hors-ligne/{payment}/rejet")
    Mono<Rendering> reject(
            @PathVariable("association") String slug,
            @PathVariable("payment") UUID payment,
            ServerWebExchange exchange) {
        return at(slug, payment)
                .flatMap(association -> keeping.reject(association, payment)
                        .flatMap(how -> how == Keeping.Rejection.PARTLY_BACK
                                ? view(
                                        association,
                                        "",
                                        null,
                                        Reception.NONE,
                                        new Problems().add("remis", "offline.problem.partly-back"),
                                        HttpStatus.UNPROCESSABLE_CONTENT,
                                        exchange)
                                : Mono.just(done(slug, "rejete"))));
    }

    @PostMapping("/espace/{association}/dons/hors-ligne/{payment}/annulation")
    Mono<Rendering> cancel(@PathVariable("association") String slug, @PathVariable("payment") UUID payment) {
        return at(slug, payment)
                .flatMap(association -> keeping.cancel(association, payment))
                .map(done -> done(slug, "annule"));
    }

    private Mono<Association> at(String slug, UUID payment) {
        return associations
                .at(slug)
                .filterWhen(association -> payments.has(association.id().value(), payment))
                .switchIfEmpty(NotFound.page());
    }

    /** What is ticked; nonsense is nothing. */
    private static List<UUID> chosen(MultiValueMap<String, String> form) {
        return form.getOrDefault("paiement", List.of()).stream()
                .filter(typed -> ID.matcher(typed).matches())
                .map(UUID::fromString)
                .toList();
    }

    private Mono<Rendering> view(
            Association association,
            String wanted,
            @Nullable String done,
            Reception reception,
            Problems problems,
            HttpStatus status,
            ServerWebExchange exchange) {
        return pages.of(
                        association,
                        wanted.strip(),
                        done,
                        association.today(clock),
                        Language.of(exchange).locale())
                .map(page -> Rendering.view("donation/offline")
                        .modelAttribute("page", page)
                        .modelAttribute("reception", reception)
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }

    private static Rendering done(String slug, String what) {
        return SeeOther.to("/espace/" + slug + "/dons/hors-ligne/suivi?fait=" + what);
    }

    /**
     * The form of one row, as typed.
     *
     * @param payment whose row it is; none when no form came back
     */
    record Reception(@Nullable UUID payment, String date, String montant, String reference) {

        static final Reception NONE = new Reception(null, "", "", "");

        static Reception of(UUID payment, Typed typed) {
            return new Reception(payment, typed.line("date"), typed.line("montant"), typed.line("reference"));
        }

        public boolean of(UUID row) {
            return row.equals(payment);
        }
    }
}

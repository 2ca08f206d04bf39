package org.tremplin.donation.offline;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.association.Means;
import org.tremplin.donation.OfflineState;
import org.tremplin.donation.Promise;
import org.tremplin.money.AmountText;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Follows cheques, transfers and cash: promised, in hand, at the bank. */
@Controller
class FollowUpController {

    /** Banks may refuse a cheque for two months after they credited it. */
    private static final int REFUSABLE_DAYS = 60;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Associations associations;
    private final OfflineList list;
    private final OfflinePayments payments;
    private final Keeping keeping;
    private final Clock clock;

    FollowUpController(
            Associations associations, OfflineList list, OfflinePayments payments, Keeping keeping, Clock clock) {
        this.associations = associations;
        this.list = list;
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
            LocalDate today = LocalDate.ofInstant(clock.instant(), association.zone());
            Reception typed = Reception.of(payment, both.getT2());
            LocalDate on = day(typed.date());
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
                .flatMap(both -> keeping.deposit(both.getT1(), chosen(both.getT2()), today(both.getT1())))
                .map(count -> done(slug, "remis"));
    }

    @PostMapping("/espace/{association}/dons/hors-ligne/encaissements")
    Mono<Rendering> clear(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), exchange.getFormData())
                .flatMap(both -> keeping.clear(both.getT1(), chosen(both.getT2()), today(both.getT1())))
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
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private LocalDate today(Association association) {
        return LocalDate.ofInstant(clock.instant(), association.zone());
    }

    /** What is ticked; nonsense is nothing. */
    private static List<UUID> chosen(MultiValueMap<String, String> form) {
        return form.getOrDefault("paiement", List.of()).stream()
                .filter(typed -> ID.matcher(typed).matches())
                .map(UUID::fromString)
                .toList();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private Mono<Rendering> view(
            Association association,
            String wanted,
            @Nullable String done,
            Reception reception,
            Problems problems,
            HttpStatus status,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        String query = wanted.strip();
        return list.of(
                        association.id().value(),
                        query.length() > 100 ? query.substring(0, 100) : query,
                        today(association).minusDays(REFUSABLE_DAYS))
                .collectList()
                .map(rows -> Rendering.view("donation/offline")
                        .modelAttribute("page", page(association, query, done, rows, locale))
                        .modelAttribute("reception", reception)
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }

    private FollowUpPage page(
            Association association, String wanted, @Nullable String done, List<OfflineList.Row> rows, Locale locale) {
        return new FollowUpPage(
                association.slug(),
                wanted,
                done,
                today(association).toString(),
                lines(rows, Set.of(OfflineState.PROMISED, OfflineState.EXPIRED, OfflineState.CANCELLED), locale),
                lines(rows, Set.of(OfflineState.RECEIVED), locale),
                lines(rows, Set.of(OfflineState.DEPOSITED), locale),
                lines(rows, Set.of(OfflineState.CLEARED), locale).stream()
                        .filter(FollowUpPage.Line::cheque)
                        .toList(),
                lines(rows, Set.of(OfflineState.CLEARED), locale).stream()
                        .filter(line -> !line.cheque())
                        .toList(),
                MoneyText.exact(sum(rows, OfflineState.PROMISED), locale),
                MoneyText.exact(sum(rows, OfflineState.RECEIVED), locale),
                MoneyText.exact(sum(rows, OfflineState.DEPOSITED), locale));
    }

    private static long sum(List<OfflineList.Row> rows, OfflineState state) {
        return rows.stream()
                .filter(row -> row.state() == state)
                .mapToLong(OfflineList.Row::cents)
                .sum();
    }

    private static List<FollowUpPage.Line> lines(List<OfflineList.Row> rows, Set<OfflineState> states, Locale locale) {
        return rows.stream()
                .filter(row -> states.contains(row.state()))
                .map(row -> new FollowUpPage.Line(
                        row.id(),
                        row.donation(),
                        row.means().field(),
                        row.state().name(),
                        row.means() == Means.CHEQUE,
                        row.name(),
                        row.reference() == null ? null : Promise.text(row.reference()),
                        row.bankReference(),
                        words(row.state() == OfflineState.PROMISED ? row.expiresOn() : row.receivedOn(), locale),
                        MoneyText.exact(row.cents(), locale),
                        AmountText.typed(row.cents(), locale)))
                .toList();
    }

    private static String words(@Nullable LocalDate day, Locale locale) {
        return day == null ? "" : DayText.row(day, locale);
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

    /**
     * @param wanted what is searched for, empty for all
     * @param done what was just done
     * @param cleared cheques that may still be refused
     * @param found cash and transfers on the account, of what is searched for
     */
    record FollowUpPage(
            String slug,
            String wanted,
            @Nullable String done,
            String today,
            List<Line> promised,
            List<Line> inHand,
            List<Line> atBank,
            List<Line> cleared,
            List<Line> found,
            String promisedSum,
            String inHandSum,
            String atBankSum) {

        /**
         * @param cheque only cheques can be refused
         * @param bankReference as the bank statement says, or the number of the cheque
         * @param day it ends, of a promise; else the day it came
         * @param typed the amount as a person types it
         */
        record Line(
                UUID id,
                UUID donation,
                String means,
                String state,
                boolean cheque,
                String name,
                @Nullable String reference,
                @Nullable String bankReference,
                String day,
                String amount,
                String typed) {}
    }
}

package org.tremplin.transparency.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.ledger.AccountingExport;
import org.tremplin.ledger.AccountingExport.Span;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The books of an association: what is closed, and files for whoever keeps its accounts. */
@Controller
class AccountsController {

    /** A file of more would not open in a spreadsheet. */
    private static final int MOST_MONTHS = 24;

    private final Associations associations;
    private final AccountingExport books;
    private final AxisCodes codes;
    private final Clock clock;

    AccountsController(Associations associations, AccountingExport books, AxisCodes codes, Clock clock) {
        this.associations = associations;
        this.books = books;
        this.codes = codes;
        this.clock = clock;
    }

    @GetMapping("/espace/{association}/comptabilite")
    Mono<Rendering> show(@PathVariable("association") String slug, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return associations
                .at(slug)
                .flatMap(association -> books.months(association.id().value())
                        .map(months -> Rendering.view("transparency/accounts")
                                .modelAttribute("page", page(association, months, locale))
                                .build()));
    }

    private AccountsPage page(Association association, AccountingExport.Months books, Locale locale) {
        LocalDate today = association.today(clock);
        YearMonth began = YearMonth.from(association.day(association.declaredAt()));
        Map<Integer, List<AccountsPage.Month>> years = new LinkedHashMap<>();
        books.every(began, YearMonth.from(today))
                .forEach(month -> years.computeIfAbsent(month.month().getYear(), year -> new ArrayList<>())
                        .add(new AccountsPage.Month(
                                DayText.month(month.month(), locale),
                                month.month().toString(),
                                MoneyText.number(month.transactions(), locale),
                                month.closed(),
                                !month.closed() && month.month().atEndOfMonth().isBefore(today))));
        YearMonth through = books.closedThrough();
        return new AccountsPage(
                association.slug(),
                through == null ? null : DayText.month(through, locale),
                years.entrySet().stream()
                        .map(year -> new AccountsPage.Year(
                                year.getKey().toString(),
                                "?de=" + year.getKey() + "-01&a=" + year.getKey() + "-12",
                                year.getValue()))
                        .toList());
    }

    @GetMapping("/espace/{association}/comptabilite/ecritures.txt")
    @ResponseBody
    Mono<ResponseEntity<Flux<String>>> fec(
            @PathVariable("association") String slug, @RequestParam("de") String from, @RequestParam("a") String to) {
        Span span = span(from, to);
        return associations
                .at(slug)
                .map(association -> file(
                        "text/plain;charset=UTF-8",
                        (association.siren() == null ? slug : association.siren()) + "FEC"
                                + DateTimeFormatter.BASIC_ISO_DATE.format(
                                        span.to().atEndOfMonth()) + ".txt",
                        books.fec(association.id().value(), span)));
    }

    @GetMapping("/espace/{association}/comptabilite/ecritures.csv")
    @ResponseBody
    Mono<ResponseEntity<Flux<String>>> csv(
            @PathVariable("association") String slug, @RequestParam("de") String from, @RequestParam("a") String to) {
        Span span = span(from, to);
        return associations
                .at(slug)
                .flatMap(association -> codes.of(association.id())
                        .map(known -> file(
                                "text/csv;charset=UTF-8",
                                "ecritures-" + slug + "-" + span.from() + "-" + span.to() + ".csv",
                                books.csv(association.id().value(), span, known))));
    }

    private static ResponseEntity<Flux<String>> file(String type, String name, Flux<String> lines) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(lines);
    }

    @GetMapping("/espace/{association}/comptabilite/clotures")
    Mono<Rendering> ask(
            @PathVariable("association") String slug, @RequestParam("mois") String code, ServerWebExchange exchange) {
        YearMonth month = month(code);
        Locale locale = Language.of(exchange).locale();
        return associations
                .at(slug)
                .flatMap(association -> books.months(association.id().value())
                        .map(months -> page(association, months, locale))
                        .filter(page -> page.years().stream()
                                .flatMap(year -> year.months().stream())
                                .anyMatch(one -> one.closable() && one.code().equals(code)))
                        .map(page -> Rendering.view("transparency/closing")
                                .modelAttribute("slug", slug)
                                .modelAttribute("code", code)
                                .modelAttribute("month", DayText.month(month, locale))
                                .build())
                        .defaultIfEmpty(SeeOther.to(home(slug))));
    }

    @PostMapping("/espace/{association}/comptabilite/clotures")
    Mono<Rendering> close(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(both -> books.close(
                                both.getT1().id().value(),
                                month(both.getT2().line("mois")),
                                both.getT1().today(clock))
                        .thenReturn(SeeOther.to(home(slug))));
    }

    private static String home(String slug) {
        return "/espace/" + slug + "/comptabilite";
    }

    private static Span span(String from, String to) {
        Span span = new Span(month(from), month(to));
        boolean possible = !span.to().isBefore(span.from())
                && span.from().plusMonths(MOST_MONTHS).isAfter(span.to());
        return Optional.of(span)
                .filter(one -> possible)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private static YearMonth month(String code) {
        try {
            return YearMonth.parse(code);
        } catch (DateTimeParseException unreadable) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "A month is written 2026-03", unreadable);
        }
    }
}

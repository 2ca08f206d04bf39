package org.tremplin.transparency.use;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import org.tremplin.transparency.Decision;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ExpenseState;
import org.tremplin.transparency.Spending;
import reactor.core.publisher.Mono;

/** One expense, and what its author and its approver do with it. */
@Controller
class ExpenseController {

    private static final String ONE = "/espace/{association}/depenses/{expense}";

    private final ExpenseDesk desk;
    private final ExpensePages pages;
    private final Spending spending;

    ExpenseController(ExpenseDesk desk, ExpensePages pages, Spending spending) {
        this.desk = desk;
        this.pages = pages;
        this.spending = spending;
    }

    @GetMapping(ONE)
    Mono<Rendering> show(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        ExpensePages.Said said = "tard".equals(done)
                ? ExpensePages.Said.refused("expense.late", null, HttpStatus.OK)
                : ExpensePages.Said.done(done);
        return desk.at(slug, expense).flatMap(found -> pages.show(found, acting.id(), said, exchange));
    }

    @PostMapping(ONE + "/envoi")
    Mono<Rendering> submit(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return act(
                slug, expense, acting, exchange, "envoi", at -> spending.submit(at.association(), expense, at.who()));
    }

    @PostMapping(ONE + "/reprise")
    Mono<Rendering> takeBack(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return act(
                slug,
                expense,
                acting,
                exchange,
                "reprise",
                at -> spending.takeBack(at.association(), expense, at.who()));
    }

    @PostMapping(ONE + "/suppression")
    Mono<Rendering> discard(
            @PathVariable("association") String slug, @PathVariable("expense") UUID expense, SignedInPerson acting) {
        return desk.at(slug, expense)
                .flatMap(found -> spending.discard(found.open().id(), expense, acting.id())
                        .map(gone -> SeeOther.to(
                                gone ? found.open().base() + "?fait=supprime" : found.address() + "?fait=tard")));
    }

    @PostMapping(ONE + "/abandon")
    Mono<Rendering> abandon(@PathVariable("association") String slug, @PathVariable("expense") UUID expense) {
        return desk.at(slug, expense)
                .flatMap(found -> spending.abandon(found.open().id(), expense)
                        .map(gone -> SeeOther.to(
                                gone ? found.open().base() + "?fait=supprime" : found.address() + "?fait=tard")));
    }

    @PostMapping(ONE + "/approbation")
    Mono<Rendering> approve(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return act(
                slug,
                expense,
                acting,
                exchange,
                "approuve",
                at -> spending.approve(at.association(), expense, version(at.typed()), at.who()));
    }

    @PostMapping(ONE + "/refus")
    Mono<Rendering> refuse(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return reasoned(
                "refus",
                "expense.problem.refusal",
                slug,
                expense,
                acting,
                exchange,
                at -> spending.refuse(
                        at.association(),
                        expense,
                        version(at.typed()),
                        at.typed().text("refus"),
                        at.who()));
    }

    @PostMapping(ONE + "/question")
    Mono<Rendering> ask(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return reasoned(
                "question",
                "expense.problem.question",
                slug,
                expense,
                acting,
                exchange,
                at -> spending.ask(
                        at.association(),
                        expense,
                        version(at.typed()),
                        at.typed().text("question"),
                        at.who()));
    }

    @PostMapping(ONE + "/paiement")
    Mono<Rendering> pay(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(desk.at(slug, expense), Typed.in(exchange)).flatMap(both -> {
            ExpenseDesk.Found found = both.getT1();
            if (found.expense().state() != ExpenseState.APPROVED) {
                return answer(slug, expense, acting, exchange, "", new Decision.Late(found.expense()));
            }
            Typed typed = both.getT2();
            LocalDate on = DayText.read(typed.line("payeLe"));
            Expense.Paid how = typed.line("paye").equals("especes") ? Expense.Paid.CASH : Expense.Paid.BANK;
            if (on == null
                    || on.isAfter(found.open().today())
                    || on.isBefore(found.expense().invoice().day().minusYears(1))) {
                ExpensePages.Said said =
                        ExpensePages.Said.wrong("payeLe", "expense.problem.day.far", typed.line("payeLe"));
                return pages.show(found, acting.id(), said, exchange);
            }
            return spending.pay(found.open().id(), expense, how, on)
                    .flatMap(decision -> answer(slug, expense, acting, exchange, "paye", decision));
        });
    }

    /** Takes an approved expense back: another person decides on that too. */
    @PostMapping(ONE + "/annulation")
    Mono<Rendering> takeOut(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return reasoned(
                "motif",
                "expense.problem.reason",
                slug,
                expense,
                acting,
                exchange,
                at -> spending.correct(
                                at.association(),
                                expense,
                                at.found().expense().invoice().nothing(),
                                at.typed().text("motif"),
                                at.who())
                        .flatMap(decision -> decision.fold(
                                done -> spending.submit(at.association(), done.id(), at.who()),
                                () -> Mono.just(decision),
                                late -> Mono.just(decision),
                                changed -> Mono.just(decision),
                                lacking -> Mono.just(decision))));
    }

    /** An act that needs a sentence; a form that came too late is told so before it is read. */
    private Mono<Rendering> reasoned(
            String field,
            String missing,
            String slug,
            UUID expense,
            SignedInPerson acting,
            ServerWebExchange exchange,
            Function<At, Mono<Decision>> act) {
        return Mono.zip(desk.at(slug, expense), Typed.in(exchange)).flatMap(both -> {
            Expense now = both.getT1().expense();
            boolean deciding = !field.equals("motif");
            if (deciding && now.author().equals(acting.id())) {
                return answer(slug, expense, acting, exchange, field, new Decision.Own());
            }
            if (deciding ? now.state() != ExpenseState.SUBMITTED : !now.state().effective()) {
                return answer(slug, expense, acting, exchange, field, new Decision.Late(now));
            }
            String text = both.getT2().text(field);
            if (text.isEmpty() || text.length() > InvoiceCheck.LONGEST_TEXT) {
                ExpensePages.Said said =
                        ExpensePages.Said.wrong(field, text.isEmpty() ? missing : "expense.problem.long", text);
                return pages.show(both.getT1(), acting.id(), said, exchange);
            }
            return act.apply(new At(both.getT1(), both.getT2(), acting.id()))
                    .flatMap(decision -> answer(slug, expense, acting, exchange, field, decision));
        });
    }

    private Mono<Rendering> act(
            String slug,
            UUID expense,
            SignedInPerson acting,
            ServerWebExchange exchange,
            String done,
            Function<At, Mono<Decision>> act) {
        return Mono.zip(desk.at(slug, expense), Typed.in(exchange))
                .flatMap(both -> act.apply(new At(both.getT1(), both.getT2(), acting.id())))
                .flatMap(decision -> answer(slug, expense, acting, exchange, done, decision));
    }

    private Mono<Rendering> answer(
            String slug,
            UUID expense,
            SignedInPerson acting,
            ServerWebExchange exchange,
            String done,
            Decision decision) {
        return decision.fold(
                moved -> Mono.just(SeeOther.to("/espace/" + slug + "/depenses/" + moved.id() + "?fait=" + done)),
                () -> again(slug, expense, acting, exchange, "expense.own", null, HttpStatus.FORBIDDEN),
                late -> again(
                        slug,
                        expense,
                        acting,
                        exchange,
                        late.approver() == null ? "expense.late" : "expense.late.decided",
                        late.approver(),
                        HttpStatus.CONFLICT),
                changed -> again(slug, expense, acting, exchange, "expense.changed", null, HttpStatus.CONFLICT),
                lacking -> again(slug, expense, acting, exchange, "expense.short", null, HttpStatus.CONFLICT));
    }

    /** The page as it stands now, with why it could not be done. */
    private Mono<Rendering> again(
            String slug,
            UUID expense,
            SignedInPerson acting,
            ServerWebExchange exchange,
            String problem,
            @Nullable UUID who,
            HttpStatus status) {
        return desk.at(slug, expense)
                .flatMap(found ->
                        pages.show(found, acting.id(), ExpensePages.Said.refused(problem, who, status), exchange));
    }

    private static int version(Typed typed) {
        String version = typed.line("version");
        return version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0;
    }

    private record At(ExpenseDesk.Found found, Typed typed, UUID who) {
        UUID association() {
            return found.open().id();
        }
    }
}

package org.tremplin.transparency.use;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import org.tremplin.transparency.Decision;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ExpenseState;
import org.tremplin.transparency.Spending;
import reactor.core.publisher.Mono;

/** Writing an expense, a commitment or a correction; sent on to another person at once unless it is put by. */
@Controller
class EntryController {

    private final ExpenseDesk desk;
    private final Expenses expenses;
    private final Spending spending;
    private final UseSettings settings;
    private final EntryPages pages;

    EntryController(ExpenseDesk desk, Expenses expenses, Spending spending, UseSettings settings, EntryPages pages) {
        this.desk = desk;
        this.expenses = expenses;
        this.spending = spending;
        this.settings = settings;
        this.pages = pages;
    }

    @GetMapping("/espace/{association}/depenses/nouvelle")
    Mono<Rendering> begin(
            @PathVariable("association") String slug,
            @RequestParam(name = "c", required = false) @Nullable UUID chosen,
            @RequestParam(name = "type", defaultValue = "") String type,
            ServerWebExchange exchange) {
        return desk.at(slug)
                .flatMap(open -> view(
                        EntryTask.fresh(open, chosen, type),
                        ExpenseForm.fresh(open.today().toString(), ""),
                        new Problems(),
                        HttpStatus.OK,
                        exchange));
    }

    @PostMapping("/espace/{association}/depenses/nouvelle")
    Mono<Rendering> enter(
            @PathVariable("association") String slug,
            @RequestParam(name = "c", required = false) @Nullable UUID chosen,
            @RequestParam(name = "type", defaultValue = "") String type,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(desk.at(slug), Typed.in(exchange))
                .flatMap(both -> write(EntryTask.fresh(both.getT1(), chosen, type), both.getT2(), acting, exchange));
    }

    @GetMapping("/espace/{association}/depenses/{expense}/saisie")
    Mono<Rendering> goOn(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return desk.at(slug, expense)
                .flatMap(found -> writable(found, acting)
                        ? view(
                                EntryTask.draft(found),
                                ExpenseForm.of(
                                        found.expense(), Language.of(exchange).locale()),
                                new Problems(),
                                HttpStatus.OK,
                                exchange)
                        : Mono.just(SeeOther.to(found.address())));
    }

    @PostMapping("/espace/{association}/depenses/{expense}/saisie")
    Mono<Rendering> rewrite(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(desk.at(slug, expense), Typed.in(exchange))
                .flatMap(both -> writable(both.getT1(), acting)
                        ? write(EntryTask.draft(both.getT1()), both.getT2(), acting, exchange)
                        : Mono.just(SeeOther.to(both.getT1().address() + "?fait=tard")));
    }

    @GetMapping("/espace/{association}/depenses/{expense}/correction")
    Mono<Rendering> correct(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            ServerWebExchange exchange) {
        return desk.at(slug, expense)
                .flatMap(found -> correctable(found)
                        ? view(
                                EntryTask.correction(found),
                                ExpenseForm.of(
                                        found.expense(), Language.of(exchange).locale()),
                                new Problems(),
                                HttpStatus.OK,
                                exchange)
                        : Mono.just(SeeOther.to(found.address())));
    }

    @PostMapping("/espace/{association}/depenses/{expense}/correction")
    Mono<Rendering> correct(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(desk.at(slug, expense), Typed.in(exchange))
                .flatMap(both -> correctable(both.getT1())
                        ? write(EntryTask.correction(both.getT1()), both.getT2(), acting, exchange)
                        : Mono.just(SeeOther.to(both.getT1().address() + "?fait=tard")));
    }

    private static boolean writable(ExpenseDesk.Found found, SignedInPerson acting) {
        return found.expense().state() == ExpenseState.DRAFT
                && found.expense().author().equals(acting.id())
                && !found.expense().reversal();
    }

    private static boolean correctable(ExpenseDesk.Found found) {
        return found.expense().state().effective() && !found.expense().reversal();
    }

    private Mono<Rendering> write(EntryTask task, Typed typed, SignedInPerson acting, ServerWebExchange exchange) {
        ExpenseForm form = ExpenseForm.read(typed);
        if (typed.on("suite") || form.several() && form.rows().isEmpty() && !typed.on("parts")) {
            return view(task, form.withRoom(), new Problems(), HttpStatus.OK, exchange);
        }
        return pages.quotes(task.open())
                .zipWhen(quotes -> left(task, form, quotes))
                .flatMap(read -> {
                    InvoiceCheck.Checked checked = InvoiceCheck.of(
                            terms(
                                    task,
                                    read.getT1(),
                                    read.getT2(),
                                    Language.of(exchange).locale()),
                            form);
                    Expense.Invoice invoice = checked.invoice();
                    return invoice == null
                            ? view(
                                    task,
                                    form.several() ? form.withRoom() : form,
                                    checked.problems(),
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    exchange)
                            : keep(task, invoice, form, acting)
                                    .flatMap(decision -> sent(task, decision, typed, acting));
                });
    }

    private Mono<Decision> keep(EntryTask task, Expense.Invoice invoice, ExpenseForm form, SignedInPerson acting) {
        ExpenseDesk.Found found = task.found();
        if (found == null) {
            return spending.draft(task.open().id(), task.kind(), invoice, acting.id())
                    .map(Decision.Done::new);
        }
        UUID id = found.expense().id();
        return task.correcting()
                ? spending.correct(task.open().id(), id, invoice, form.motif(), acting.id())
                : spending.revise(task.open().id(), id, form.version(), invoice, form.motif(), acting.id());
    }

    private Mono<Rendering> sent(EntryTask task, Decision kept, Typed typed, SignedInPerson acting) {
        String base = task.open().base() + "/";
        return kept.fold(
                done -> typed.on("plus-tard")
                        ? Mono.just(SeeOther.to(base + done.id() + "?fait=garde"))
                        : spending.submit(task.open().id(), done.id(), acting.id())
                                .thenReturn(SeeOther.to(base + done.id() + "?fait=envoi")),
                () -> Mono.just(SeeOther.to(task.open().base())),
                late -> Mono.just(SeeOther.to(base + late.id() + "?fait=tard")),
                changed -> Mono.just(SeeOther.to(base + changed.id() + "?fait=tard")),
                lacking -> Mono.just(SeeOther.to(base + lacking.id() + "?fait=tard")));
    }

    /** What the chosen quote still holds back on its lines: the expense takes its place. */
    private Mono<Map<UUID, Long>> left(EntryTask task, ExpenseForm form, List<Expense> quotes) {
        return quotes.stream()
                .filter(quote -> quote.id().toString().equals(form.engagement()))
                .findFirst()
                .map(quote -> expenses.remaining(task.open().id(), quote.id(), !"autres".equals(form.source())))
                .orElseGet(() -> Mono.just(Map.of()));
    }

    private InvoiceCheck.Terms terms(EntryTask task, List<Expense> quotes, Map<UUID, Long> left, Locale locale) {
        Map<UUID, Long> freed = new HashMap<>(task.freed());
        Set<String> known = quotes.stream().map(quote -> quote.id().toString()).collect(Collectors.toSet());
        ExpenseDesk.Found found = task.found();
        UUID consumed = found == null ? null : found.expense().invoice().commitment();
        if (consumed != null) {
            known.add(consumed.toString()); // what it consumed before may be settled by itself
        }
        left.forEach((line, cents) -> freed.merge(line, cents, Long::sum));
        return new InvoiceCheck.Terms(
                task.open().campaigns(),
                task.open().uses(),
                freed,
                known,
                settings,
                task.open().today(),
                locale,
                task.kind(),
                task.correcting() || found != null && found.replaced() != null);
    }

    private Mono<Rendering> view(
            EntryTask task, ExpenseForm form, Problems problems, HttpStatus status, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return pages.quotes(task.open())
                .map(quotes -> Rendering.view("transparency/expense-entry")
                        .modelAttribute("page", pages.page(task, form, quotes, locale))
                        .modelAttribute("form", form)
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }
}

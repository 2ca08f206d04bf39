package org.tremplin.transparency.use;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ExpenseState;
import reactor.core.publisher.Mono;

/** Takes a text of an approved expense away from the public before its term, with a reason. */
@Controller
class TextWithdrawalController {

    private final ExpenseDesk desk;
    private final ExpensePages pages;
    private final TextWithdrawal withdrawal;

    TextWithdrawalController(ExpenseDesk desk, ExpensePages pages, TextWithdrawal withdrawal) {
        this.desk = desk;
        this.pages = pages;
        this.withdrawal = withdrawal;
    }

    /** Fields {@code fournisseur} and {@code texte} (boxes), {@code retrait} (why). */
    @PostMapping("/espace/{association}/depenses/{expense}/retrait")
    Mono<Rendering> withdraw(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(desk.at(slug, expense), Typed.in(exchange)).flatMap(both -> {
            ExpenseDesk.Found found = both.getT1();
            Typed typed = both.getT2();
            if (!told(found.expense())) {
                return Mono.just(SeeOther.to(found.address()));
            }
            boolean supplier = typed.on("fournisseur");
            boolean text = typed.on("texte");
            String why = typed.text("retrait");
            Problems problems = new Problems();
            if (!supplier && !text) {
                problems.add("quoi", "expense.withdraw.none");
            }
            if (why.isEmpty() || why.length() > InvoiceCheck.LONGEST_TEXT) {
                problems.add(
                        "retrait",
                        why.isEmpty() ? "expense.problem.reason" : "expense.problem.long",
                        InvoiceCheck.LONGEST_TEXT);
            }
            return problems.none()
                    ? withdrawal
                            .withdraw(found.open().association(), found.expense(), supplier, text, why)
                            .thenReturn(SeeOther.to(found.address() + "?fait=retrait"))
                    : pages.show(
                            found,
                            acting.id(),
                            new ExpensePages.Said(
                                    null,
                                    null,
                                    null,
                                    problems,
                                    Map.of("retrait", why),
                                    HttpStatus.UNPROCESSABLE_CONTENT),
                            exchange);
        });
    }

    /** Whether the public journal tells of it, or the page of funds of a quote. */
    private static boolean told(Expense expense) {
        boolean was = expense.state() == ExpenseState.AMENDED || expense.state() == ExpenseState.REVERSED;
        return !expense.reversal() && (was || expense.state().effective());
    }
}

package org.tremplin.transparency.use;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.Plan;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ExpenseState;
import reactor.core.publisher.Mono;

/** All expenses of an association: what waits first, then the newest, and how each campaign stands. */
@Controller
class ExpenseListController {

    private static final int PAGE = 30;
    private static final int MOST_WAITING = 50;

    private final ExpenseDesk desk;
    private final Expenses expenses;

    ExpenseListController(ExpenseDesk desk, Expenses expenses) {
        this.desk = desk;
        this.expenses = expenses;
    }

    @GetMapping("/espace/{association}/depenses")
    Mono<Rendering> list(
            @PathVariable("association") String slug,
            @RequestParam(name = "avant", required = false) @Nullable UUID before,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return desk.at(slug)
                .flatMap(open -> Mono.zip(
                                expenses.waiting(open.id(), MOST_WAITING).collectList(),
                                expenses.before(open.id(), before == null ? Audit.FROM_THE_TOP : before, PAGE + 1)
                                        .collectList())
                        .map(read -> Rendering.view("transparency/expenses")
                                .modelAttribute(
                                        "page",
                                        page(
                                                open,
                                                read.getT1(),
                                                read.getT2(),
                                                before != null,
                                                done,
                                                acting.id(),
                                                locale))
                                .build()));
    }

    private static ListPage page(
            ExpenseDesk.Open open,
            List<Expense> waiting,
            List<Expense> newest,
            boolean later,
            @Nullable String done,
            UUID acting,
            Locale locale) {
        List<Expense> shown = newest.stream().limit(PAGE).toList();
        return new ListPage(
                open.base(),
                open.campaigns().isEmpty(),
                later,
                later
                        ? List.of()
                        : waiting.stream()
                                .filter(one -> !one.author().equals(acting))
                                .map(one -> row(open, one, locale))
                                .toList(),
                shown.stream().map(one -> row(open, one, locale)).toList(),
                newest.size() > PAGE ? shown.get(PAGE - 1).id() : null,
                later
                        ? List.of()
                        : open.uses().stream()
                                .map(use -> camp(open, use, locale))
                                .toList(),
                done);
    }

    private static Row row(ExpenseDesk.Open open, Expense expense, Locale locale) {
        List<Expense.Part> parts = expense.invoice().parts();
        Plan.BudgetLine line = parts.isEmpty() ? null : open.line(parts.get(0).line());
        return new Row(
                expense.id(),
                expense.invoice().supplier(),
                expense.reversal() ? "" : MoneyText.exact(expense.cents(), locale),
                line == null ? "" : line.label(),
                Math.max(0, parts.size() - 1),
                DayText.row(expense.invoice().day(), locale),
                expense.state(),
                expense.kind() == Expense.Kind.COMMITMENT,
                expense.reversal(),
                expense.replaces() != null);
    }

    private static Camp camp(ExpenseDesk.Open open, CampaignUse use, Locale locale) {
        CampaignUse.Line total = use.total();
        return new Camp(
                open.title(use.campaign()),
                MoneyText.brief(total.receivedCents(), locale),
                MoneyText.brief(total.spentCents(), locale),
                MoneyText.brief(total.committedCents(), locale),
                MoneyText.brief(total.leftCents(), locale),
                use.lines().stream()
                        .map(line -> new Line(
                                line.label(),
                                MoneyText.brief(line.askedCents(), locale),
                                MoneyText.brief(line.receivedCents(), locale),
                                MoneyText.brief(line.committedCents(), locale),
                                MoneyText.brief(line.spentCents(), locale),
                                MoneyText.brief(line.leftCents(), locale),
                                String.join(" ; ", line.reasons()),
                                line.toDecideCents() == 0 ? null : MoneyText.brief(line.toDecideCents(), locale)))
                        .toList(),
                use.resources().isEmpty() ? null : open.base() + "/ressources?c=" + use.campaign(),
                open.ended(use.campaign()) ? open.page(use.campaign(), "reliquat") : null,
                use.lines().stream().anyMatch(line -> line.toDecideCents() > 0)
                        ? open.page(use.campaign(), "a-decider")
                        : null);
    }

    /**
     * @param none whether there is no campaign to spend of yet; @param later not the first page
     * @param waiting for who looks; @param next the id after which the next page starts
     */
    record ListPage(
            String base,
            boolean none,
            boolean later,
            List<Row> waiting,
            List<Row> rows,
            @Nullable UUID next,
            List<Camp> campaigns,
            @Nullable String done) {}

    /** @param line of its first part; @param more how many other lines */
    record Row(
            UUID id,
            String supplier,
            String amount,
            String line,
            int more,
            String day,
            ExpenseState state,
            boolean commitment,
            boolean reversal,
            boolean correction) {}

    /**
     * @param resources address of the money from elsewhere, none where the budget has none
     * @param remainder where it is stated what becomes of what was not spent, none while it runs
     * @param toDecide where donors are asked about their line, none where nothing waits for that
     */
    record Camp(
            String title,
            String received,
            String spent,
            String committed,
            String left,
            List<Line> lines,
            @Nullable String resources,
            @Nullable String remainder,
            @Nullable String toDecide) {}

    /** @param toDecide given for this very line and not needed there, none for nothing */
    record Line(
            String label,
            String planned,
            String received,
            String committed,
            String spent,
            String left,
            String reasons,
            @Nullable String toDecide) {}
}

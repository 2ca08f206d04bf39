package org.tremplin.transparency.use;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.Plan;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ExpenseState;
import reactor.core.publisher.Mono;

/** Makes the page of one expense. */
@Component
class ExpensePages {

    private final ExpenseDesk desk;
    private final Expenses expenses;
    private final UseSettings settings;
    private final MessageSource messages;

    ExpensePages(ExpenseDesk desk, Expenses expenses, UseSettings settings, MessageSource messages) {
        this.desk = desk;
        this.expenses = expenses;
        this.settings = settings;
        this.messages = messages;
    }

    Mono<Rendering> show(ExpenseDesk.Found found, UUID acting, Said said, ServerWebExchange exchange) {
        Expense expense = found.expense();
        List<UUID> people = Stream.of(expense.author(), expense.approver())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return Mono.zip(
                        desk.names(people),
                        expenses.correctionOf(found.open().id(), expense.id())
                                .map(List::of)
                                .defaultIfEmpty(List.of()))
                .map(read -> Rendering.view("transparency/expense")
                        .modelAttribute(
                                "page",
                                page(
                                        found,
                                        acting,
                                        read.getT1(),
                                        read.getT2().stream().findFirst().orElse(null),
                                        said,
                                        Language.of(exchange).locale()))
                        .modelAttribute("problems", said.problems())
                        .modelAttribute("refused", said.problem() != null)
                        .modelAttribute("typed", said.typed())
                        .status(said.status())
                        .build());
    }

    private ExpensePage page(
            ExpenseDesk.Found found,
            UUID acting,
            Map<UUID, String> names,
            @Nullable Expense correction,
            Said said,
            Locale locale) {
        ExpenseDesk.Open open = found.open();
        Expense expense = found.expense();
        Expense.Invoice invoice = expense.invoice();
        List<Expense.Part> parts = invoice.parts();
        UUID commitment = invoice.commitment();
        UUID approver = expense.approver();
        LocalDate paidOn = invoice.paidOn();
        Instant decidedAt = expense.decidedAt();
        Expense replaced = found.replaced();
        return new ExpensePage(
                open.base(),
                found.address(),
                expense.id(),
                expense.version(),
                expense.kind(),
                expense.state(),
                expense.reversal(),
                expense.author().equals(acting),
                MoneyText.exact(expense.reversal() && replaced != null ? replaced.cents() : expense.cents(), locale),
                invoice.supplier(),
                invoice.supplierShown(),
                DayText.text(invoice.day(), locale),
                invoice.purpose(),
                parts.stream().map(part -> part(found, part, locale)).toList(),
                invoice.paid(),
                paidOn == null ? null : DayText.text(paidOn, locale),
                parts.stream().anyMatch(part -> !part.publicGenerosity()),
                parts.stream()
                        .map(Expense.Part::account)
                        .distinct()
                        .map(this::account)
                        .collect(Collectors.joining(", ")),
                parts.stream()
                        .map(Expense.Part::crod)
                        .distinct()
                        .map(code -> messages.getMessage("expense.crod." + code, null, code, locale))
                        .collect(Collectors.joining(", ")),
                invoice.overReason(),
                names.getOrDefault(expense.author(), ""),
                moment(expense.createdAt(), open, locale),
                approver == null ? null : names.getOrDefault(approver, ""),
                decidedAt == null ? null : moment(decidedAt, open, locale),
                expense.answer(),
                expense.reason(),
                expense.replaces() == null ? null : open.base() + "/" + expense.replaces(),
                replaced == null ? null : MoneyText.exact(replaced.cents(), locale),
                correction == null ? null : open.base() + "/" + correction.id(),
                commitment == null ? null : open.base() + "/" + commitment,
                invoice.settles(),
                open.today().toString(),
                said.done(),
                said.problem(),
                said.who() == null ? null : names.getOrDefault(said.who(), ""));
    }

    private static ExpensePage.Part part(ExpenseDesk.Found found, Expense.Part part, Locale locale) {
        ExpenseDesk.Open open = found.open();
        Expense expense = found.expense();
        Plan.BudgetLine line = open.line(part.line());
        CampaignUse.Line figures = open.figures(part.line());
        boolean counted = expense.state().effective();
        boolean counts = counted || expense.state() == ExpenseState.DRAFT || expense.state() == ExpenseState.SUBMITTED;
        long received = figures == null
                ? 0
                : part.publicGenerosity() ? figures.receivedCents() : figures.elsewhereReceivedCents();
        long spent =
                figures == null ? 0 : part.publicGenerosity() ? figures.spentCents() : figures.elsewhereSpentCents();
        spent -= found.freed().getOrDefault(part.line(), 0L);
        boolean commitment = expense.kind() == Expense.Kind.COMMITMENT;
        long committed = figures == null ? 0 : figures.committedCents();
        long now = counts ? part.cents() : 0;
        long before = counted && !commitment ? spent - part.cents() : spent;
        long promised = counted && commitment ? Math.max(0, committed - part.cents()) : committed;
        long after = received - before - promised - now;
        return new ExpensePage.Part(
                line == null ? "" : line.label(),
                expense.campaigns().size() > 1 || open.campaigns().size() > 1 ? open.title(part.campaign()) : "",
                MoneyText.exact(part.cents(), locale),
                promised == 0 ? null : MoneyText.exact(promised, locale),
                MoneyText.exact(after, locale),
                after < 0,
                bar(before, promised, now, received, MoneyText.brief(received, locale)));
    }

    private static ExpensePage.Bar bar(long spent, long committed, long now, long received, String text) {
        long whole = Math.max(1, Math.max(received, spent + committed + now));
        return new ExpensePage.Bar(
                percent(spent, whole),
                percent(spent, whole),
                percent(committed, whole),
                percent(spent + committed, whole),
                percent(now, whole),
                text);
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f%%", Math.max(0, part) * 100.0 / whole);
    }

    private String account(String number) {
        return settings.choices().stream()
                .filter(choice -> choice.number().equals(number))
                .map(choice -> number + " " + choice.name())
                .findFirst()
                .orElse(number);
    }

    private static String moment(Instant at, ExpenseDesk.Open open, Locale locale) {
        return DayText.moment(at, open.association().zone(), locale);
    }

    /**
     * What the page says of what was just tried.
     *
     * @param who decided meanwhile
     * @param typed reasons that were typed, by field
     */
    record Said(
            @Nullable String done,
            @Nullable String problem,
            @Nullable UUID who,
            Problems problems,
            Map<String, String> typed,
            HttpStatus status) {

        static Said done(@Nullable String done) {
            return new Said(done, null, null, new Problems(), Map.of(), HttpStatus.OK);
        }

        static Said refused(String problem, @Nullable UUID who, HttpStatus status) {
            return new Said(null, problem, who, new Problems(), Map.of(), status);
        }

        static Said wrong(String field, String problem, String typed) {
            return new Said(
                    null,
                    null,
                    null,
                    new Problems().add(field, problem, InvoiceCheck.LONGEST_TEXT),
                    Map.of(field, typed),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}

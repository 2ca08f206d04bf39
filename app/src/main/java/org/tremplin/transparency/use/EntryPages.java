package org.tremplin.transparency.use;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;
import org.tremplin.transparency.Expense;
import reactor.core.publisher.Mono;

/** Assembles the page on which an expense is written. */
@Component
class EntryPages {

    private static final int MOST_QUOTES = 50;

    private final Expenses expenses;
    private final UseSettings settings;

    EntryPages(Expenses expenses, UseSettings settings) {
        this.expenses = expenses;
        this.settings = settings;
    }

    /** That an expense may settle. */
    Mono<List<Expense>> quotes(ExpenseDesk.Open open) {
        return expenses.openCommitments(open.id(), MOST_QUOTES).collectList();
    }

    EntryPage page(EntryTask task, ExpenseForm form, List<Expense> quotes, Locale locale) {
        List<EntryPage.Camp> campaigns = task.open().campaigns().stream()
                .map(one -> camp(task, form, one, locale))
                .toList();
        ExpenseDesk.Found found = task.found();
        boolean draft = found != null && !task.correcting();
        String kind = task.kind() == Expense.Kind.COMMITMENT ? "commitment" : "expense";
        return new EntryPage(
                task.open().base(),
                task.action(),
                found == null ? task.open().base() : found.address(),
                "expense.entry." + (task.correcting() ? "correct" : draft ? "draft" : kind),
                task.kind() == Expense.Kind.COMMITMENT,
                task.correcting() || found != null && found.replaced() != null,
                found == null || task.correcting() ? "" : found.expense().answer(),
                campaigns,
                campaigns.stream().filter(EntryPage.Camp::chosen).toList(),
                settings.grouped(),
                Destination.codes(),
                task.kind() == Expense.Kind.COMMITMENT
                        ? List.of()
                        : quotes.stream()
                                .map(quote -> new EntryPage.Quote(
                                        quote.id(),
                                        MoneyText.brief(quote.cents(), locale) + ", "
                                                + quote.invoice().supplier() + ", "
                                                + DayText.brief(quote.invoice().day(), locale)))
                                .toList());
    }

    private static EntryPage.Camp camp(EntryTask task, ExpenseForm form, PublishedCampaign campaign, Locale locale) {
        UUID id = campaign.campaign().id().value();
        boolean wanted = form.ligne().startsWith(id + "/") || !form.ligne().contains("/") && id.equals(task.wanted());
        return new EntryPage.Camp(
                id,
                campaign.plan().title(),
                wanted,
                campaign.plan().lines().stream()
                        .map(line -> {
                            var figures = task.open().figures(line.id());
                            long left = (figures == null ? 0 : figures.availableCents())
                                    + task.freed().getOrDefault(line.id(), 0L);
                            return new EntryPage.LineChoice(
                                    id + "/" + line.id(), line.label(), MoneyText.brief(left, locale));
                        })
                        .toList());
    }
}

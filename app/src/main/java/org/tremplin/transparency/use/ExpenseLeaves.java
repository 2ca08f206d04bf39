package org.tremplin.transparency.use;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tremplin.money.Money;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.journal.Commitment;
import org.tremplin.transparency.journal.LeafKind;
import org.tremplin.transparency.journal.NewLeaf;
import org.tremplin.transparency.journal.Source;

/**
 * An approved expense as leaves (docs/journal.md): what it takes back, each of its parts, then its approval. In each
 * journal the leaves of expenses and amendments sum to what is spent. Pure.
 */
final class ExpenseLeaves {

    /** A leaf points to so many others at most. */
    private static final int MOST_REFS = 16;

    private final Expense expense;
    private final LocalDate day;
    private final List<NewLeaf> leaves = new ArrayList<>();
    private final Map<UUID, List<Source>> approved = new LinkedHashMap<>();

    private ExpenseLeaves(Expense expense, LocalDate day) {
        this.expense = expense;
        this.day = day;
    }

    /**
     * @param replaced what it corrects, none for a first version
     * @param day of its approval
     */
    static List<NewLeaf> of(Expense expense, @Nullable Expense replaced, LocalDate day) {
        ExpenseLeaves leaves = new ExpenseLeaves(expense, day);
        if (replaced != null) {
            leaves.takeBack(replaced);
        }
        leaves.record();
        leaves.approve();
        return leaves.leaves;
    }

    private void takeBack(Expense replaced) {
        List<Source> recorded = recorded(replaced);
        for (int at = 0; at < recorded.size(); at++) {
            Expense.Part part = replaced.invoice().parts().get(at);
            Source source = new Source(ExpensePostings.SOURCE, expense.id(), "taken-back-" + (at + 1));
            add(
                    part,
                    source,
                    NewLeaf.of(part.campaign(), source, LeafKind.AMENDMENT, day)
                            .amount(Money.euros(-part.cents()))
                            .line(part.line())
                            .crod(part.crod())
                            .refs(List.of(recorded.get(at)))
                            .commitments(texts("reason", expense.reason())));
        }
    }

    private void record() {
        List<Source> recorded = recorded(expense);
        for (int at = 0; at < recorded.size(); at++) {
            Expense.Part part = expense.invoice().parts().get(at);
            List<Commitment> texts = Stream.of(
                            texts("purpose", expense.invoice().purpose()),
                            texts(
                                    "supplier",
                                    expense.invoice().supplierShown()
                                            ? expense.invoice().supplier()
                                            : ""),
                            texts("reason", expense.invoice().overReason()))
                    .flatMap(List::stream)
                    .toList();
            Source source = recorded.get(at);
            add(
                    part,
                    source,
                    NewLeaf.of(
                                    part.campaign(),
                                    source,
                                    LeafKind.EXPENSE,
                                    expense.invoice().day())
                            .amount(Money.euros(part.cents()))
                            .line(part.line())
                            .crod(part.crod())
                            .commitments(texts));
        }
    }

    private void approve() {
        approved.forEach((campaign, refs) ->
                leaves.add(NewLeaf.of(campaign, Source.approval(expense.id()), LeafKind.APPROVAL, day)
                        .refs(refs.stream().limit(MOST_REFS).toList())));
    }

    private void add(Expense.Part part, Source source, NewLeaf leaf) {
        leaves.add(leaf);
        approved.computeIfAbsent(part.campaign(), none -> new ArrayList<>()).add(source);
    }

    /** Where each part stands: the first of each campaign where proofs look for it. */
    private static List<Source> recorded(Expense expense) {
        Map<UUID, Integer> seen = new LinkedHashMap<>();
        return expense.invoice().parts().stream()
                .map(part -> {
                    int place = seen.merge(part.campaign(), 1, Integer::sum);
                    Source first = Source.expense(expense.id());
                    return place == 1 ? first : new Source(first.kind(), first.id(), first.purpose() + "-" + place);
                })
                .toList();
    }

    private static List<Commitment> texts(String name, String text) {
        return text.isEmpty() ? List.of() : List.of(Commitment.to(name, text));
    }
}

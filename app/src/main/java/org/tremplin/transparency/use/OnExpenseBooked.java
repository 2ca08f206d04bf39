package org.tremplin.transparency.use;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tremplin.platform.event.OnBatch;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ExpenseApproved;
import org.tremplin.transparency.journal.Journals;
import org.tremplin.transparency.journal.NewLeaf;
import reactor.core.publisher.Mono;

/** Writes the leaves of an approved expense; a commitment is not spent and has none. */
@Component
@Order(1) // its proofs point to them
class OnExpenseBooked implements OnBatch<ExpenseApproved> {

    private final Expenses expenses;
    private final Journals journals;

    OnExpenseBooked(Expenses expenses, Journals journals) {
        this.expenses = expenses;
        this.journals = journals;
    }

    @Override
    public String name() {
        return "transparency.use.expense";
    }

    @Override
    public Class<ExpenseApproved> hears() {
        return ExpenseApproved.class;
    }

    @Override
    public Mono<Void> handle(List<ExpenseApproved> facts) {
        List<UUID> ids = facts.stream().map(ExpenseApproved::expense).toList();
        return byId(ids)
                .flatMap(approved -> byId(approved.values().stream()
                                .map(Expense::replaces)
                                .filter(Objects::nonNull)
                                .toList())
                        .flatMap(replaced -> journals.append(facts.stream()
                                .flatMap(fact -> leaves(fact, approved, replaced))
                                .toList())));
    }

    private static Stream<NewLeaf> leaves(
            ExpenseApproved fact, Map<UUID, Expense> approved, Map<UUID, Expense> replaced) {
        Expense expense = Objects.requireNonNull(approved.get(fact.expense()));
        if (expense.kind() == Expense.Kind.COMMITMENT) {
            return Stream.empty();
        }
        UUID former = expense.replaces();
        return ExpenseLeaves.of(expense, former == null ? null : replaced.get(former), fact.day()).stream();
    }

    private Mono<Map<UUID, Expense>> byId(List<UUID> ids) {
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : expenses.findAll(ids).collect(Collectors.toMap(Expense::id, Function.identity()));
    }
}

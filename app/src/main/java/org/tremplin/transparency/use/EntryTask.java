package org.tremplin.transparency.use;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tremplin.transparency.Expense;

/**
 * What is being written.
 *
 * @param found the draft or the expense to correct, none for something new
 * @param wanted the campaign whose lines are offered
 * @param freed cents by budget line that this entry gives back before it takes its own
 */
record EntryTask(
        ExpenseDesk.Open open,
        ExpenseDesk.@Nullable Found found,
        Expense.Kind kind,
        boolean correcting,
        @Nullable UUID wanted,
        Map<UUID, Long> freed,
        String action) {

    static EntryTask fresh(ExpenseDesk.Open open, @Nullable UUID chosen, String type) {
        boolean known = open.campaigns().stream()
                .anyMatch(one -> one.campaign().id().value().equals(chosen));
        if (chosen != null && !known) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        boolean commitment = "engagement".equals(type);
        UUID wanted = chosen != null || open.campaigns().isEmpty()
                ? chosen
                : open.campaigns().get(0).campaign().id().value();
        return new EntryTask(
                open,
                null,
                commitment ? Expense.Kind.COMMITMENT : Expense.Kind.EXPENSE,
                false,
                wanted,
                Map.of(),
                open.base() + "/nouvelle?c=" + wanted + (commitment ? "&type=engagement" : ""));
    }

    static EntryTask draft(ExpenseDesk.Found found) {
        return new EntryTask(
                found.open(),
                found,
                found.expense().kind(),
                false,
                first(found),
                found.freed(),
                found.address() + "/saisie");
    }

    static EntryTask correction(ExpenseDesk.Found found) {
        Map<UUID, Long> freed = new HashMap<>();
        found.expense().invoice().parts().forEach(part -> freed.merge(part.line(), part.cents(), Long::sum));
        return new EntryTask(
                found.open(),
                found,
                found.expense().kind(),
                true,
                first(found),
                freed,
                found.address() + "/correction");
    }

    private static @Nullable UUID first(ExpenseDesk.Found found) {
        return found.expense().invoice().parts().stream()
                .map(Expense.Part::campaign)
                .findFirst()
                .orElse(null);
    }
}

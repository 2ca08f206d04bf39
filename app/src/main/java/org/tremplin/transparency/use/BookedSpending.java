package org.tremplin.transparency.use;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.ledger.Ledger;
import org.tremplin.ledger.Posting;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.event.EventLog;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.transparency.Decision;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ExpenseApproved;
import org.tremplin.transparency.ExpenseState;
import org.tremplin.transparency.Spending;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Moves expenses and writes what an approval means: books, fact and row in one transaction, the row held meanwhile, so
 * that of two approvers at once one finds it decided.
 */
@Component
class BookedSpending implements Spending {

    private final Expenses expenses;
    private final Associations associations;
    private final HeldLines lines;
    private final Ledger ledger;
    private final EventLog log;
    private final Changes changes;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Ids ids;
    private final Clock clock;

    BookedSpending(
            Expenses expenses,
            Associations associations,
            HeldLines lines,
            Ledger ledger,
            EventLog log,
            Changes changes,
            Audit audit,
            TransactionalOperator transaction,
            Ids ids,
            Clock clock) {
        this.expenses = expenses;
        this.associations = associations;
        this.lines = lines;
        this.ledger = ledger;
        this.log = log;
        this.changes = changes;
        this.audit = audit;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<Expense> find(UUID association, UUID expense) {
        return expenses.find(association, expense);
    }

    @Override
    public Flux<Expense> newest(UUID association, int most) {
        return expenses.before(association, Audit.FROM_THE_TOP, most);
    }

    @Override
    public Mono<Expense> draft(UUID association, Expense.Kind kind, Expense.Invoice invoice, UUID author) {
        return expenses.insert(fresh(association, kind, invoice, author, null, ""))
                .as(transaction::transactional);
    }

    @Override
    public Mono<Decision> correct(UUID association, UUID expense, Expense.Invoice invoice, String reason, UUID author) {
        return expenses.lock(association, expense)
                .next()
                .flatMap(found -> expenses.correctionOf(association, expense)
                        .<Decision>map(Decision.Late::new)
                        .switchIfEmpty(Mono.defer(() -> found.state().effective() && !found.reversal()
                                ? expenses.insert(fresh(association, found.kind(), invoice, author, expense, reason))
                                        .map(Decision.Done::new)
                                : Mono.just(new Decision.Late(found)))))
                .as(transaction::transactional);
    }

    private Expense fresh(
            UUID association,
            Expense.Kind kind,
            Expense.Invoice invoice,
            UUID author,
            @Nullable UUID replaces,
            String reason) {
        return new Expense(
                ids.next(),
                association,
                kind,
                ExpenseState.DRAFT,
                1,
                invoice,
                author,
                clock.instant(),
                null,
                null,
                null,
                "",
                replaces,
                reason,
                false);
    }

    @Override
    public Mono<Decision> revise(
            UUID association, UUID expense, int version, Expense.Invoice invoice, String reason, UUID author) {
        return act(association, expense, found -> {
            if (found.state() != ExpenseState.DRAFT || !found.author().equals(author)) {
                return Mono.just(new Decision.Late(found));
            }
            return found.version() == version
                    ? expenses.rewrite(found.with(invoice, version + 1, reason)).map(Decision.Done::new)
                    : Mono.just(new Decision.Changed(found));
        });
    }

    @Override
    public Mono<Boolean> discard(UUID association, UUID expense, UUID author) {
        return expenses.delete(association, expense, author).map(rows -> rows > 0);
    }

    @Override
    public Mono<Boolean> abandon(UUID association, UUID correction) {
        return expenses.lock(association, correction)
                .next()
                .filter(found -> found.state() == ExpenseState.DRAFT && found.replaces() != null)
                .flatMap(found -> expenses.delete(association, correction, found.author())
                        .then(audit.note(
                                "expense.correction-abandoned", association, Objects.requireNonNull(found.replaces())))
                        .thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    @Override
    public Mono<Decision> submit(UUID association, UUID expense, UUID author) {
        return act(
                association,
                expense,
                found -> found.state() == ExpenseState.DRAFT && found.author().equals(author)
                        ? expenses.move(found.submitted(clock.instant()))
                                .flatMap(moved -> noted("expense.submitted", moved))
                        : Mono.just(new Decision.Late(found)));
    }

    @Override
    public Mono<Decision> takeBack(UUID association, UUID expense, UUID author) {
        return act(
                association,
                expense,
                found -> found.state() == ExpenseState.SUBMITTED
                                && found.author().equals(author)
                        ? expenses.move(found.returned("")).map(Decision.Done::new)
                        : Mono.just(new Decision.Late(found)));
    }

    @Override
    public Mono<Decision> approve(UUID association, UUID expense, int version, UUID approver) {
        return decide(association, expense, version, approver, this::approve);
    }

    @Override
    public Mono<Decision> refuse(UUID association, UUID expense, int version, String why, UUID approver) {
        return decide(
                association,
                expense,
                version,
                approver,
                (found, by) -> expenses.move(found.refused(by, clock.instant(), why))
                        .flatMap(moved -> noted("expense.refused", moved)));
    }

    @Override
    public Mono<Decision> ask(UUID association, UUID expense, int version, String question, UUID approver) {
        return decide(
                association,
                expense,
                version,
                approver,
                (found, by) ->
                        expenses.move(found.returned(question)).flatMap(moved -> noted("expense.returned", moved)));
    }

    @Override
    public Mono<Decision> pay(UUID association, UUID expense, Expense.Paid how, @Nullable LocalDate on) {
        return act(association, expense, found -> {
            if (!found.state().canBecome(ExpenseState.PAID)
                    || found.kind() != Expense.Kind.EXPENSE
                    || found.reversal()
                    || how == Expense.Paid.LATER
                    || on == null) {
                return Mono.just(new Decision.Late(found));
            }
            return ledger.post(new ExpensePostings(found, null, on).paid(how, on))
                    .then(toldToCorrection(found, how, on))
                    .then(expenses.move(found.paid(how, on)))
                    .flatMap(moved -> noted("expense.paid", moved));
        });
    }

    /** A correction under way that calls it unpaid would take the payment back: it learns of it, and is read again. */
    private Mono<Void> toldToCorrection(Expense paid, Expense.Paid how, LocalDate on) {
        return expenses.correctionOf(paid.association(), paid.id())
                .filter(correction ->
                        !correction.state().effective() && correction.invoice().paid() == Expense.Paid.LATER)
                .flatMap(correction -> expenses.rewrite(correction.with(
                        correction.invoice().paid(how, on), correction.version() + 1, correction.reason())))
                .then();
    }

    private Mono<Decision> act(UUID association, UUID expense, Function<Expense, Mono<Decision>> act) {
        // with what it corrects, the older first, as whoever pays that does: so that two never wait for each other
        return expenses.find(association, expense)
                .flatMap(seen -> expenses.lock(association, together(seen)).collectList())
                .flatMap(locked -> Mono.justOrEmpty(
                        locked.stream().filter(one -> one.id().equals(expense)).findFirst()))
                .flatMap(act)
                .as(transaction::transactional);
    }

    private static UUID[] together(Expense expense) {
        UUID replaces = expense.replaces();
        return replaces == null ? new UUID[] {expense.id()} : new UUID[] {replaces, expense.id()};
    }

    private Mono<Decision> decide(UUID association, UUID expense, int version, UUID approver, Deciding deciding) {
        return act(association, expense, found -> {
            if (found.author().equals(approver)) {
                return audit.note("expense.own-refused", association, expense).thenReturn(new Decision.Own());
            }
            if (found.state() != ExpenseState.SUBMITTED) {
                return Mono.just(new Decision.Late(found));
            }
            return found.version() == version ? deciding.on(found, approver) : Mono.just(new Decision.Changed(found));
        });
    }

    private Mono<Decision> approve(Expense expense, UUID approver) {
        UUID replaces = expense.replaces();
        return replaces == null
                ? bookable(expense, null, approver)
                : expenses.lock(expense.association(), replaces)
                        .next()
                        // those who consume it will consume what takes its place: held before the lines, as their
                        // approval does
                        .delayUntil(replaced -> expenses.lockConsumers(replaced.id()))
                        .flatMap(replaced -> replaced.state().effective()
                                ? bookable(expense, replaced, approver)
                                : Mono.just(new Decision.Late(expense)));
    }

    private Mono<Decision> bookable(Expense expense, @Nullable Expense replaced, UUID approver) {
        return lines.suffice(expense, replaced)
                .flatMap(enough -> enough ? book(expense, replaced, approver) : Mono.just(new Decision.Short(expense)));
    }

    private Mono<Decision> book(Expense expense, @Nullable Expense replaced, UUID approver) {
        Instant now = clock.instant();
        return associations
                .find(new AssociationId(expense.association()))
                .map(association -> association.day(now))
                .flatMap(today -> {
                    Expense approved = expense.approved(approver, now);
                    Mono<Void> replacing = replaced == null
                            ? Mono.empty()
                            : expenses.move(replaced.replacedBy(approved))
                                    .then(expenses.consume(approved.id(), replaced.id()));
                    return ledger.post(postings(approved, replaced, today))
                            .then(expenses.move(approved))
                            .then(replacing)
                            .then(log.append(new ExpenseApproved(approved.id(), approved.association(), today)))
                            .then(changes.tell(campaigns(approved, replaced)))
                            .then(noted("expense.approved", approved));
                });
    }

    private static List<Posting> postings(Expense approved, @Nullable Expense replaced, LocalDate today) {
        if (approved.kind() == Expense.Kind.COMMITMENT) {
            return List.of();
        }
        ExpensePostings books = new ExpensePostings(approved, replaced, today);
        List<Posting> postings = new ArrayList<>(books.approved());
        LocalDate paidOn = approved.invoice().paidOn();
        if (replaced != null) {
            postings.addAll(books.repaid());
        } else if (approved.state() == ExpenseState.PAID && paidOn != null) {
            postings.addAll(books.paid(approved.invoice().paid(), paidOn));
        }
        return postings;
    }

    private static Collection<UUID> campaigns(Expense approved, @Nullable Expense replaced) {
        Set<UUID> campaigns = new HashSet<>(approved.campaigns());
        if (replaced != null) {
            campaigns.addAll(replaced.campaigns());
        }
        return campaigns;
    }

    private Mono<Decision> noted(String act, Expense expense) {
        return audit.note(act, expense.association(), expense.id()).thenReturn(new Decision.Done(expense));
    }

    private interface Deciding {
        Mono<Decision> on(Expense expense, UUID approver);
    }
}

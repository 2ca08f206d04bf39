package org.tremplin.donation.reconcile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Payees;
import org.tremplin.ledger.Account;
import org.tremplin.ledger.Books;
import org.tremplin.ledger.Entry;
import org.tremplin.ledger.Ledger;
import org.tremplin.ledger.Posting;
import org.tremplin.payment.Reconciliation.AccountMoved;
import org.tremplin.platform.alarm.Alarms;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Books what no gift moved: payouts to the bank, and movements of others on the same account (rules.md 7.4). */
@Component
class BookAccount {

    static final String PAYOUT = "payout";
    static final String FOREIGN = "foreign";
    static final String OPENING = "opening";
    static final String PURPOSE = "moved";

    private static final String EURO = "EUR";

    private final Payees payees;
    private final Books books;
    private final Ledger ledger;
    private final Alarms alarms;

    BookAccount(Payees payees, Books books, Ledger ledger, Alarms alarms) {
        this.payees = payees;
        this.books = books;
        this.ledger = ledger;
        this.alarms = alarms;
    }

    /** In the caller's transaction. */
    Mono<Void> payouts(List<AccountMoved> moves) {
        return book(PAYOUT, moves, BookAccount::payout);
    }

    /** In the caller's transaction. */
    Mono<Void> foreign(List<AccountMoved> moves) {
        return book(FOREIGN, moves, BookAccount::foreign);
    }

    /**
     * What lay on the account before this instance looked at it; false when nothing tells whose it is.
     *
     * @param cents of the balance that no entry explains
     */
    Mono<Boolean> opening(long cents, Instant at) {
        UUID id = UUID.nameUUIDFromBytes("opening of the provider's account".getBytes(StandardCharsets.UTF_8));
        AccountMoved move = new AccountMoved(id, "", cents, 0, EURO, at);
        return payees.holder(move.account())
                .flatMap(holder -> ledger.post(List.of(posting(OPENING, move, holder, foreign(move))))
                        .thenReturn(true))
                .defaultIfEmpty(false);
    }

    private Mono<Void> book(String kind, List<AccountMoved> moves, Function<AccountMoved, List<Entry>> entries) {
        return books.posted(kind, PURPOSE, moves.stream().map(AccountMoved::id).toList())
                .flatMap(posted -> Flux.fromIterable(fresh(moves, posted))
                        .concatMap(move -> payees.holder(move.account())
                                .map(holder -> posting(kind, move, holder, entries.apply(move)))
                                .switchIfEmpty(
                                        Mono.defer(() -> nobody(kind, move).then(Mono.empty()))))
                        .collectList())
                .flatMap(ledger::post);
    }

    private static List<AccountMoved> fresh(List<AccountMoved> moves, Set<UUID> posted) {
        return moves.stream()
                .filter(move -> !posted.contains(move.id()) && move.currency().equals(EURO))
                .filter(move -> move.cents() != 0 || move.feeCents() != 0)
                .toList();
    }

    private static Posting posting(String kind, AccountMoved move, Association holder, List<Entry> entries) {
        return new Posting(
                holder.id().value(),
                "BANQUE",
                move.at().atZone(holder.zone()).toLocalDate(),
                new Posting.Source(kind, move.id(), PURPOSE),
                kind,
                entries);
    }

    private static List<Entry> payout(AccountMoved move) {
        return entries(Account.BANK, move.cents(), move.feeCents(), -move.cents() - move.feeCents(), move.currency());
    }

    /** What the other tool paid as a fee is its own to book: the whole waits on one account. */
    private static List<Entry> foreign(AccountMoved move) {
        long net = move.cents() - move.feeCents();
        return entries(Account.UNALLOCATED, -net, 0, net, move.currency());
    }

    private static List<Entry> entries(String account, long cents, long fee, long provider, String currency) {
        List<Entry> entries = new ArrayList<>();
        add(entries, account, cents, currency);
        add(entries, Account.FEES, fee, currency);
        add(entries, Account.PROVIDER, provider, currency);
        return entries;
    }

    private static void add(List<Entry> entries, String account, long cents, String currency) {
        if (cents != 0) {
            entries.add(new Entry(account, cents, currency, null, null, null, false));
        }
    }

    private Mono<Void> nobody(String kind, AccountMoved move) {
        return alarms.raise(
                "reconcile.nobodys",
                kind + " " + move.id(),
                "Money moved on the provider's account and nothing tells which association holds it",
                "Book it by hand for the association it belongs to");
    }
}

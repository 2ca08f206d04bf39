package org.tremplin.donation.donor;

import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.Plan.BudgetLine;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.LineCommitments;
import org.tremplin.ledger.Books;
import org.tremplin.ledger.LineBalance;
import reactor.core.publisher.Mono;

/**
 * What was given for a line beyond what it asks and costs, what is promised of it included: no more than that may leave
 * it (money.md, Lines).
 */
@Component
class LineSurplus {

    private static final String CURRENCY = "EUR";

    private final DatabaseClient database;
    private final Books books;
    private final LineCommitments commitments;

    LineSurplus(DatabaseClient database, Books books, LineCommitments commitments) {
        this.database = database;
        this.books = books;
        this.commitments = commitments;
    }

    /** Questions, answers and approvals about one line come one after the other, until the transaction ends. */
    Mono<Void> lock(UUID line) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('line ' || :line, 0))")
                .bind("line", line.toString())
                .then();
    }

    /** In cents, as the books stand now; no less than 0. */
    Mono<Long> of(PublishedCampaign campaign, UUID line) {
        long asked = campaign.plan().lines().stream()
                .filter(one -> one.id().equals(line))
                .mapToLong(BudgetLine::askedCents)
                .sum();
        UUID id = campaign.campaign().id().value();
        return books.lines(List.of(id), CURRENCY)
                .filter(balance -> line.equals(balance.line()))
                .next()
                .zipWhen(balance -> commitments.of(id, line))
                .map(read -> Math.max(0, beyond(read.getT1(), asked, read.getT2())))
                .defaultIfEmpty(0L);
    }

    private static long beyond(LineBalance balance, long asked, long committed) {
        return balance.receivedCents() - Math.max(asked, balance.spentCents() - balance.elsewhereCents() + committed);
    }
}

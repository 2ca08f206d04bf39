package org.tremplin.donation.donor;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.donation.GiftMoved;
import org.tremplin.donation.LineQuestions.Answer;
import org.tremplin.ledger.Account;
import org.tremplin.ledger.Entry;
import org.tremplin.ledger.Ledger;
import org.tremplin.ledger.Posting;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.event.EventLog;
import reactor.core.publisher.Mono;

/**
 * Records what a donor says. A yes moves the gift to its new line in the books by a transaction of its own: nothing is
 * rewritten there. A no may become a yes later, a yes is for good.
 */
@Component
class LineAnswers {

    private final DatabaseClient database;
    private final Associations associations;
    private final Campaigns campaigns;
    private final LineSurplus surplus;
    private final Ledger ledger;
    private final EventLog log;
    private final Changes changes;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    LineAnswers(
            DatabaseClient database,
            Associations associations,
            Campaigns campaigns,
            LineSurplus surplus,
            Ledger ledger,
            EventLog log,
            Changes changes,
            Audit audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.database = database;
        this.associations = associations;
        this.campaigns = campaigns;
        this.surplus = surplus;
        this.ledger = ledger;
        this.log = log;
        this.changes = changes;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The question a gift's donor was asked last; empty for none, or an unknown token. */
    Mono<Row> find(String token) {
        return find(token, "");
    }

    /** @return false when the line needs the gift after all, or it was given back: nothing is left to move */
    Mono<Boolean> answer(String token, boolean yes) {
        return find(token)
                .flatMap(asked -> surplus.lock(asked.askedLine()).then(find(token, " for update of gift, said")))
                .flatMap(row -> row.answer() == Answer.YES || !yes && row.answer() == Answer.NO
                        ? Mono.just(true)
                        : today(row).flatMap(today -> yes ? agree(row, today) : refuse(row, today)))
                .as(transaction::transactional);
    }

    private Mono<Row> find(String token, String lock) {
        return database.sql("""
                select said.question, said.answer, gift.id, gift.campaign_id, gift.association_id, gift.currency,
                  gift.line_id, gift.company, gift.state, question.line_id as asked_line, question.to_line, question.reason,
                  question.asked_on, question.role,
                  gift.cents - (select coalesce(sum(cents), 0)::bigint from donation.reversal
                    where donation_id = gift.id and undone_on is null) as kept
                from donation.donation gift
                join donation.line_answer said on said.donation_id = gift.id
                join donation.line_question question on question.id = said.question
                where gift.token = :token order by question.asked_at desc limit 1
                """ + lock)
                .bind("token", token)
                .map(LineAnswers::row)
                .one();
    }

    private Mono<LocalDate> today(Row row) {
        return associations.find(new AssociationId(row.association())).map(association -> association.today(clock));
    }

    private Mono<Boolean> refuse(Row row, LocalDate today) {
        return record(row, Answer.NO, today, null).thenReturn(true);
    }

    private Mono<Boolean> agree(Row row, LocalDate today) {
        return movable(row).flatMap(movable -> movable ? move(row, today).thenReturn(true) : Mono.just(false));
    }

    /** What the line needs stays there: spent on it meanwhile, or missing since another donor said yes. */
    private Mono<Boolean> movable(Row row) {
        return !row.settled() || row.keptCents() <= 0 || !row.askedLine().equals(row.line())
                ? Mono.just(false)
                : campaigns
                        .findPublished(new CampaignId(row.campaign()))
                        .flatMap(campaign -> surplus.of(campaign, row.askedLine()))
                        .map(cents -> cents >= row.keptCents())
                        .defaultIfEmpty(false);
    }

    private Mono<Void> move(Row row, LocalDate today) {
        return ledger.post(List.of(posting(row, today)))
                .then(record(row, Answer.YES, today, row.keptCents()))
                .then(redirect(row))
                .then(log.append(new GiftMoved(
                        row.question(),
                        row.gift(),
                        row.campaign(),
                        row.association(),
                        row.keptCents(),
                        row.currency(),
                        row.to(),
                        today)))
                .then(changes.tell(List.of(row.campaign())))
                .then(audit.note("donation.line-agreed", row.association(), row.gift()));
    }

    private static Posting posting(Row row, LocalDate today) {
        String account = row.company() ? Account.PATRONAGE : Account.GIFTS;
        String origin = row.company() ? "P1.2.c" : "P1.2.a";
        return new Posting(
                row.association(),
                "DONS",
                today,
                new Posting.Source("donation", row.gift(), "moved-" + row.question()),
                "gift-moved",
                List.of(
                        new Entry(
                                account,
                                row.keptCents(),
                                row.currency(),
                                row.campaign(),
                                row.askedLine(),
                                origin,
                                true),
                        new Entry(account, -row.keptCents(), row.currency(), row.campaign(), row.to(), origin, true)));
    }

    private Mono<Void> redirect(Row row) {
        UUID to = row.to();
        var update = database.sql("update donation.donation set line_id = :to where id = :id")
                .bind("id", row.gift());
        return (to == null ? update.bindNull("to", UUID.class) : update.bind("to", to)).then();
    }

    private Mono<Void> record(Row row, Answer answer, LocalDate today, @Nullable Long moved) {
        var update = database.sql("""
                update donation.line_answer set answer = :answer, answered_on = :on, moved_cents = :moved
                where question = :question and donation_id = :gift
                """)
                .bind("answer", answer.name())
                .bind("on", today)
                .bind("question", row.question())
                .bind("gift", row.gift());
        return (moved == null ? update.bindNull("moved", Long.class) : update.bind("moved", moved)).then();
    }

    private static Row row(Readable row) {
        return new Row(
                row.get("question", UUID.class),
                Answer.valueOf(row.get("answer", String.class)),
                row.get("id", UUID.class),
                row.get("campaign_id", UUID.class),
                row.get("association_id", UUID.class),
                row.get("currency", String.class),
                row.get("line_id", UUID.class),
                Boolean.TRUE.equals(row.get("company", Boolean.class)),
                Objects.equals(row.get("state", String.class), "SETTLED"),
                row.get("asked_line", UUID.class),
                row.get("to_line", UUID.class),
                row.get("reason", String.class),
                row.get("role", String.class),
                row.get("asked_on", LocalDate.class),
                row.get("kept", Long.class));
    }

    /**
     * A gift and what its donor is asked.
     *
     * @param line it is for today; @param askedLine it was for; @param to it would be for, none to share it
     * @param keptCents what of it was not given back
     */
    record Row(
            UUID question,
            Answer answer,
            UUID gift,
            UUID campaign,
            UUID association,
            String currency,
            @Nullable UUID line,
            boolean company,
            boolean settled,
            UUID askedLine,
            @Nullable UUID to,
            String reason,
            String role,
            LocalDate askedOn,
            long keptCents) {}
}

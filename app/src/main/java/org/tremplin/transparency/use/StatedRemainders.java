package org.tremplin.transparency.use;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.money.Money;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.event.Changes;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.Remainder;
import org.tremplin.transparency.Remainders;
import org.tremplin.transparency.UseOfFunds;
import org.tremplin.transparency.journal.Commitment;
import org.tremplin.transparency.journal.Journals;
import org.tremplin.transparency.journal.LeafKind;
import org.tremplin.transparency.journal.NewLeaf;
import org.tremplin.transparency.journal.Source;
import org.tremplin.transparency.verify.Sha256;
import reactor.core.publisher.Mono;

/** Keeps what was stated of money that was not spent, and tells it in the public journal. */
@Component
class StatedRemainders implements Remainders {

    private static final String SOURCE = "remainder";

    private final DatabaseClient database;
    private final UseOfFunds funds;
    private final Journals journals;
    private final Changes changes;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    StatedRemainders(
            DatabaseClient database,
            UseOfFunds funds,
            Journals journals,
            Changes changes,
            Audit audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.database = database;
        this.funds = funds;
        this.journals = journals;
        this.changes = changes;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Mono<List<Remainder>> of(UUID campaign) {
        return database.sql("""
                select campaign_id, number, fate, cents, destination, slug, reason, role, edition, terms, stated_on
                from transparency.remainder where campaign_id = :campaign order by number desc
                """)
                .bind("campaign", campaign)
                .map(StatedRemainders::remainder)
                .all()
                .collectList();
    }

    @Override
    public Mono<Rest> rest(PublishedCampaign campaign) {
        return funds.of(campaign)
                .flatMap(use -> waits(use.campaign())
                        .map(waits -> new Rest(
                                use.total().receivedCents(),
                                use.total().leftCents(),
                                obstacle(campaign.campaign().state(), use.total(), waits))));
    }

    private static @Nullable Obstacle obstacle(Campaign.State state, CampaignUse.Line total, boolean waits) {
        if (state != Campaign.State.CLOSED) {
            return Obstacle.RUNNING;
        }
        if (waits) {
            return Obstacle.WAITING;
        }
        if (total.committedCents() > 0) {
            return Obstacle.COMMITTED;
        }
        return total.leftCents() > 0 ? null : Obstacle.NOTHING_LEFT;
    }

    private Mono<Boolean> waits(UUID campaign) {
        return database.sql("""
                select exists (
                  select from transparency.expense join transparency.expense_part part on part.expense = expense.id
                  where part.campaign = :campaign and expense.state = 'SUBMITTED') as waits
                """)
                .bind("campaign", campaign)
                .map(row -> Boolean.TRUE.equals(row.get("waits", Boolean.class)))
                .one();
    }

    @Override
    public Mono<Remainder> state(
            Association association, PublishedCampaign campaign, Remainder.Wish wish, UUID author, Role role) {
        UUID id = campaign.campaign().id().value();
        LocalDate today = association.today(clock);
        return rest(campaign)
                .filter(rest -> rest.obstacle() == null)
                .flatMap(rest -> of(id).flatMap(stated -> {
                    Remainder next = new Remainder(
                            id,
                            stated.size() + 1,
                            wish.fate(),
                            rest.leftCents(),
                            wish.to(),
                            wish.slug(),
                            wish.reason(),
                            role.name(),
                            campaign.edition().number(),
                            Remainder.terms(campaign.plan(), campaign.campaign().goal(), rest.receivedCents()),
                            today);
                    return !stated.isEmpty() && same(stated.get(0), next)
                            ? Mono.just(stated.get(0))
                            : insert(association, next, author)
                                    .flatMap(written -> journals.append(List.of(leaf(next)))
                                            .then(changes.tell(List.of(id)))
                                            .then(audit.note(
                                                    "remainder.stated",
                                                    association.id().value(),
                                                    id))
                                            .thenReturn(next));
                }))
                .as(transaction::transactional);
    }

    private static boolean same(Remainder stated, Remainder next) {
        return stated.fate() == next.fate()
                && stated.cents() == next.cents()
                && stated.to().equals(next.to())
                && stated.reason().equals(next.reason());
    }

    /** Of two at once the second waits and is told nothing was written. */
    private Mono<Integer> insert(Association association, Remainder next, UUID author) {
        var insert = database.sql("""
                insert into transparency.remainder (campaign_id, number, association_id, fate, cents, destination, slug,
                  reason, role, edition, terms, stated_on, author, stated_at)
                values (:campaign, :number, :association, :fate, :cents, :to, :slug, :reason, :role, :edition, :terms,
                  :on, :author, :now)
                on conflict do nothing returning number
                """)
                .bind("campaign", next.campaign())
                .bind("number", next.number())
                .bind("association", association.id().value())
                .bind("fate", next.fate().name())
                .bind("cents", next.cents())
                .bind("to", next.to())
                .bind("reason", next.reason())
                .bind("role", next.role())
                .bind("edition", next.edition())
                .bind("terms", next.terms())
                .bind("on", next.on())
                .bind("author", author)
                .bind("now", clock.instant());
        String slug = next.slug();
        insert = slug == null ? insert.bindNull("slug", String.class) : insert.bind("slug", slug);
        return insert.map(row -> next.number()).one();
    }

    private static NewLeaf leaf(Remainder next) {
        List<Commitment> texts = new ArrayList<>();
        texts.add(Commitment.to("fate", next.fate().name()));
        texts.add(Commitment.to("reason", next.reason()));
        texts.add(Commitment.to("role", next.role()));
        if (!next.to().isEmpty()) {
            texts.add(Commitment.to("purpose", next.to()));
        }
        return NewLeaf.of(next.campaign(), source(next.campaign(), next.number()), LeafKind.REMAINDER, next.on())
                .amount(Money.euros(next.cents()))
                .refs(next.number() == 1 ? List.of() : List.of(source(next.campaign(), next.number() - 1)))
                .hashes(Map.of("terms", Sha256.hex(Sha256.of(next.terms().getBytes(StandardCharsets.UTF_8)))))
                .commitments(texts);
    }

    private static Source source(UUID campaign, int number) {
        return new Source(SOURCE, campaign, "stated-" + number);
    }

    private static Remainder remainder(Readable row) {
        return new Remainder(
                row.get("campaign_id", UUID.class),
                row.get("number", Integer.class),
                Remainder.Fate.valueOf(row.get("fate", String.class)),
                row.get("cents", Long.class),
                row.get("destination", String.class),
                row.get("slug", String.class),
                row.get("reason", String.class),
                row.get("role", String.class),
                row.get("edition", Integer.class),
                row.get("terms", String.class),
                row.get("stated_on", LocalDate.class));
    }
}

package org.tremplin.transparency.use;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.ledger.Books;
import org.tremplin.ledger.LineBalance;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.UseOfFunds;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what {@link Figures} needs: five queries, however many campaigns, gifts and expenses. */
@Component
class ReadUse implements UseOfFunds {

    private final Books books;
    private final DatabaseClient database;

    ReadUse(Books books, DatabaseClient database) {
        this.books = books;
        this.database = database;
    }

    @Override
    public Mono<CampaignUse> of(PublishedCampaign campaign) {
        return of(List.of(campaign)).next();
    }

    @Override
    public Flux<CampaignUse> of(Collection<PublishedCampaign> campaigns) {
        if (campaigns.isEmpty()) {
            return Flux.empty();
        }
        UUID[] ids = campaigns.stream()
                .map(one -> one.campaign().id().value())
                .distinct()
                .toArray(UUID[]::new);
        return Mono.zip(
                        books.lines(List.of(ids), ExpensePostings.CURRENCY)
                                .collect(Collectors.groupingBy(LineBalance::campaign)),
                        committed(ids),
                        facts(ids),
                        reasons(ids),
                        unproven(ids))
                .flatMapIterable(read -> campaigns.stream()
                        .map(one -> figures(one, read.getT1(), read.getT2(), read.getT3(), read.getT4(), read.getT5())
                                .make())
                        .toList());
    }

    private static Figures figures(
            PublishedCampaign one,
            Map<UUID, List<LineBalance>> balances,
            Map<Place, Committed> committed,
            Map<Place, CampaignUse.Resource> facts,
            Map<Place, List<String>> reasons,
            Map<Place, Unproven> unproven) {
        UUID campaign = one.campaign().id().value();
        return new Figures(
                campaign,
                one.plan(),
                balances.getOrDefault(campaign, List.of()),
                within(campaign, committed),
                within(campaign, facts),
                within(campaign, reasons),
                within(campaign, unproven));
    }

    private static <T> Map<UUID, T> within(UUID campaign, Map<Place, T> all) {
        Map<UUID, T> own = new HashMap<>();
        all.forEach((place, value) -> {
            if (place.campaign().equals(campaign)) {
                own.put(place.line(), value);
            }
        });
        return own;
    }

    private Mono<Map<Place, Committed>> committed(UUID[] campaigns) {
        return database.sql(OpenCommitments.SQL + """
                select campaign, budget_line, sum(cents)::bigint as cents,
                  coalesce(sum(cents) filter (where gifts), 0)::bigint as gift_cents
                from open group by campaign, budget_line
                """)
                .bind("campaigns", campaigns)
                .map(row -> Map.entry(
                        new Place(row.get("campaign", UUID.class), row.get("budget_line", UUID.class)),
                        new Committed(row.get("cents", Long.class), row.get("gift_cents", Long.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<Place, CampaignUse.Resource>> facts(UUID[] campaigns) {
        return database.sql("""
                select distinct on (campaign, resource) campaign, resource, state, cents, day
                from transparency.resource_fact where campaign = any(:campaigns)
                order by campaign, resource, day desc, id desc
                """)
                .bind("campaigns", campaigns)
                .map(row -> {
                    UUID resource = row.get("resource", UUID.class);
                    long cents = row.get("cents", Long.class);
                    return Map.entry(
                            new Place(row.get("campaign", UUID.class), resource),
                            new CampaignUse.Resource(
                                    resource,
                                    "",
                                    cents,
                                    CampaignUse.ResourceState.valueOf(row.get("state", String.class)),
                                    cents,
                                    row.get("day", LocalDate.class)));
                })
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<Place, List<String>>> reasons(UUID[] campaigns) {
        return database.sql("""
                select distinct part.campaign, part.budget_line, expense.id, expense.over_reason
                from transparency.expense expense join transparency.expense_part part on part.expense = expense.id
                where part.campaign = any(:campaigns) and expense.kind = 'EXPENSE' and expense.over_reason <> ''
                  and not expense.purpose_withdrawn
                  and expense.state in ('APPROVED', 'PAID')
                order by expense.id
                """)
                .bind("campaigns", campaigns)
                .map(row -> Map.entry(
                        new Place(row.get("campaign", UUID.class), row.get("budget_line", UUID.class)),
                        row.get("over_reason", String.class)))
                .all()
                .collect(
                        HashMap::new,
                        (all, one) -> all.computeIfAbsent(one.getKey(), none -> new ArrayList<>())
                                .add(one.getValue()));
    }

    /** Parts of expenses that nothing proves, by line; fees are no expenses. */
    private Mono<Map<Place, Unproven>> unproven(UUID[] campaigns) {
        return database.sql("""
                with standing as (
                  select id from transparency.expense
                  where kind = 'EXPENSE' and state in ('APPROVED', 'PAID')
                    and id in (select expense from transparency.expense_part where campaign = any(:campaigns))),
                proven as (
                  select told.expense as id, max(proof.published_on) as proven_on
                  from transparency.proofs_of(array(select id from standing)) told
                  join transparency.proof proof on proof.id = told.proof
                  where told.proves group by told.expense)
                select part.campaign, part.budget_line, max(proven.proven_on) as proven_on,
                  coalesce(sum(part.cents) filter (where proven.id is null and part.public_generosity), 0)::bigint as gifts,
                  coalesce(sum(part.cents) filter (where proven.id is null and not part.public_generosity), 0)::bigint
                    as elsewhere
                from standing
                join transparency.expense_part part on part.expense = standing.id
                left join proven on proven.id = standing.id
                where part.campaign = any(:campaigns)
                group by part.campaign, part.budget_line
                """)
                .bind("campaigns", campaigns)
                .map(row -> Map.entry(
                        new Place(row.get("campaign", UUID.class), row.get("budget_line", UUID.class)),
                        new Unproven(
                                row.get("gifts", Long.class),
                                row.get("elsewhere", Long.class),
                                row.get("proven_on", LocalDate.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** A line, or a resource, of a campaign. */
    private record Place(UUID campaign, UUID line) {}
}

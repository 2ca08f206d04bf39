package org.tremplin.campaign.follow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.CampaignNews;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Promised;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.campaign.Update;
import org.tremplin.campaign.design.PlanJson;
import org.tremplin.platform.event.Changes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads updates and promises, and notes the reports that were made above. */
@Component
class ToldNews implements CampaignNews {

    /** Days before the promised one from which it is due. */
    static final int NOTICE_DAYS = 7;

    private final Updates updates;
    private final Associations associations;
    private final DatabaseClient database;
    private final PlanJson json;
    private final Changes changes;
    private final Clock clock;

    ToldNews(
            Updates updates,
            Associations associations,
            DatabaseClient database,
            PlanJson json,
            Changes changes,
            Clock clock) {
        this.updates = updates;
        this.associations = associations;
        this.database = database;
        this.json = json;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public Mono<List<Update>> updates(CampaignId campaign, @Nullable UUID before, int most) {
        return updates.published(campaign, before, most);
    }

    @Override
    public Mono<List<Promised>> promises(PublishedCampaign campaign) {
        return promises(List.of(campaign))
                .map(all -> Objects.requireNonNull(all.get(campaign.campaign().id())));
    }

    @Override
    public Mono<Map<CampaignId, List<Promised>>> promises(Collection<PublishedCampaign> campaigns) {
        List<Plan.Promise> promises = campaigns.stream()
                .flatMap(one -> one.plan().promises().stream())
                .toList();
        if (promises.isEmpty()) {
            return Mono.just(campaigns.stream()
                    .collect(Collectors.toMap(one -> one.campaign().id(), one -> List.of())));
        }
        return Mono.zip(zones(campaigns), kept(promises))
                .map(read -> campaigns.stream()
                        .collect(Collectors.toMap(
                                one -> one.campaign().id(),
                                one -> promised(
                                        one.plan(),
                                        Objects.requireNonNull(
                                                read.getT1().get(one.campaign().association())),
                                        read.getT2()))));
    }

    private Mono<Map<AssociationId, ZoneId>> zones(Collection<PublishedCampaign> campaigns) {
        return associations
                .findAll(campaigns.stream()
                        .map(one -> one.campaign().association())
                        .collect(Collectors.toSet()))
                .collectMap(Association::id, Association::zone);
    }

    private List<Promised> promised(Plan plan, ZoneId zone, Map<UUID, Instant> kept) {
        return plan.promises().stream()
                .filter(promise -> promise.on() != null)
                .map(promise -> Promised.on(today(zone), promise, day(kept.get(promise.id()), zone)))
                .sorted(Comparator.comparing(Promised::dueOn))
                .toList();
    }

    @Override
    public Mono<Told> told(PublishedCampaign campaign, ZoneId zone) {
        return database.sql("""
                select promise_id, min(published_at) as first, max(published_at) as last,
                  count(*) filter (where kind = 'UPDATE') as updates, count(*) filter (where kind = 'REPORT') as reports
                from campaign.told where campaign_id = :campaign group by promise_id
                """)
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> new Share(
                        row.get("promise_id", UUID.class),
                        Objects.requireNonNull(row.get("first", Instant.class)),
                        new Count(
                                row.get("updates", Long.class),
                                row.get("reports", Long.class),
                                row.get("last", Instant.class))))
                .all()
                .collectList()
                .map(shares -> new Told(
                        promised(
                                campaign.plan(),
                                zone,
                                shares.stream()
                                        .filter(share -> share.promise() != null)
                                        .collect(Collectors.toMap(
                                                share -> Objects.requireNonNull(share.promise()), Share::first))),
                        shares.stream().map(Share::count).reduce(new Count(0, 0, null), Count::and)));
    }

    @Override
    public Flux<Due> due(Collection<AssociationId> of, Collection<Plan.Telling> kinds) {
        return Mono.zip(
                        associations.findAll(of).collect(Collectors.toMap(Association::id, Function.identity())),
                        open(of).collectList())
                .flatMapMany(read -> {
                    List<Open> all = read.getT2().stream()
                            .filter(one -> kinds.contains(one.promise().kind()))
                            .toList();
                    List<Plan.Promise> promises =
                            all.stream().map(Open::promise).toList();
                    List<UUID> promiseIds =
                            promises.stream().map(Plan.Promise::id).toList();
                    return Mono.zip(kept(promises), updates.scheduledPromises(promiseIds))
                            .flatMapIterable(known -> all.stream()
                                    .filter(one -> !known.getT1()
                                                    .containsKey(one.promise().id())
                                            && !known.getT2()
                                                    .contains(one.promise().id()))
                                    .map(one -> due(one, zone(read.getT1(), one.association())))
                                    .filter(Objects::nonNull)
                                    .toList());
                });
    }

    private static ZoneId zone(Map<AssociationId, Association> known, AssociationId id) {
        return Objects.requireNonNull(known.get(id)).zone();
    }

    private @Nullable Due due(Open open, ZoneId zone) {
        LocalDate on = Objects.requireNonNull(open.promise().on());
        LocalDate today = today(zone);
        if (today.isBefore(on.minusDays(NOTICE_DAYS))) {
            return null;
        }
        LocalDate from = today.isBefore(on) ? on.minusDays(NOTICE_DAYS) : today.equals(on) ? on : on.plusDays(1);
        String stage = today.isBefore(on) ? "soon" : today.equals(on) ? "today" : "late";
        return new Due(
                open.campaign(),
                open.association(),
                open.promise(),
                stage,
                from.atStartOfDay(zone).toInstant());
    }

    /** Promises of what is public, whose day is near or past. */
    private Flux<Open> open(Collection<AssociationId> of) {
        return database.sql("""
                select c.id, c.association_id, e.plan::text as plan
                from campaign.campaign c join campaign.edition e on e.campaign_id = c.id and e.number = c.edition
                where c.association_id = any(:associations) and jsonb_array_length(coalesce(e.plan -> 'promises', '[]')) > 0
                """)
                .bind("associations", AssociationId.values(of))
                .map(row -> new Public(
                        new CampaignId(row.get("id", UUID.class)),
                        new AssociationId(row.get("association_id", UUID.class)),
                        json.read(row.get("plan", String.class))))
                .all()
                .flatMapIterable(told -> told.plan().promises().stream()
                        .filter(promise -> promise.on() != null)
                        .map(promise -> new Open(told.campaign(), told.association(), promise))
                        .toList());
    }

    /** When each was kept first; those that were not are missing. */
    private Mono<Map<UUID, Instant>> kept(Collection<Plan.Promise> promises) {
        return database.sql("""
                select promise_id, min(published_at) as kept from campaign.told
                where promise_id = any(:promises) group by promise_id
                """)
                .bind("promises", promises.stream().map(Plan.Promise::id).toArray(UUID[]::new))
                .map(row -> Map.entry(row.get("promise_id", UUID.class), row.get("kept", Instant.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Void> reported(CampaignId campaign, UUID report, @Nullable UUID promise, String title) {
        var insert = database.sql("""
                insert into campaign.report_notice (report_id, campaign_id, promise_id, title, published_at)
                values (:report, :campaign, :promise, :title, :now) on conflict do nothing
                """)
                .bind("report", report)
                .bind("campaign", campaign.value())
                .bind("title", title)
                .bind("now", clock.instant());
        return (promise == null ? insert.bindNull("promise", UUID.class) : insert.bind("promise", promise))
                .then()
                .then(changes.tell(Set.of(campaign.value())));
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static @Nullable LocalDate day(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : LocalDate.ofInstant(at, zone);
    }

    /** What was told for one promise, or for none. */
    private record Share(@Nullable UUID promise, Instant first, Count count) {}

    private record Public(CampaignId campaign, AssociationId association, Plan plan) {}

    private record Open(CampaignId campaign, AssociationId association, Plan.Promise promise) {}
}

package org.tremplin.capacity.diagnosis;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.AwaitedActs;
import org.tremplin.capacity.CampaignEnd;
import org.tremplin.capacity.CampaignEnds;
import reactor.core.publisher.Flux;

/** The diagnosis again, one to two months after a campaign, and for two months once the last is a year old, for those who made one before. */
@Component
class DiagnosisActs implements AwaitedActs {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /** Days after the end of a campaign. */
    private static final int FROM = 30;

    /** Days after the end of a campaign, or after the year is over: then nobody is asked any more. */
    private static final int UNTIL = 60;

    /** Months after the last diagnosis. */
    private static final int YEARLY = 12;

    private final DatabaseClient database;
    private final CampaignEnds campaigns;
    private final Clock clock;

    DiagnosisActs(DatabaseClient database, CampaignEnds campaigns, Clock clock) {
        this.database = database;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Override
    public Flux<AwaitedAct> awaited(Collection<AssociationId> associations, int most) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return campaigns
                .ended(associations, today.minusDays(UNTIL), today.minusDays(FROM), most)
                // of several the last that ended
                .collectMap(CampaignEnd::association)
                .flatMapMany(
                        over -> looked(associations, over, today, most).mapNotNull(looked -> act(looked, over, today)));
    }

    /** Those for whom it may be time: a campaign of theirs is over, or their last look is a year old. */
    private Flux<Looked> looked(
            Collection<AssociationId> associations, Map<AssociationId, CampaignEnd> over, LocalDate today, int most) {
        return database.sql("""
                select assessment.association_id, min(made_at) as first, max(done_at) as last
                from capacity.assessment join capacity.result on assessment_id = assessment.id
                where assessment.association_id = any(:associations) and campaign_id is null
                group by assessment.association_id
                having assessment.association_id = any(:over) or max(done_at) >= :earliest and max(done_at) < :yearAgo
                order by last, assessment.association_id limit :most
                """)
                .bind("associations", AssociationId.values(associations))
                .bind("over", AssociationId.values(over.keySet()))
                .bind(
                        "earliest",
                        today.minusDays(UNTIL)
                                .minusMonths(YEARLY)
                                .atStartOfDay(ZONE)
                                .toInstant())
                .bind(
                        "yearAgo",
                        today.minusMonths(YEARLY).plusDays(1).atStartOfDay(ZONE).toInstant())
                .bind("most", most)
                .map(row -> new Looked(
                        new AssociationId(Objects.requireNonNull(row.get("association_id", UUID.class))),
                        at(row, "first"),
                        at(row, "last")))
                .all();
    }

    /** One of the two, the campaign first; what was looked at too early after it is no look after it. */
    private static @Nullable AwaitedAct act(Looked looked, Map<AssociationId, CampaignEnd> over, LocalDate today) {
        CampaignEnd end = over.get(looked.by());
        if (end != null && looked.first().isBefore(day(end, 1)) && looked.last().isBefore(day(end, FROM))) {
            return act(end);
        }
        LocalDate last = LocalDate.ofInstant(looked.last(), ZONE);
        LocalDate due = last.plusMonths(YEARLY);
        return due.isAfter(today) || due.plusDays(UNTIL).isBefore(today) ? null : yearly(looked.by(), last);
    }

    /** @param last told anew once it was made again, a year later */
    private static AwaitedAct yearly(AssociationId association, LocalDate last) {
        return new AwaitedAct(
                "diagnosis.yearly",
                association.value(),
                last.toString(),
                association,
                null,
                ResultReaders.WRITERS,
                null,
                null,
                last.plusMonths(YEARLY).atStartOfDay(ZONE).toInstant(),
                "/diagnostic?nouveau=1",
                "");
    }

    private static AwaitedAct act(CampaignEnd over) {
        return new AwaitedAct(
                "diagnosis.again",
                over.campaign(),
                "",
                over.association(),
                over.campaign(),
                ResultReaders.WRITERS,
                null,
                null,
                day(over, FROM),
                "/diagnostic?nouveau=1",
                over.title());
    }

    private static Instant day(CampaignEnd over, int later) {
        return Objects.requireNonNull(over.endedOn())
                .plusDays(later)
                .atStartOfDay(ZONE)
                .toInstant();
    }

    private static Instant at(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Instant.class));
    }

    /** When an association looked at itself for the first time, and for the last. */
    private record Looked(AssociationId by, Instant first, Instant last) {}
}

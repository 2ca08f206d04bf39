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
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.AwaitedActs;
import org.tremplin.capacity.CampaignEnd;
import org.tremplin.capacity.CampaignEnds;
import reactor.core.publisher.Flux;

/** The diagnosis again, one to two months after a campaign, for those who made one before. */
@Component
class DiagnosisActs implements AwaitedActs {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /** Days after the end of a campaign. */
    private static final int FROM = 30;

    private static final int UNTIL = 60;

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
                .filter(over -> !over.isEmpty())
                .flatMapMany(this::again);
    }

    private Flux<AwaitedAct> again(Map<AssociationId, CampaignEnd> over) {
        return database.sql("""
                select assessment.association_id, min(made_at) as first, max(done_at) as last
                from capacity.assessment join capacity.result on assessment_id = assessment.id
                where assessment.association_id = any(:associations) and campaign_id is null
                group by assessment.association_id
                """)
                .bind(
                        "associations",
                        over.keySet().stream().map(AssociationId::value).toArray(UUID[]::new))
                .map(row -> new Looked(
                        new AssociationId(Objects.requireNonNull(row.get("association_id", UUID.class))),
                        at(row, "first"),
                        at(row, "last")))
                .all()
                .mapNotNull(looked -> {
                    CampaignEnd end = Objects.requireNonNull(over.get(looked.by()));
                    Instant ended = day(end, 1);
                    return looked.first().isBefore(ended) && looked.last().isBefore(ended) ? act(end) : null;
                });
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

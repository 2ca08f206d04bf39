package org.tremplin.campaign.readiness;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.GateMet;
import org.tremplin.campaign.GatesMet;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Kept once, when a campaign becomes public: what changes later does not change what was so then. */
@Component
class StoredGates implements GatesMet {

    private static final List<String> ORDER = Gates.ALL.stream().map(Gate::key).toList();

    private final DatabaseClient database;

    StoredGates(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> keep(CampaignId campaign, Situation situation) {
        return Flux.fromIterable(Gates.ALL)
                .concatMap(gate -> {
                    Finding found = gate.find(situation);
                    return found.met() ? keep(campaign, gate.key(), found, situation.today()) : Mono.<Void>empty();
                })
                .then();
    }

    private Mono<Void> keep(CampaignId campaign, String gate, Finding found, LocalDate today) {
        return database.sql("""
                insert into campaign.gate_met (campaign_id, gate, kind, on_day, checked_on)
                values (:campaign, :gate, :kind, :day, :today) on conflict do nothing
                """)
                .bind("campaign", campaign.value())
                .bind("gate", gate)
                .bind("kind", found.kind())
                .bind("day", Parameter.fromOrEmpty(found.day(), LocalDate.class))
                .bind("today", today)
                .then();
    }

    @Override
    public Mono<List<GateMet>> of(CampaignId campaign) {
        return database.sql("""
                select gate, kind, on_day, checked_on from campaign.gate_met where campaign_id = :campaign
                """)
                .bind("campaign", campaign.value())
                .map(row -> new GateMet(
                        Objects.requireNonNull(row.get("gate", String.class)),
                        Objects.requireNonNull(row.get("kind", String.class)),
                        row.get("on_day", LocalDate.class),
                        Objects.requireNonNull(row.get("checked_on", LocalDate.class))))
                .all()
                .sort(Comparator.comparing(met -> ORDER.indexOf(met.gate())))
                .collectList();
    }

    @Override
    public Mono<Kept> kept(CampaignId campaign) {
        return of(campaign).map(met -> {
            if (met.isEmpty()) {
                return Kept.NOTHING;
            }
            List<String> keys = met.stream().map(GateMet::gate).toList();
            return keys.containsAll(ORDER) ? Kept.ALL_MET : Kept.SOME_PASSED_OVER;
        });
    }
}

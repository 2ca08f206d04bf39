package org.tremplin.patron.find;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.CampaignNews;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Promised;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.UseOfFunds;
import reactor.core.publisher.Mono;

/** Reads many campaigns at once, by doors that show what is public and nothing else: ten queries for all of them. */
@Component
class ReadProjects {

    private final DatabaseClient database;
    private final Campaigns campaigns;
    private final Associations associations;
    private final UseOfFunds funds;
    private final CampaignNews news;
    private final Clock clock;

    ReadProjects(
            DatabaseClient database,
            Campaigns campaigns,
            Associations associations,
            UseOfFunds funds,
            CampaignNews news,
            Clock clock) {
        this.database = database;
        this.campaigns = campaigns;
        this.associations = associations;
        this.funds = funds;
        this.news = news;
        this.clock = clock;
    }

    /** Ids of every public campaign. */
    Mono<Set<UUID>> all() {
        return database.sql("select id from campaign.public_campaign")
                .map(row -> row.get("id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    /** @param subjects campaigns and associations; what is not public is left out */
    Mono<Set<UUID>> of(Collection<UUID> subjects) {
        return database.sql("""
                select id from campaign.public_campaign where id = any(:subjects) or association_id = any(:subjects)
                """)
                .bind("subjects", subjects.toArray(UUID[]::new))
                .map(row -> row.get("id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    Mono<List<Project>> read(Collection<UUID> ids) {
        return campaigns
                .findAllPublished(ids.stream().map(CampaignId::new).toList())
                .collectList()
                .filter(found -> !found.isEmpty())
                .flatMap(found -> Mono.zip(owners(found), funds.of(found).collectList(), news.promises(found))
                        .map(read -> written(found, read.getT1(), read.getT2(), read.getT3())))
                .defaultIfEmpty(List.of());
    }

    private Mono<Map<AssociationId, Association>> owners(List<PublishedCampaign> found) {
        return associations
                .findAll(found.stream().map(one -> one.campaign().association()).collect(Collectors.toSet()))
                .collectMap(Association::id);
    }

    private List<Project> written(
            List<PublishedCampaign> found,
            Map<AssociationId, Association> owners,
            List<CampaignUse> uses,
            Map<CampaignId, List<Promised>> promises) {
        Map<UUID, CampaignUse> byCampaign = uses.stream().collect(Collectors.toMap(CampaignUse::campaign, use -> use));
        return found.stream()
                .map(one -> {
                    Association owner =
                            Objects.requireNonNull(owners.get(one.campaign().association()));
                    return WrittenProject.of(
                            one,
                            owner,
                            Objects.requireNonNull(
                                    byCampaign.get(one.campaign().id().value())),
                            promises.getOrDefault(one.campaign().id(), List.of()),
                            owner.today(clock));
                })
                .toList();
    }
}

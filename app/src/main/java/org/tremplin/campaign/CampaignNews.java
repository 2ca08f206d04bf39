package org.tremplin.campaign;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.AssociationId;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was told of a campaign, and what was promised to be told. */
public interface CampaignNews {

    /**
     * Published and withdrawn updates, the newest first; the text of a withdrawn one is empty.
     *
     * @param before id of the last one seen, or none for the first page
     */
    Mono<List<Update>> updates(CampaignId campaign, @Nullable UUID before, int most);

    /** Promises of the edition in force, by day, and what became of each. */
    Mono<List<Promised>> promises(PublishedCampaign campaign);

    /** The same for many, in as many queries; each is there, with its promises or none. */
    Mono<Map<CampaignId, List<Promised>>> promises(Collection<PublishedCampaign> campaigns);

    /** What became of its promises, and how much was told. One query. @param zone of its association */
    Mono<Told> told(PublishedCampaign campaign, ZoneId zone);

    /** Promises not kept whose day is in a week at the most, or past. One query whatever the number of associations. */
    Flux<Due> due(Collection<AssociationId> associations, Collection<Plan.Telling> kinds);

    /** A report is public: followers are told. In the caller's transaction; a second call changes nothing. */
    Mono<Void> reported(CampaignId campaign, UUID report, @Nullable UUID promise, String title);

    /**
     * @param stage {@code soon} from the seventh day before, {@code today}, {@code late} from the day after
     * @param since when this stage began
     */
    record Due(CampaignId campaign, AssociationId association, Plan.Promise promise, String stage, Instant since) {

        /** @param room of the campaign where the promise is kept */
        public AwaitedAct act(String kind, String room) {
            return new AwaitedAct(
                    kind + "." + stage,
                    promise.id(),
                    stage,
                    association,
                    campaign.value(),
                    // who answers for it; and the president, for the case that nobody has that role
                    EnumSet.of(Role.PRESIDENT, promise.by()),
                    null,
                    null,
                    since,
                    "/c/" + campaign.value() + "/" + room,
                    promise.what());
        }
    }

    /** @param promises by day */
    record Told(List<Promised> promises, Count count) {}

    /**
     * What was told and is not taken back.
     *
     * @param last when the newest of it became public, none before the first
     */
    record Count(long updates, long reports, @Nullable Instant last) {

        public Count and(Count other) {
            return new Count(
                    updates + other.updates,
                    reports + other.reports,
                    last == null || other.last != null && other.last.isAfter(last) ? other.last : last);
        }
    }
}

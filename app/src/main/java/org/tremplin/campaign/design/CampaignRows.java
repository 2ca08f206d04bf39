package org.tremplin.campaign.design;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Goal;

/** Reads a campaign out of a row; the table is {@code c} in the query. */
public final class CampaignRows {

    public static final String COLUMNS =
            "c.id, c.association_id, c.slug, c.state, c.edition, c.published_at, c.closed_at, c.goal_cents, c.minimum_cents";

    private CampaignRows() {}

    public static Campaign campaign(Readable row) {
        return new Campaign(
                new CampaignId(row.get("id", UUID.class)),
                new AssociationId(row.get("association_id", UUID.class)),
                row.get("slug", String.class),
                Campaign.State.valueOf(row.get("state", String.class)),
                row.get("edition", Integer.class),
                row.get("published_at", Instant.class),
                row.get("closed_at", Instant.class),
                new Goal(row.get("goal_cents", Long.class), row.get("minimum_cents", Long.class)));
    }
}

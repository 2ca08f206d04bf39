package org.tremplin.transparency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.campaign.PublishedCampaign;
import reactor.core.publisher.Mono;

/** Publishes a report, with the books as they are, without the pages of the workspace: the sample data takes this way. */
public interface ReportWriting {

    /** @param promise it keeps, or none; @param author a person of the association, in this role */
    Mono<Void> report(
            Association association,
            PublishedCampaign campaign,
            @Nullable UUID promise,
            String title,
            String body,
            UUID author,
            Role role);
}

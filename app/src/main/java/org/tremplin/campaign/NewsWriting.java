package org.tremplin.campaign;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import reactor.core.publisher.Mono;

/** Publishes an update without the pages of the workspace: the sample data takes this way. */
public interface NewsWriting {

    /** @param promise it keeps, or none; @param author a person of the association, in this role */
    Mono<Void> tell(
            Association association,
            CampaignId campaign,
            @Nullable UUID promise,
            String title,
            String body,
            UUID author,
            Role role);
}

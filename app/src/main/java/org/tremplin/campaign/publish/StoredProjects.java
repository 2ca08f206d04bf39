package org.tremplin.campaign.publish;

import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.capacity.PublicProjects;
import reactor.core.publisher.Flux;

@Component
class StoredProjects implements PublicProjects {

    private static final int MOST = 5;

    private final Campaigns campaigns;

    StoredProjects(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public Flux<Project> of(AssociationId association) {
        return campaigns
                .publishedBy(association)
                .take(MOST)
                .map(one -> new Project(
                        one.campaign().slug(), one.plan().title(), one.plan().language()));
    }
}

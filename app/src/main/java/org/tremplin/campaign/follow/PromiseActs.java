package org.tremplin.campaign.follow;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.AwaitedActs;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignNews;
import org.tremplin.campaign.Plan;
import reactor.core.publisher.Flux;

/** Updates promised: a reminder seven days before, on the day and the day after. */
@Component
class PromiseActs implements AwaitedActs {

    private final CampaignNews news;

    PromiseActs(CampaignNews news) {
        this.news = news;
    }

    @Override
    public Flux<AwaitedAct> awaited(Collection<AssociationId> associations, int most) {
        return news.due(associations, List.of(Plan.Telling.UPDATE, Plan.Telling.MILESTONE))
                .take(most)
                .map(due -> new AwaitedAct(
                        "update." + due.stage(),
                        due.promise().id(),
                        due.stage(),
                        due.association(),
                        due.campaign().value(),
                        // who answers for it; and the president, for the case that nobody has that role
                        EnumSet.of(Role.PRESIDENT, due.promise().by()),
                        null,
                        null,
                        due.since(),
                        "/c/" + due.campaign().value() + "/nouvelles",
                        due.promise().what()));
    }
}

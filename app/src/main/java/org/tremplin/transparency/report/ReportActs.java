package org.tremplin.transparency.report;

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

/** Reports promised: a reminder seven days before, on the day and the day after. */
@Component
class ReportActs implements AwaitedActs {

    private final CampaignNews news;

    ReportActs(CampaignNews news) {
        this.news = news;
    }

    @Override
    public Flux<AwaitedAct> awaited(Collection<AssociationId> associations, int most) {
        return news.due(associations, List.of(Plan.Telling.REPORT))
                .take(most)
                .map(due -> new AwaitedAct(
                        "report." + due.stage(),
                        due.promise().id(),
                        due.stage(),
                        due.association(),
                        due.campaign().value(),
                        EnumSet.of(Role.PRESIDENT, due.promise().by()),
                        null,
                        null,
                        due.since(),
                        "/c/" + due.campaign().value() + "/bilans",
                        due.promise().what()));
    }
}

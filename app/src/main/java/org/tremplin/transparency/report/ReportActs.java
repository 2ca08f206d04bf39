package org.tremplin.transparency.report;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.AwaitedActs;
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
        return news.due(associations, List.of(Plan.Telling.REPORT)).take(most).map(due -> due.act("report", "bilans"));
    }
}

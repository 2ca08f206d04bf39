package org.tremplin.campaign.publish;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.campaign.template.Templates;
import org.tremplin.capacity.CampaignEnd;
import org.tremplin.capacity.CampaignEnds;
import reactor.core.publisher.Flux;

/** Which campaigns are over: closed by somebody, or past their last day. */
@Component
class StoredEnds implements CampaignEnds {

    private final Campaigns campaigns;
    private final Templates templates;
    private final Clock clock;

    StoredEnds(Campaigns campaigns, Templates templates, Clock clock) {
        this.campaigns = campaigns;
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public Flux<CampaignEnd> of(Association association) {
        return campaigns
                .publishedBy(association.id())
                .map(one -> new CampaignEnd(
                        one.campaign().id().value(),
                        one.plan().title(),
                        one.plan().language(),
                        endedOn(one, association.zone())));
    }

    private @Nullable LocalDate endedOn(PublishedCampaign one, ZoneId zone) {
        LocalDate last = one.plan().closesOn();
        Instant closed = one.campaign().closedAt();
        LocalDate stopped = closed == null ? null : LocalDate.ofInstant(closed, zone);
        if (last != null && last.isBefore(LocalDate.ofInstant(clock.instant(), zone))) {
            return stopped == null || last.isBefore(stopped) ? last : stopped;
        }
        return stopped;
    }

    @Override
    public Map<String, String> templates(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        templates.all().stream()
                .map(template -> Map.entry(template.id(), template.data().name().in(locale.getLanguage())))
                .sorted(Map.Entry.comparingByValue())
                .forEach(name -> names.put(name.getKey(), name.getValue()));
        return names;
    }
}

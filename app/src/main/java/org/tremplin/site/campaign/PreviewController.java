package org.tremplin.site.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Mono;

/** A draft as the public would see it, for the association's members only. */
@Controller
class PreviewController {

    private final Associations associations;
    private final Campaigns campaigns;
    private final CampaignPages pages;
    private final Clock clock;

    PreviewController(Associations associations, Campaigns campaigns, CampaignPages pages, Clock clock) {
        this.associations = associations;
        this.campaigns = campaigns;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/espace/{association}/c/{id}/apercu")
    Mono<Rendering> preview(
            @PathVariable("association") String association, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        return associations
                .findBySlug(association)
                .flatMap(found -> page(found, new CampaignId(id), Language.of(exchange)))
                .map(page -> (Rendering) Rendering.view("site/campaign")
                        .modelAttribute("page", page)
                        .build())
                .switchIfEmpty(NotFound.page());
    }

    private Mono<CampaignPage> page(Association association, CampaignId id, Language language) {
        LocalDate today = association.today(clock);
        return Mono.zip(
                campaigns.find(association.id(), id),
                campaigns.findDraft(association.id(), id),
                (campaign, plan) -> pages.preview(campaign, plan, association, today, language));
    }
}

package org.tremplin.site.workspace;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Associations;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Mono;

/** The list of an association's campaigns; who may see it stands in the table of routes. */
@Controller
class CampaignListController {

    private final Associations associations;
    private final WorkspaceCampaigns campaigns;
    private final Clock clock;

    CampaignListController(Associations associations, WorkspaceCampaigns campaigns, Clock clock) {
        this.associations = associations;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @GetMapping("/espace/{association}/campagnes")
    Mono<Rendering> list(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return associations
                .findBySlug(slug)
                .flatMap(found -> campaigns.of(
                        found, found.today(clock), Language.of(exchange).locale()))
                .map(rows -> (Rendering) Rendering.view("site/campaigns")
                        .modelAttribute("page", CampaignListPage.of(slug, rows))
                        .build())
                .switchIfEmpty(NotFound.page());
    }
}

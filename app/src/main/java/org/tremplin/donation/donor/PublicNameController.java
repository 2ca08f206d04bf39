package org.tremplin.donation.donor;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.donation.Gift;
import org.tremplin.donation.Gifts;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/** Where a donor takes back the first name that the public journal shows beside a gift, and nothing else. */
@Controller
class PublicNameController {

    private static final String PAGE = "/don/{token}/nom";

    private final Gifts gifts;
    private final Campaigns campaigns;
    private final PublicNames names;

    PublicNameController(Gifts gifts, Campaigns campaigns, PublicNames names) {
        this.gifts = gifts;
        this.campaigns = campaigns;
        this.names = names;
    }

    @GetMapping(PAGE)
    Mono<Rendering> show(
            @PathVariable("token") String token, @RequestParam(name = "fait", required = false) @Nullable String done) {
        return find(token)
                .flatMap(gift -> campaigns
                        .findEdition(new CampaignId(gift.campaign()), gift.edition())
                        .map(published -> Rendering.view("donation/public-name")
                                .modelAttribute("token", token)
                                .modelAttribute("shown", gift.publicName())
                                .modelAttribute("name", gift.firstName())
                                .modelAttribute("project", published.plan().title())
                                .modelAttribute("done", done != null && !gift.publicName())
                                .build()));
    }

    @PostMapping(PAGE)
    Mono<Rendering> withdraw(@PathVariable("token") String token, ServerWebExchange exchange) {
        return find(token)
                .flatMap(gift -> names.withdraw(gift.id())
                        .thenReturn(SeeOther.to(Language.of(exchange).to("/don/" + token + "/nom?fait=oui"))));
    }

    private Mono<Gift> find(String token) {
        return gifts.find(token).switchIfEmpty(NotFound.page());
    }
}

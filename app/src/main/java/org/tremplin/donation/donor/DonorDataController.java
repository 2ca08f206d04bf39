package org.tremplin.donation.donor;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.campaign.Campaigns;
import org.tremplin.identity.DataRequests;
import org.tremplin.notification.Mails;
import org.tremplin.platform.security.AddressBlock;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/**
 * From a gift's page to the donor's data. The address of the gift may have been shared, so it opens nothing by itself: a
 * link goes to the mailbox of the gift.
 */
@Controller
class DonorDataController {

    private final DonorGifts gifts;
    private final Associations associations;
    private final Campaigns campaigns;
    private final DataRequests requests;
    private final Mails mails;
    private final AddressBlock blocks;

    DonorDataController(
            DonorGifts gifts,
            Associations associations,
            Campaigns campaigns,
            DataRequests requests,
            Mails mails,
            AddressBlock blocks) {
        this.gifts = gifts;
        this.associations = associations;
        this.campaigns = campaigns;
        this.requests = requests;
        this.mails = mails;
        this.blocks = blocks;
    }

    @GetMapping("/don/{token}/donnees")
    Mono<Rendering> show(
            @PathVariable("token") String token,
            @RequestParam(name = "envoye", required = false) @Nullable String sent) {
        return find(token).flatMap(donor -> view(token, donor, sent != null, false, HttpStatus.OK));
    }

    @PostMapping("/don/{token}/donnees")
    Mono<Rendering> ask(@PathVariable("token") String token, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return find(token)
                .flatMap(donor -> donor.email().isEmpty() || !mails.reaches(donor.email())
                        ? view(token, donor, false, false, HttpStatus.OK)
                        : requests.ask(donor.email(), language, blocks.of(exchange.getRequest()))
                                .flatMap(mailed -> mailed
                                        ? Mono.just(SeeOther.to(language.to("/don/" + token + "/donnees?envoye=oui")))
                                        : view(token, donor, false, true, HttpStatus.TOO_MANY_REQUESTS)));
    }

    private Mono<Rendering> view(String token, DonorGifts.Donor donor, boolean sent, boolean many, HttpStatus status) {
        AssociationId association = new AssociationId(donor.association());
        return Mono.zip(
                        associations.find(association).map(Association::name),
                        campaigns.dataContact(association).defaultIfEmpty(""))
                .map(read -> Rendering.view("donation/donor-data")
                        .modelAttribute(
                                "page",
                                new DataPage(
                                        token,
                                        read.getT1(),
                                        read.getT2(),
                                        masked(donor.email()),
                                        donor.erased(),
                                        mails.reaches(donor.email()),
                                        sent,
                                        many))
                        .status(status)
                        .build());
    }

    private Mono<DonorGifts.Donor> find(String token) {
        return gifts.find(token).switchIfEmpty(NotFound.page());
    }

    /** Enough for its owner to know it again: {@code l…@exemple.fr}. */
    private static String masked(String email) {
        int at = email.indexOf('@');
        return at < 1 ? "" : email.charAt(0) + "…" + email.substring(at);
    }

    /**
     * @param contact whom else the donor may write to, empty when the association named nobody
     * @param email masked, empty when it is not known any more
     * @param reached whether a mail gets there
     * @param many whether too many links were asked for
     */
    record DataPage(
            String token,
            String association,
            String contact,
            String email,
            boolean erased,
            boolean reached,
            boolean sent,
            boolean many) {}
}

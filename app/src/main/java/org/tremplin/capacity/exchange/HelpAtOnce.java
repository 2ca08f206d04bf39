package org.tremplin.capacity.exchange;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.Helping;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** Needs and offers, written as the pages would. */
@Component
class HelpAtOnce implements Helping {

    /** Nobody's neighbourhood. */
    private static final String BLOCK = "";

    private final HelpCampaigns campaigns;
    private final StoredNeeds needs;
    private final Offers offers;
    private final Matches matches;

    HelpAtOnce(HelpCampaigns campaigns, StoredNeeds needs, Offers offers, Matches matches) {
        this.campaigns = campaigns;
        this.needs = needs;
        this.offers = offers;
        this.matches = matches;
    }

    @Override
    public Mono<Void> ask(
            AssociationId association, UUID campaign, String label, @Nullable Integer hours, LocalDate until) {
        return Mono.zip(campaigns.at(association.value(), campaign), needs.open(campaign))
                .flatMap(read -> Mono.justOrEmpty(read.getT2().stream()
                                .filter(need -> need.state() == Need.State.PROPOSED
                                        && need.label().equals(label))
                                .findFirst())
                        .flatMap(need -> needs.publish(read.getT1(), need, form(need, hours, until))
                                .then(matches.propose(need.id()))));
    }

    private static NeedForm form(Need need, @Nullable Integer hours, LocalDate until) {
        return new NeedForm(
                need.kind().name(),
                need.label(),
                need.detail(),
                text(hours),
                need.department(),
                false,
                until.toString());
    }

    @Override
    public Mono<Void> offer(Offered offered) {
        OfferForm form = new OfferForm(
                null,
                offered.kind().name(),
                offered.name(),
                offered.email(),
                offered.what(),
                text(offered.hours()),
                offered.department(),
                false,
                offered.until().toString());
        return offers.of(offered.email())
                .switchIfEmpty(Mono.defer(() -> offers.ask(form, offered.kind(), "", Language.FR, BLOCK)
                        .then(Mono.defer(() -> offers.of(offered.email())))))
                .filter(offer -> !offer.confirmed())
                .flatMap(offers::confirm);
    }

    private static String text(@Nullable Integer hours) {
        return hours == null ? "" : hours.toString();
    }
}

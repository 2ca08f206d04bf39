package org.tremplin.capacity.exchange;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.Helping;
import org.tremplin.capacity.NeedKind;
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
    private final ExchangeMails mails;

    HelpAtOnce(HelpCampaigns campaigns, StoredNeeds needs, Offers offers, Matches matches, ExchangeMails mails) {
        this.campaigns = campaigns;
        this.needs = needs;
        this.offers = offers;
        this.matches = matches;
        this.mails = mails;
    }

    @Override
    public Mono<Void> ask(
            AssociationId association, UUID campaign, String label, @Nullable Integer hours, LocalDate until) {
        return Mono.zip(campaigns.at(association.value(), campaign), needs.open(campaign))
                .flatMap(read -> Mono.justOrEmpty(read.getT2().stream()
                                .filter(need -> need.state() == Need.State.PROPOSED
                                        && need.label().equals(label))
                                .findFirst())
                        .flatMap(need -> needs.publish(read.getT1(), need, form(need, label, hours, until))
                                .then(matches.propose(need.id()))));
    }

    @Override
    public Mono<Void> ask(
            AssociationId association,
            UUID campaign,
            NeedKind kind,
            String label,
            @Nullable Integer hours,
            LocalDate until) {
        UUID id = UUID.nameUUIDFromBytes((campaign + label).getBytes(StandardCharsets.UTF_8));
        return campaigns
                .at(association.value(), campaign)
                .flatMap(of -> needs.begin(of, id, kind)
                        .then(needs.open(campaign))
                        .flatMapIterable(open -> open)
                        .filter(need -> need.id().equals(id) && need.state() == Need.State.PROPOSED)
                        .next()
                        .flatMap(need -> needs.publish(of, need, form(need, label, hours, until))
                                .then(matches.propose(id))));
    }

    @Override
    public Mono<Void> agree(AssociationId association, UUID campaign, String email, UUID member) {
        return meeting(association, campaign, email)
                .flatMap(met -> matches.say(met.campaign(), met.match().id(), true, member)
                        .then(matches.answer(met.offer(), met.match().id(), true)))
                .then(Mono.defer(mails::tell))
                .then();
    }

    @Override
    public Mono<Void> thank(AssociationId association, UUID campaign, String email, int hours, String thanks) {
        return meeting(association, campaign, email)
                .flatMap(met -> matches.close(met.campaign(), met.match().id(), true, hours, thanks)
                        .then(needs.close(met.campaign(), met.match().need())))
                .then(Mono.defer(mails::tell))
                .then();
    }

    private Mono<Met> meeting(AssociationId association, UUID campaign, String email) {
        return Mono.zip(campaigns.at(association.value(), campaign), offers.of(email))
                .flatMap(read -> matches.of(read.getT1())
                        .flatMapIterable(all -> all)
                        .filter(match -> read.getT2().equals(match.offer()))
                        .next()
                        .map(match -> new Met(read.getT1(), read.getT2(), match)));
    }

    private record Met(HelpCampaign campaign, Offer offer, Match match) {}

    private static NeedForm form(Need need, String label, @Nullable Integer hours, LocalDate until) {
        return new NeedForm(
                need.kind().name(), label, need.detail(), text(hours), need.department(), false, until.toString());
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

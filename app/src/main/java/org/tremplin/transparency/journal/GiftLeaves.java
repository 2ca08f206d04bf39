package org.tremplin.transparency.journal;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.donation.DonationSettled;
import org.tremplin.donation.Gifts;
import org.tremplin.money.Money;
import reactor.core.publisher.Mono;

/** Tells settled gifts as leaves: amount and day from the fact, who may be named and how it counts from the doors. */
@Component
class GiftLeaves {

    /** Rows of the statement of origin and destination (rules.md 2.2): gifts of persons, patronage of companies. */
    private static final String CROD_PERSON = "P1.2.a";

    private static final String CROD_COMPANY = "P1.2.c";

    private final Gifts gifts;
    private final Campaigns campaigns;

    GiftLeaves(Gifts gifts, Campaigns campaigns) {
        this.gifts = gifts;
        this.campaigns = campaigns;
    }

    Mono<List<NewLeaf>> of(List<DonationSettled> facts) {
        List<UUID> donations = facts.stream().map(DonationSettled::donation).toList();
        return gifts.byCompanies(donations)
                .collect(Collectors.toSet())
                .zipWhen(
                        ignored -> publicNames(facts, donations),
                        (companies, names) -> facts.stream()
                                .map(fact -> leaf(fact, companies, names.get(fact.donation())))
                                .toList());
    }

    /** First names of donors who asked for it, except where the cause tells something of its donors. */
    private Mono<Map<UUID, String>> publicNames(List<DonationSettled> facts, List<UUID> donations) {
        return gifts.publicNames(donations)
                .flatMap(asked -> asked.isEmpty()
                        ? Mono.just(asked)
                        : showingNames(facts)
                                .map(showing -> facts.stream()
                                        .filter(fact -> showing.contains(fact.campaign()))
                                        .map(DonationSettled::donation)
                                        .distinct()
                                        .filter(asked::containsKey)
                                        .collect(Collectors.toMap(donation -> donation, asked::get))));
    }

    private Mono<Set<UUID>> showingNames(List<DonationSettled> facts) {
        Set<CampaignId> ids =
                facts.stream().map(fact -> new CampaignId(fact.campaign())).collect(Collectors.toSet());
        return campaigns
                .findAllPublished(ids)
                .filter(published -> !published.plan().sensitive())
                .map(published -> published.campaign().id().value())
                .collect(Collectors.toSet());
    }

    static String crod(boolean company) {
        return company ? CROD_COMPANY : CROD_PERSON;
    }

    private static NewLeaf leaf(DonationSettled fact, Set<UUID> companies, @Nullable String publicName) {
        return NewLeaf.of(fact.campaign(), Source.gift(fact.donation()), LeafKind.GIFT, fact.day())
                .amount(new Money(fact.cents(), Currency.getInstance(fact.currency())))
                .line(fact.line())
                .crod(crod(companies.contains(fact.donation())))
                .commitments(publicName == null ? List.of() : List.of(Commitment.to("name", publicName)));
    }
}

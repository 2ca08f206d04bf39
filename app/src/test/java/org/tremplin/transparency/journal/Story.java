package org.tremplin.transparency.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Edition;
import org.tremplin.campaign.Goal;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.DonationSettled;
import org.tremplin.donation.FeeBooked;
import org.tremplin.donation.Gifts;
import reactor.core.publisher.Flux;

/** Campaigns and gifts of a test, as their owners' doors would show them. */
final class Story {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);

    private final Map<UUID, PublishedCampaign> campaigns = new ConcurrentHashMap<>();
    private final Map<UUID, DonationSettled> settled = new ConcurrentHashMap<>();
    private final Map<UUID, String> names = new ConcurrentHashMap<>();
    private final Set<UUID> companies = ConcurrentHashMap.newKeySet();

    UUID campaign(boolean sensitive) {
        UUID id = UUID.randomUUID();
        Plan plan = new Plan(
                "fr",
                "Un puits",
                "Arroser le jardin",
                new Plan.Definition("", "", "", "", "", "", ""),
                "environnement",
                sensitive,
                "",
                null,
                null,
                "",
                List.of(line("Pompe", false), line("Frais de collecte", true)),
                List.of(),
                List.of(),
                "",
                "",
                null,
                null,
                List.of(),
                List.of());
        Campaign campaign = new Campaign(
                new CampaignId(id),
                new AssociationId(UUID.randomUUID()),
                "puits-" + id,
                Campaign.State.PUBLISHED,
                1,
                Instant.EPOCH,
                null,
                Goal.of(plan));
        campaigns.put(id, new PublishedCampaign(campaign, new Edition(campaign.id(), 1, plan, Instant.EPOCH)));
        return id;
    }

    private static Plan.BudgetLine line(String label, boolean collectionCosts) {
        return new Plan.BudgetLine(
                UUID.randomUUID(), label, "", 10000, 10000, Plan.Need.MONEY, true, "", collectionCosts);
    }

    private PublishedCampaign published(UUID campaign) {
        return Objects.requireNonNull(campaigns.get(campaign));
    }

    UUID lineOf(UUID campaign) {
        return published(campaign).plan().lines().get(0).id();
    }

    UUID costLineOf(UUID campaign) {
        return published(campaign).plan().lines().get(1).id();
    }

    /** A gift of 30 € to the first line. */
    DonationSettled gift(UUID campaign, @Nullable String publicName, boolean company) {
        UUID association = published(campaign).campaign().association().value();
        DonationSettled fact =
                new DonationSettled(UUID.randomUUID(), campaign, association, 1, 3000, "EUR", lineOf(campaign), DAY);
        settled.put(fact.donation(), fact);
        if (publicName != null) {
            names.put(fact.donation(), publicName);
        }
        if (company) {
            companies.add(fact.donation());
        }
        return fact;
    }

    static FeeBooked feeOf(DonationSettled gift) {
        return new FeeBooked(gift.donation(), gift.campaign(), gift.association(), 70, "EUR", DAY.plusDays(1));
    }

    long giftsTo(UUID campaign) {
        return settled.values().stream()
                .filter(gift -> gift.campaign().equals(campaign))
                .count();
    }

    /** The door of gifts, of which the journal asks two things. */
    Gifts gifts() {
        Gifts door = Mockito.mock();
        Mockito.when(door.publicNames(Mockito.any())).thenAnswer(asked -> {
            Collection<UUID> ids = asked.getArgument(0);
            return Flux.fromIterable(ids).filter(names::containsKey).distinct().collectMap(id -> id, names::get);
        });
        Mockito.when(door.byCompanies(Mockito.any())).thenAnswer(asked -> {
            Collection<UUID> ids = asked.getArgument(0);
            return Flux.fromIterable(ids).filter(companies::contains);
        });
        return door;
    }

    /** The door of campaigns, of which the journal asks one thing. */
    Campaigns campaigns() {
        Campaigns door = Mockito.mock();
        Mockito.when(door.findAllPublished(Mockito.any())).thenAnswer(asked -> {
            Collection<CampaignId> ids = asked.getArgument(0);
            return Flux.fromIterable(ids).mapNotNull(id -> campaigns.get(id.value()));
        });
        return door;
    }
}

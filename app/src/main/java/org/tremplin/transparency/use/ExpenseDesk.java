package org.tremplin.transparency.use;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.platform.web.NotFound;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.UseOfFunds;
import reactor.core.publisher.Mono;

/** Finds what the pages of expenses are about: the association, its campaigns with their figures, the expense. */
@Component
class ExpenseDesk {

    private final Associations associations;
    private final Campaigns campaigns;
    private final UseOfFunds funds;
    private final Expenses expenses;
    private final People people;
    private final Clock clock;

    ExpenseDesk(
            Associations associations,
            Campaigns campaigns,
            UseOfFunds funds,
            Expenses expenses,
            People people,
            Clock clock) {
        this.associations = associations;
        this.campaigns = campaigns;
        this.funds = funds;
        this.expenses = expenses;
        this.people = people;
        this.clock = clock;
    }

    Mono<Open> at(String slug) {
        return associations
                .at(slug)
                .flatMap(association -> campaigns
                        .publishedBy(association.id())
                        .collectList()
                        .flatMap(published -> funds.of(published)
                                .collectList()
                                .map(uses -> new Open(association, published, uses, association.today(clock)))));
    }

    Mono<Found> at(String slug, UUID expense) {
        return at(slug).flatMap(open -> expenses.find(open.id(), expense)
                        .flatMap(found -> replaced(open, found)
                                .map(replaced -> new Found(open, found, replaced))
                                .defaultIfEmpty(new Found(open, found, null))))
                .switchIfEmpty(NotFound.page());
    }

    private Mono<Expense> replaced(Open open, Expense expense) {
        UUID replaces = expense.replaces();
        return replaces == null ? Mono.empty() : expenses.find(open.id(), replaces);
    }

    /** As they are called here; whoever left is not among them. */
    Mono<Map<UUID, String>> names(List<UUID> ids) {
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : people.findAll(ids).collect(Collectors.toMap(Person::id, Person::name));
    }

    /** The association with its campaigns, the newest first, and what became of their money. */
    record Open(Association association, List<PublishedCampaign> campaigns, List<CampaignUse> uses, LocalDate today) {

        UUID id() {
            return association.id().value();
        }

        String base() {
            return "/espace/" + association.slug() + "/depenses";
        }

        Plan.@Nullable BudgetLine line(UUID id) {
            return campaigns.stream()
                    .flatMap(campaign -> campaign.plan().lines().stream())
                    .filter(line -> line.id().equals(id))
                    .findFirst()
                    .orElse(null);
        }

        String title(UUID campaign) {
            return campaigns.stream()
                    .filter(one -> one.campaign().id().value().equals(campaign))
                    .map(one -> one.plan().title())
                    .findFirst()
                    .orElse("");
        }

        boolean ended(UUID campaign) {
            return campaigns.stream()
                    .map(PublishedCampaign::campaign)
                    .anyMatch(one -> one.id().value().equals(campaign) && one.state() == Campaign.State.CLOSED);
        }

        String page(UUID campaign, String name) {
            return "/espace/" + association.slug() + "/c/" + campaign + "/" + name;
        }

        CampaignUse.@Nullable Line figures(UUID line) {
            return uses.stream()
                    .flatMap(use -> use.lines().stream())
                    .filter(one -> one.id().equals(line))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** @param replaced what it corrects */
    record Found(Open open, Expense expense, @Nullable Expense replaced) {

        String address() {
            return open.base() + "/" + expense.id();
        }

        /** Cents by line that what it corrects gives back, once replaced. */
        Map<UUID, Long> freed() {
            Map<UUID, Long> freed = new HashMap<>();
            if (replaced != null && replaced.state().effective()) {
                replaced.invoice().parts().forEach(part -> freed.merge(part.line(), part.cents(), Long::sum));
            }
            return freed;
        }
    }
}

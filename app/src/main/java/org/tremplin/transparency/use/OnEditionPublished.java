package org.tremplin.transparency.use;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.campaign.Amended;
import org.tremplin.campaign.Amendments;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.CampaignPublished;
import org.tremplin.campaign.Plan;
import org.tremplin.money.Money;
import org.tremplin.platform.event.OnBatch;
import org.tremplin.transparency.journal.Commitment;
import org.tremplin.transparency.journal.Journals;
import org.tremplin.transparency.journal.LeafKind;
import org.tremplin.transparency.journal.NewLeaf;
import org.tremplin.transparency.journal.Source;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes what an amendment changes of the amounts asked: a leaf for each line, by how much, and beside it the amounts
 * before and after, the reason and the role of who published it. Other terms make one leaf without an amount.
 */
@Component
@Order(1)
class OnEditionPublished implements OnBatch<CampaignPublished> {

    private static final String SOURCE = "edition";

    private final Amendments amendments;
    private final Associations associations;
    private final Journals journals;

    OnEditionPublished(Amendments amendments, Associations associations, Journals journals) {
        this.amendments = amendments;
        this.associations = associations;
        this.journals = journals;
    }

    @Override
    public String name() {
        return "transparency.use.budget";
    }

    @Override
    public Class<CampaignPublished> hears() {
        return CampaignPublished.class;
    }

    @Override
    public Mono<Void> handle(List<CampaignPublished> facts) {
        return Flux.fromIterable(facts)
                .filter(fact -> fact.edition() > 1)
                .concatMap(this::leaves)
                .collectList()
                .flatMap(all ->
                        journals.append(all.stream().flatMap(List::stream).toList()));
    }

    private Mono<List<NewLeaf>> leaves(CampaignPublished fact) {
        return associations
                .find(new AssociationId(fact.association()))
                .flatMap(association -> amendments
                        .of(new CampaignId(fact.campaign()))
                        .flatMapIterable(changes -> changes)
                        .filter(change -> change.number() == fact.edition())
                        .next()
                        .map(change -> leaves(fact.campaign(), change, association.day(change.at()))));
    }

    private static List<NewLeaf> leaves(UUID campaign, Amended change, LocalDate day) {
        Map<UUID, Long> before = change.before().lines().stream()
                .collect(Collectors.toMap(Plan.BudgetLine::id, Plan.BudgetLine::askedCents, Long::sum));
        List<Commitment> why = List.of(Commitment.to("reason", change.reason()), Commitment.to("role", change.role()));
        List<NewLeaf> leaves = new ArrayList<>();
        for (Plan.BudgetLine line : change.after().lines()) {
            long asked = before.getOrDefault(line.id(), 0L);
            if (line.askedCents() != asked) {
                List<Commitment> texts = new ArrayList<>(why);
                texts.add(Commitment.to("before", Long.toString(asked)));
                texts.add(Commitment.to("after", Long.toString(line.askedCents())));
                leaves.add(leaf(campaign, change, day, "line-" + leaves.size())
                        .amount(Money.euros(line.askedCents() - asked))
                        .line(line.id())
                        .commitments(texts));
            }
        }
        return leaves.isEmpty() ? List.of(leaf(campaign, change, day, "terms").commitments(why)) : leaves;
    }

    private static NewLeaf leaf(UUID campaign, Amended change, LocalDate day, String purpose) {
        return NewLeaf.of(
                campaign, new Source(SOURCE, campaign, change.number() + "-" + purpose), LeafKind.BUDGET, day);
    }
}

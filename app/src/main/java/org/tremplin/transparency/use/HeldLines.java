package org.tremplin.transparency.use;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.donation.LineQuestions;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.UseOfFunds;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks once more at what is left when an expense is approved. Between entry and approval a donor may have let a gift go
 * to another line, or another expense may have been approved: nobody who typed or read it saw that.
 */
@Component
class HeldLines {

    private final LineQuestions questions;
    private final Campaigns campaigns;
    private final UseOfFunds funds;
    private final Expenses expenses;

    HeldLines(LineQuestions questions, Campaigns campaigns, UseOfFunds funds, Expenses expenses) {
        this.questions = questions;
        this.campaigns = campaigns;
        this.funds = funds;
        this.expenses = expenses;
    }

    /**
     * Holds its lines until the caller's transaction ends: no money leaves them, and no other expense is approved on them.
     *
     * @param replaced what it corrects
     * @return whether it overspends none of them, or says why
     */
    Mono<Boolean> suffice(Expense expense, @Nullable Expense replaced) {
        Expense.Invoice invoice = expense.invoice();
        return questions
                .hold(invoice.parts().stream().map(Expense.Part::line).toList())
                .then(Mono.defer(
                        () -> invoice.parts().isEmpty() || !invoice.overReason().isEmpty()
                                ? Mono.just(true)
                                : money(expense, replaced).map(money -> !money.overspends(invoice.parts()))));
    }

    private Mono<LineMoney> money(Expense expense, @Nullable Expense replaced) {
        return Flux.fromIterable(expense.campaigns())
                .concatMap(id -> campaigns.findPublished(new CampaignId(id)))
                .collectList()
                .flatMap(published -> funds.of(published).collectList())
                .zipWith(freed(expense, replaced))
                .map(read -> new LineMoney(read.getT1(), read.getT2()));
    }

    /** Only on its own side: what other resources paid or were to pay gives gifts nothing back. */
    private Mono<Map<UUID, Long>> freed(Expense expense, @Nullable Expense replaced) {
        boolean ofGifts = expense.invoice().parts().get(0).publicGenerosity();
        Map<UUID, Long> freed = new HashMap<>();
        if (replaced != null) {
            replaced.invoice().parts().stream()
                    .filter(part -> part.publicGenerosity() == ofGifts)
                    .forEach(part -> freed.merge(part.line(), part.cents(), Long::sum));
        }
        UUID commitment = expense.invoice().commitment();
        return commitment == null
                ? Mono.just(freed)
                : expenses.remaining(expense.association(), commitment, ofGifts).map(left -> {
                    left.forEach((line, cents) -> freed.merge(line, cents, Long::sum));
                    return freed;
                });
    }
}

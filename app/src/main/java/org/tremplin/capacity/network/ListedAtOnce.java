package org.tremplin.capacity.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.PartnerListing;
import org.tremplin.capacity.Tie;
import org.tremplin.capacity.Ties;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A whole list with its pairs, written as the pages would. */
@Component
class ListedAtOnce implements PartnerListing {

    private final Partners partners;
    private final TransactionalOperator transaction;

    ListedAtOnce(Partners partners, TransactionalOperator transaction) {
        this.partners = partners;
        this.transaction = transaction;
    }

    @Override
    public Mono<Void> list(AssociationId association, List<Named> named, Ties ties) {
        return partners.all(association)
                .hasElements()
                .filter(listed -> !listed)
                .flatMap(none -> Flux.fromIterable(named)
                        .concatMap(one -> partners.add(association, form(one)))
                        .collectList()
                        .flatMap(ids -> partners.answer(association, pairs(ids, ties))))
                .as(transaction::transactional);
    }

    private static PartnerForm form(Named one) {
        return new PartnerForm(
                one.name(),
                one.partner().type().name(),
                one.partner().reach().name(),
                one.partner().brings(),
                "",
                "",
                "");
    }

    private static Map<Pair, Pair.Answer> pairs(List<UUID> ids, Ties ties) {
        Map<Pair, Pair.Answer> pairs = new HashMap<>();
        put(pairs, ids, ties.yes(), Pair.Answer.YES);
        put(pairs, ids, ties.no(), Pair.Answer.NO);
        return pairs;
    }

    private static void put(Map<Pair, Pair.Answer> pairs, List<UUID> ids, Set<Tie> ties, Pair.Answer answer) {
        ties.forEach(tie -> pairs.put(new Pair(ids.get(tie.one() - 1), ids.get(tie.other() - 1)), answer));
    }
}

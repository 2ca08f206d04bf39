package org.tremplin.capacity.network;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.PartnerNetwork;
import org.tremplin.capacity.Tie;
import org.tremplin.capacity.Ties;

/** The partners of one association in the order they were named, and what is known of their pairs. */
record Circle(List<NamedPartner> partners, Map<Pair, Pair.Answer> answers) {

    Circle {
        partners = List.copyOf(partners);
        answers = Map.copyOf(answers);
    }

    Pair.@Nullable Answer between(NamedPartner one, NamedPartner other) {
        return answers.get(new Pair(one.id(), other.id()));
    }

    /** As the engine sees it: without names. */
    PartnerNetwork nameless() {
        Set<Tie> yes = new HashSet<>();
        Set<Tie> no = new HashSet<>();
        for (int one = 0; one < partners.size(); one++) {
            for (int other = one + 1; other < partners.size(); other++) {
                Pair.Answer answer = between(partners.get(one), partners.get(other));
                if (answer == Pair.Answer.YES) {
                    yes.add(new Tie(one + 1, other + 1));
                } else if (answer == Pair.Answer.NO) {
                    no.add(new Tie(one + 1, other + 1));
                }
            }
        }
        return new PartnerNetwork(partners.stream().map(NamedPartner::nameless).toList(), new Ties(yes, no));
    }
}

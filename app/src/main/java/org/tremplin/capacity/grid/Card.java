package org.tremplin.capacity.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Component;

/**
 * A piece of advice.
 *
 * @param component whose lever it moves; none for advice that moves no figure
 * @param effort 1 under a day, 2 days, 3 weeks; none when nothing is to be done
 * @param first its place before all others; none for most
 * @param obstacle id of the obstacle it answers
 * @param campaign whether it goes first among equals
 * @param when rows of conditions: it is triggered when every condition of some row holds
 * @param gapAlone told instead of the gap while no partner is named: what is not known is no gap; none for most
 * @param risk of doing nothing, as a question; may be empty
 * @param sources ids
 * @param helpers ids
 */
public record Card(
        String id,
        @Nullable Component component,
        @Nullable Integer effort,
        @Nullable Integer first,
        @Nullable String obstacle,
        boolean campaign,
        List<List<Condition>> when,
        Words action,
        Words gap,
        @Nullable Words gapAlone,
        Words why,
        Words risk,
        List<String> sources,
        List<String> helpers) {

    public Card {
        when = when.stream().map(List::copyOf).toList();
        sources = List.copyOf(sources);
        helpers = List.copyOf(helpers);
    }

    /** Whether something is to be done; not where all that is needed is there. */
    public boolean asksForSomething() {
        return effort != null;
    }
}

package org.tremplin.capacity.grid;

import java.util.List;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Component;

/**
 * What weighs how much in a campaign of a type; the sum is 100.
 *
 * @param weights in the order of {@link Component}
 */
public record TypeWeights(CampaignType type, List<Integer> weights, Words name, Words why) {

    public TypeWeights {
        weights = List.copyOf(weights);
    }

    public int of(Component component) {
        return weights.get(component.ordinal());
    }
}

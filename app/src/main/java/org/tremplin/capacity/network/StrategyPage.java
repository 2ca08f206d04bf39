package org.tremplin.capacity.network;

import java.util.List;
import java.util.UUID;

/**
 * Our partnerships on one page: whom we keep, whom we look at again, whom we leave, and what we seek.
 *
 * @param on the day it was made
 * @param seek what nobody brings, or one partner alone
 */
record StrategyPage(String base, String association, String on, List<Group> groups, List<String> seek, int partners) {

    /** @param decision code of its title */
    record Group(String decision, List<Row> rows) {}

    record Row(
            UUID id,
            String name,
            String type,
            String brings,
            String gain,
            String costs,
            String cost,
            String substitute,
            String review) {}
}

package org.tremplin.capacity.network;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The list of partners.
 *
 * @param base address of the list
 * @param room how many more it holds
 * @param express how many the short diagnosis asks for
 * @param pairs that are asked, of which so many are answered
 * @param removed one that can still be brought back
 */
record PartnersPage(
        String base,
        List<Row> rows,
        int room,
        int most,
        int express,
        int pairs,
        int answered,
        @Nullable Removed removed,
        boolean full) {

    public int count() {
        return rows.size();
    }

    record Row(
            int number,
            UUID id,
            String name,
            String type,
            String reach,
            String brings,
            String exchange,
            String rhythm,
            String useful,
            String decision) {}

    record Removed(UUID id, String name) {}
}

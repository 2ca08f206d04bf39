package org.tremplin.capacity;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.tremplin.association.AssociationId;
import reactor.core.publisher.Mono;

/** Returns experience without the pages: the sample data takes this way. */
public interface Returning {

    /** Tells it, and accepts it as who runs the instance would. Nothing is done where the campaign told something. */
    Mono<Void> tell(AssociationId association, UUID campaign, YearMonth ended, UUID person, Returned told);

    /**
     * Three answers, in French.
     *
     * @param items of the diagnosis
     * @param template of campaigns
     */
    record Returned(String helped, String otherwise, String advice, List<String> items, String template) {

        public Returned {
            items = List.copyOf(items);
        }
    }
}

package org.tremplin.capacity;

import java.util.List;
import java.util.Set;
import org.tremplin.association.AssociationId;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** The cards of the diagnosis for pages outside its module. */
public interface Advising {

    /**
     * What to do now for a campaign, and what the association answered to that before; nothing when the answers cannot be
     * scored.
     *
     * @param gates numbers of those that are shut
     * @param obstacles whether this reader sees cards that tell what weighs on people
     */
    Mono<Advised.Steps> steps(
            AssociationId association,
            Assessed assessed,
            Preparation preparation,
            List<Integer> gates,
            boolean obstacles,
            Language language);

    /** Ids of the cards that the association said are done, or not for it. */
    Mono<Set<String>> answered(AssociationId association);

    /** Sheets of the resource centre for this card; maybe none. */
    List<Advised.Sheet> sheets(String card, Language language);
}

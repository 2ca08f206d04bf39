package org.tremplin.association;

import java.util.Collection;
import reactor.core.publisher.Flux;

/**
 * A source of acts that wait for a person. A module above implements it as a bean; the mails of
 * {@code association.awaited} and the front page of the workspace read them all through {@link Awaiting}.
 */
public interface AwaitedActs {

    /**
     * What waits now, in no order, by one query whatever the number of associations.
     *
     * @param most of all together; what is beyond waits for its turn
     */
    Flux<AwaitedAct> awaited(Collection<AssociationId> associations, int most);
}

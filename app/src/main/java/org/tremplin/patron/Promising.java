package org.tremplin.patron;

import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Promises of firms, without the pages on which they are made: the sample data takes this way. */
public interface Promising {

    /**
     * Proposes a promise and has both sides accept it; one of this address to this campaign that is there already stays.
     *
     * @param campaign slug of an open campaign
     * @param fields what the form would send
     * @param by who accepts for the association
     * @return an error when the form would have been refused
     */
    Mono<Void> agree(String campaign, Map<String, String> fields, UUID by);

    /** The transfer of this instalment, from 1, came today, whole; one that came before changes nothing. */
    Mono<Void> receive(String campaign, String email, int instalment, UUID by);
}

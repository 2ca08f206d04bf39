package org.tremplin.transparency.journal;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** What the journal asks at the door of gifts. */
interface SettledGifts {

    /** The settled ones among these, in no order. */
    Flux<SettledGift> findAll(Collection<UUID> donations);
}

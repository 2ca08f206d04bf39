package org.tremplin.transparency;

import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * A public journal as cheats would hand it out, so that a visitor of the demonstration can catch them. Nothing of it is
 * stored, and the key of the instance signs none of it. Empty where there is no such entry, or the journal is too long
 * to be an example.
 */
public interface ForgedJournals {

    /** One figure typed over in the file: the first expense of this many cents. */
    Mono<String> typedOver(UUID campaign, long cents);

    /** A gift made ten times smaller, every fingerprint and the checkpoint made anew with another key. */
    Mono<String> signedAgain(UUID campaign, UUID donation);
}

package org.tremplin.transparency;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The public journals, as pages of other modules show them. */
public interface PublicJournals {

    /** The head of a campaign's journal as it is now; empty as long as nothing stands in it. */
    Mono<JournalHead> head(UUID campaign);

    /** The first head that was signed at this instant or later: what a mail of that moment holds. Else the present one. */
    Mono<JournalHead> headSince(UUID campaign, Instant moment);

    /** What proves that a settled gift stands in the journal; empty until it does. */
    Mono<Inclusion> inclusion(UUID campaign, UUID donation);
}

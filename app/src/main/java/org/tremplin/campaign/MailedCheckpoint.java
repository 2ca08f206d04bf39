package org.tremplin.campaign;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * What a news mail carries of a campaign's public journal, so that those who read it are its witnesses. The journal is
 * above: it implements this.
 */
public interface MailedCheckpoint {

    /** Lines to show as they are; empty when there is nothing to witness yet. */
    Mono<List<String>> of(UUID campaign);
}

package org.tremplin.transparency.journal;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.notification.Enclosure;
import org.tremplin.transparency.JournalHead;
import reactor.core.publisher.Mono;

/**
 * The head of a campaign's journal in the mails about it, signed as they leave: whoever keeps one can later show that the
 * journal was changed. No mail waits for it: one that leaves while nothing can be signed leaves without.
 */
@Component
class HeadInMails implements Enclosure {

    private final Heads heads;

    HeadInMails(Heads heads) {
        this.heads = heads;
    }

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public Mono<String> about(UUID campaign) {
        // why nothing is signed was told as an alarm
        return heads.of(campaign)
                .map(JournalHead::note)
                .onErrorResume(IllegalStateException.class, untold -> Mono.empty());
    }
}

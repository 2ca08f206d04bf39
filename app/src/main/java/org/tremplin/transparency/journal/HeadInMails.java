package org.tremplin.transparency.journal;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.notification.Enclosure;
import org.tremplin.transparency.JournalHead;
import org.tremplin.transparency.PublicJournals;
import reactor.core.publisher.Mono;

/**
 * The head of a campaign's journal in the mails about it, signed as they leave: whoever keeps one can later show that the
 * journal was changed. No mail waits for it: one that leaves while nothing can be signed leaves without.
 */
@Component
class HeadInMails implements Enclosure {

    private final PublicJournals journals;

    HeadInMails(PublicJournals journals) {
        this.journals = journals;
    }

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public Mono<String> about(UUID campaign) {
        return note(journals.head(campaign));
    }

    @Override
    public Mono<String> since(UUID campaign, Instant moment) {
        return note(journals.headSince(campaign, moment));
    }

    /** Why nothing is signed was told as an alarm. */
    private static Mono<String> note(Mono<JournalHead> head) {
        return head.map(JournalHead::note).onErrorResume(IllegalStateException.class, untold -> Mono.empty());
    }
}

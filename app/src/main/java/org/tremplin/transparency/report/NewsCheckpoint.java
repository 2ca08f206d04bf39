package org.tremplin.transparency.report;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.MailedCheckpoint;
import org.tremplin.transparency.PublicJournals;
import reactor.core.publisher.Mono;

/** Puts the head of the journal into mails of news, so that those who keep them are its witnesses. */
@Component
class NewsCheckpoint implements MailedCheckpoint {

    private final PublicJournals journals;

    NewsCheckpoint(PublicJournals journals) {
        this.journals = journals;
    }

    @Override
    public Mono<List<String>> of(UUID campaign) {
        return journals.head(campaign).map(head -> head.note().lines().toList()).defaultIfEmpty(List.of());
    }
}

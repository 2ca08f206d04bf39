package org.tremplin.campaign.follow;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tremplin.association.Associations;
import reactor.core.publisher.Mono;

/** Publishes what was written ahead when its hour comes. Safe on several instances: only one moves each on. */
@Component
class PublishScheduled {

    private static final Logger log = LoggerFactory.getLogger(PublishScheduled.class);
    private static final int BATCH = 100;

    private final Updates updates;
    private final Newsroom newsroom;
    private final Associations associations;

    PublishScheduled(Updates updates, Newsroom newsroom, Associations associations) {
        this.updates = updates;
        this.newsroom = newsroom;
        this.associations = associations;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    Mono<Void> look() {
        return publish().then().onErrorResume(failure -> {
            log.warn("Updates wait to be published: {}", failure.toString());
            return Mono.empty();
        });
    }

    /** @return how many became public */
    Mono<Long> publish() {
        return updates.due(BATCH)
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(due -> associations
                        .find(due.association())
                        .flatMap(association -> newsroom.publish(due.update(), association)))
                .filter(published -> published)
                .count();
    }
}

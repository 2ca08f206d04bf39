package org.tremplin.campaign.vote;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Associations;
import org.tremplin.notification.Mails;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reminds once, in the morning, whoever has not answered. The mark and the mails are one transaction. */
@Component
class VoteReminders {

    private static final Logger log = LoggerFactory.getLogger(VoteReminders.class);
    private static final int BATCH = 20;

    private final Votes votes;
    private final VoteMails letters;
    private final Associations associations;
    private final Mails mails;
    private final TransactionalOperator transaction;

    VoteReminders(
            Votes votes, VoteMails letters, Associations associations, Mails mails, TransactionalOperator transaction) {
        this.votes = votes;
        this.letters = letters;
        this.associations = associations;
        this.mails = mails;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    Mono<Void> look() {
        return remind().then().onErrorResume(failure -> {
            log.warn("Reminders of votes wait: {}", failure.toString());
            return Mono.empty();
        });
    }

    /** @return votes that were reminded of */
    Mono<Long> remind() {
        return votes.remind(BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(vote -> remind(vote).thenReturn(vote))
                .count()
                .as(transaction::transactional);
    }

    private Mono<Void> remind(BoardVote vote) {
        return associations
                .find(vote.association())
                .zipWith(votes.voters(vote.id()))
                .flatMap(both -> {
                    List<Voter> silent = both.getT2().stream()
                            .filter(voter -> voter.answer() == null && voter.token() != null)
                            .toList();
                    return mails.queue(silent.stream()
                            .map(voter -> letters.reminder(vote, voter, both.getT1()))
                            .toList());
                });
    }
}

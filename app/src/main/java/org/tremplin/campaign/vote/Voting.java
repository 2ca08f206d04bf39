package org.tremplin.campaign.vote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Plan;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Opens votes, takes answers, counts. */
@Component
class Voting {

    /** Of one association within a day: nobody's mailbox is flooded. */
    private static final int DAILY = 5;

    /** Addresses without account, of one association within a day: whoever may be written to. */
    static final int DAILY_TYPED = 30;

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** A week or so leaves time for a reminder two days before its end. */
    private static final int LONG = 6;

    private final Votes votes;
    private final VoteMails letters;
    private final Mails mails;
    private final TransactionalOperator transaction;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Voting(
            Votes votes,
            VoteMails letters,
            Mails mails,
            TransactionalOperator transaction,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.votes = votes;
        this.letters = letters;
        this.mails = mails;
        this.transaction = transaction;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What keeps a draft from being voted on: a board decides on a goal and on a budget that is whole. */
    static boolean ready(Plan plan) {
        return !plan.title().isBlank() && plan.goalCents() > 0 && plan.balanced();
    }

    /** @param form checked @param typed addresses without account @param language of who asks, for those addresses */
    Mono<Opening> open(
            Association association,
            CampaignId campaign,
            Plan plan,
            VoteForm form,
            List<Board.Seat> seats,
            Language language) {
        List<Board.Seat> asked = form.asked(seats);
        List<String> typed = form.typedAddresses(asked);
        Instant now = clock.instant();
        LocalDate last = association.day(now).plusDays(form.days());
        Ballot ballot = Ballot.of(plan);
        BoardVote vote = new BoardVote(
                ids.next(),
                campaign.value(),
                association.id(),
                ballot,
                ballot.fingerprint(),
                asked.size() + typed.size(),
                form.least(),
                now,
                last.plusDays(1).atStartOfDay(association.zone()).toInstant(),
                null,
                null,
                new Count(0, 0, 0));
        Instant remindAt = last.minusDays(form.days() >= LONG ? 2 : form.days() > 1 ? 1 : 0)
                .atTime(MORNING)
                .atZone(association.zone())
                .toInstant();
        List<Voter> voters = Stream.concat(
                        asked.stream().map(seat -> member(vote, seat)),
                        typed.stream().map(address -> typed(vote, address, language)))
                .toList();
        List<Mail> letter = voters.stream()
                .map(voter -> letters.asked(vote, voter, association))
                .toList();
        return votes.openedSince(association.id(), now.minus(Duration.ofDays(1)))
                .flatMap(today -> today.votes() >= DAILY
                        ? Mono.just(Opening.TOO_MANY)
                        : today.typed() + typed.size() > DAILY_TYPED
                                ? Mono.just(Opening.TOO_MANY_TYPED)
                                : votes.insert(vote, remindAt)
                                        .thenMany(Flux.fromIterable(voters).concatMap(votes::insert))
                                        .then(mails.queue(letter))
                                        .then(audit.note(
                                                "campaign.vote-opened",
                                                association.id().value(),
                                                vote.id()))
                                        .thenReturn(Opening.DONE))
                .as(transaction::transactional)
                .onErrorReturn(DuplicateKeyException.class, Opening.ONE_IS_OPEN);
    }

    /** The last answer counts; false when the vote takes none any more. */
    Mono<Boolean> answer(Voter voter, Answer answer, String words) {
        return votes.holdOpen(voter.vote())
                .flatMap(open -> votes.answer(voter, answer, answer == Answer.CHANGE ? words : "")
                        .thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    /** Counts; empty when there is no such open vote, or it may not end yet. */
    Mono<Outcome> close(Association association, CampaignId campaign, UUID id) {
        return votes.lock(campaign, id)
                .flatMap(vote -> votes.voters(id).flatMap(voters -> {
                    Count count = Count.of(answers(voters));
                    return vote.canClose(clock.instant(), count.answers())
                            ? end(association, vote, count.outcome(vote.least()), count)
                            : Mono.empty();
                }))
                .as(transaction::transactional);
    }

    /** Ends it with no decision; what was answered is not counted. Empty when there is no such open vote. */
    Mono<Outcome> withdraw(Association association, CampaignId campaign, UUID id) {
        return votes.lock(campaign, id)
                .flatMap(vote -> end(association, vote, Outcome.WITHDRAWN, new Count(0, 0, 0)))
                .as(transaction::transactional);
    }

    private Mono<Outcome> end(Association association, BoardVote vote, Outcome outcome, Count count) {
        String act = outcome == Outcome.WITHDRAWN ? "campaign.vote-withdrawn" : "campaign.vote-closed";
        return votes.end(vote, outcome, count)
                .then(audit.note(act, association.id().value(), vote.id()))
                .thenReturn(outcome);
    }

    static List<Answer> answers(List<Voter> voters) {
        return voters.stream().map(Voter::answer).flatMap(Stream::ofNullable).toList();
    }

    private Voter member(BoardVote vote, Board.Seat seat) {
        return new Voter(
                ids.next(),
                vote.id(),
                seat.person().id(),
                seat.role().name(),
                seat.person().email(),
                Language.ofCode(seat.person().language()),
                Tokens.random(),
                null,
                "",
                null);
    }

    private Voter typed(BoardVote vote, String address, Language language) {
        return new Voter(ids.next(), vote.id(), null, "", address, language, Tokens.random(), null, "", null);
    }

    enum Opening {
        DONE,
        ONE_IS_OPEN,
        /** The day's limit. */
        TOO_MANY,
        /** The day's limit of addresses without account. */
        TOO_MANY_TYPED
    }
}

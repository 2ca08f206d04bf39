package org.tremplin.campaign.vote;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** The personal page behind a mailed link: opening it changes nothing, for mail scanners open links; the form answers. */
@Controller
class BallotController {

    private static final int LONGEST = 600;

    private final Votes votes;
    private final Voting voting;
    private final VoteData data;
    private final Associations associations;
    private final Clock clock;

    BallotController(Votes votes, Voting voting, VoteData data, Associations associations, Clock clock) {
        this.votes = votes;
        this.voting = voting;
        this.data = data;
        this.associations = associations;
        this.clock = clock;
    }

    @GetMapping("/vote/{token}")
    Mono<Rendering> show(
            @PathVariable("token") String token,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            ServerWebExchange exchange) {
        return found(token)
                .map(found -> view(
                        found,
                        name(found.voter().answer()),
                        found.voter().words(),
                        done != null,
                        new Problems(),
                        HttpStatus.OK,
                        exchange))
                .switchIfEmpty(Mono.fromSupplier(BallotController::unknown));
    }

    /** {@code reponse}: a name of {@link Answer}; {@code phrase}: what to change. */
    @PostMapping("/vote/{token}")
    Mono<Rendering> answer(@PathVariable("token") String token, ServerWebExchange exchange) {
        return Mono.zip(found(token), Typed.in(exchange))
                .flatMap(both -> answer(
                        both.getT1(), both.getT2().line("reponse"), both.getT2().text("phrase"), exchange))
                .switchIfEmpty(Mono.fromSupplier(BallotController::unknown));
    }

    private Mono<Rendering> answer(Found found, String typed, String words, ServerWebExchange exchange) {
        Optional<Answer> answer = Arrays.stream(Answer.values())
                .filter(one -> one.name().equals(typed))
                .findFirst();
        Problems problems = new Problems();
        if (answer.isEmpty()) {
            problems.add("reponse", "vote.answer.none");
        } else if (answer.get() == Answer.CHANGE && words.isEmpty()) {
            problems.add("phrase", "vote.answer.words");
        }
        if (words.length() > LONGEST) {
            problems.add("phrase", "papers.long", LONGEST, words.length());
        }
        if (!problems.none() && found.vote().takes(clock.instant())) {
            return Mono.just(view(found, typed, words, false, problems, HttpStatus.UNPROCESSABLE_ENTITY, exchange));
        }
        Mono<Boolean> taken =
                answer.map(one -> voting.answer(found.voter(), one, words)).orElseGet(() -> Mono.just(false));
        return taken.flatMap(done -> done
                ? Mono.just(SeeOther.to(Language.of(exchange).to(found.voter().page()) + "?fait=oui"))
                : found(String.valueOf(found.voter().token()))
                        .map(late -> view(late, "", words, false, new Problems(), HttpStatus.CONFLICT, exchange)));
    }

    /** An address that somebody else typed: gone at once. */
    @PostMapping("/vote/{token}/retrait")
    Mono<Rendering> forget(@PathVariable("token") String token) {
        return found(token)
                .filter(found -> found.voter().typed())
                .flatMap(found -> data.forget(found.voter().id()).thenReturn(over(true)))
                .switchIfEmpty(Mono.fromSupplier(BallotController::unknown));
    }

    private Mono<Found> found(String token) {
        return votes.voter(token)
                .flatMap(voter -> votes.find(voter.vote())
                        .flatMap(vote -> associations
                                .find(vote.association())
                                .map(association -> new Found(voter, vote, association))));
    }

    private Rendering view(
            Found found,
            String answer,
            String words,
            boolean done,
            Problems problems,
            HttpStatus status,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        BoardVote vote = found.vote();
        return Rendering.view("campaign/vote")
                .modelAttribute(
                        "page",
                        new BallotPage(
                                found.voter().page(),
                                found.association().name(),
                                VotePage.Asked.of(vote.ballot(), vote.fingerprint(), locale),
                                DayText.text(vote.lastDay(found.association().zone()), locale),
                                vote.takes(clock.instant()),
                                name(vote.outcome()).toLowerCase(Locale.ROOT),
                                answer,
                                words,
                                status == HttpStatus.CONFLICT ? words : "",
                                done,
                                found.voter().typed()))
                .modelAttribute("problems", problems)
                // the address of the page is the key
                .header("Referrer-Policy", "no-referrer")
                .status(status)
                .build();
    }

    private static String name(@Nullable Enum<?> one) {
        return one == null ? "" : one.name();
    }

    private static Rendering unknown() {
        return over(false);
    }

    private static Rendering over(boolean forgotten) {
        return Rendering.view("campaign/vote-over")
                .modelAttribute("forgotten", forgotten)
                .status(forgotten ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .build();
    }

    private record Found(Voter voter, BoardVote vote, Association association) {}

    /**
     * @param takes whether an answer is still taken
     * @param outcome once counted
     * @param late words that came too late, to be copied
     * @param typed somebody without account
     */
    record BallotPage(
            String address,
            String association,
            VotePage.Asked asked,
            String until,
            boolean takes,
            String outcome,
            String answer,
            String words,
            String late,
            boolean done,
            boolean typed) {}
}

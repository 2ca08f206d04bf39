package org.tremplin.campaign.vote;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.design.Desk;
import org.tremplin.platform.paper.Press;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Mono;

/** The minutes of a vote that was counted, as a page and as a paper. */
@Controller
class MinutesController {

    private final Desk desk;
    private final Votes votes;
    private final Board board;
    private final Press press;
    private final MessageSource messages;
    private final Clock clock;

    MinutesController(Desk desk, Votes votes, Board board, Press press, MessageSource messages, Clock clock) {
        this.desk = desk;
        this.votes = votes;
        this.board = board;
        this.press = press;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/espace/{association}/c/{id}/vote/{vote}")
    Mono<Rendering> show(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            @PathVariable("vote") UUID vote,
            ServerWebExchange exchange) {
        return minutes(association, id, vote, Language.of(exchange).locale())
                .map(page -> Rendering.view("campaign/vote-minutes")
                        .modelAttribute("page", page)
                        .build());
    }

    @GetMapping("/espace/{association}/c/{id}/vote/{vote}/compte-rendu.pdf")
    Mono<ResponseEntity<byte[]>> paper(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            @PathVariable("vote") UUID vote,
            ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return minutes(association, id, vote, language.locale())
                .flatMap(page -> press.download("compte-rendu.pdf", new MinutesPaper(messages, language).of(page)));
    }

    /** 404 while it is not counted: what was answered so far would be told. */
    private Mono<VotePage.Minutes> minutes(String association, UUID id, UUID vote, Locale locale) {
        return desk.open(association, id)
                .flatMap(open -> votes.find(open.campaign(), vote)
                        .filter(found -> found.closedAt() != null)
                        .zipWith(votes.voters(vote))
                        .flatMap(both -> board.named(both.getT2())
                                .map(people -> new VotePage.Minutes(
                                        open.home(),
                                        open.association().name(),
                                        VotePage.Brief.of(
                                                both.getT1(),
                                                0,
                                                open.draft().plan(),
                                                open.association(),
                                                clock.instant(),
                                                locale),
                                        VotePage.Asked.of(
                                                both.getT1().ballot(),
                                                both.getT1().fingerprint(),
                                                locale),
                                        VotePage.Asker.of(both.getT2(), people),
                                        words(both.getT1(), both.getT2())))))
                .switchIfEmpty(NotFound.page());
    }

    /** In the order of the alphabet, which tells nobody who wrote what. */
    private static List<String> words(BoardVote vote, List<Voter> voters) {
        return vote.outcome() == Outcome.WITHDRAWN
                ? List.of()
                : voters.stream()
                        .map(Voter::words)
                        .filter(Predicate.not(String::isEmpty))
                        .sorted()
                        .toList();
    }
}

package org.tremplin.campaign.vote;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Role;
import org.tremplin.campaign.design.Desk;
import org.tremplin.notification.Mails;
import org.tremplin.platform.security.RoleLookup;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Where the president asks the board, and every member sees how it stands. */
@Controller
class VoteController {

    private final Desk desk;
    private final Voting voting;
    private final Votes votes;
    private final Board board;
    private final Mails mails;
    private final RoleLookup roles;
    private final Clock clock;

    VoteController(Desk desk, Voting voting, Votes votes, Board board, Mails mails, RoleLookup roles, Clock clock) {
        this.desk = desk;
        this.voting = voting;
        this.votes = votes;
        this.board = board;
        this.mails = mails;
        this.roles = roles;
        this.clock = clock;
    }

    @GetMapping("/espace/{association}/c/{id}/vote")
    Mono<Rendering> show(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            SignedInPerson person,
            ServerWebExchange exchange) {
        return Mono.zip(desk.open(association, id), roles.roleOf(person.id(), association))
                .flatMap(both -> view(
                        both.getT1(),
                        both.getT2().equals(Role.PRESIDENT.name()),
                        Optional.empty(),
                        new Problems(),
                        HttpStatus.OK,
                        exchange));
    }

    /** Fields of {@link VoteForm}. */
    @PostMapping("/espace/{association}/c/{id}/vote")
    Mono<Rendering> ask(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            SignedInPerson person,
            ServerWebExchange exchange) {
        return Mono.zip(desk.open(association, id), Typed.in(exchange))
                .flatMap(both -> board.of(both.getT1().association().id())
                        .flatMap(seats ->
                                ask(both.getT1(), seats, VoteForm.read(both.getT2(), seats), person, exchange)));
    }

    private Mono<Rendering> ask(
            Desk.Open open, List<Board.Seat> seats, VoteForm form, SignedInPerson person, ServerWebExchange exchange) {
        Problems problems = form.check(seats, mails);
        if (!Voting.ready(open.draft().plan())) {
            problems.add("membres", "vote.form.unready");
        }
        if (!problems.none()) {
            return view(open, true, Optional.of(form), problems, HttpStatus.UNPROCESSABLE_ENTITY, exchange);
        }
        return voting.open(
                        open.association(),
                        open.campaign(),
                        open.draft().plan(),
                        form,
                        seats,
                        Language.ofCode(person.language()))
                .flatMap(opening -> switch (opening) {
                    case DONE -> Mono.just(SeeOther.to(open.home() + "/vote"));
                    case ONE_IS_OPEN ->
                        view(
                                open,
                                true,
                                Optional.of(form),
                                problems.add("membres", "vote.form.running"),
                                HttpStatus.CONFLICT,
                                exchange);
                    case TOO_MANY ->
                        view(
                                open,
                                true,
                                Optional.of(form),
                                problems.add("membres", "vote.form.often"),
                                HttpStatus.TOO_MANY_REQUESTS,
                                exchange);
                    case TOO_MANY_TYPED ->
                        view(
                                open,
                                true,
                                Optional.of(form),
                                problems.add("adresses", "vote.form.addresses.often", Voting.DAILY_TYPED),
                                HttpStatus.TOO_MANY_REQUESTS,
                                exchange);
                });
    }

    @PostMapping("/espace/{association}/c/{id}/vote/{vote}/cloture")
    Mono<Rendering> close(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            @PathVariable("vote") UUID vote) {
        return found(association, id, vote)
                .flatMap(open -> voting.close(open.association(), open.campaign(), vote)
                        .map(outcome -> SeeOther.to(open.home() + "/vote/" + vote))
                        .switchIfEmpty(Mono.fromSupplier(() -> SeeOther.to(open.home() + "/vote"))));
    }

    @PostMapping("/espace/{association}/c/{id}/vote/{vote}/retrait")
    Mono<Rendering> withdraw(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            @PathVariable("vote") UUID vote) {
        return found(association, id, vote)
                .flatMap(open -> voting.withdraw(open.association(), open.campaign(), vote)
                        .thenReturn(SeeOther.to(open.home() + "/vote")));
    }

    private Mono<Desk.Open> found(String association, UUID id, UUID vote) {
        return desk.open(association, id)
                .flatMap(open -> votes.find(open.campaign(), vote).map(known -> open))
                .switchIfEmpty(NotFound.page());
    }

    private Mono<Rendering> view(
            Desk.Open open,
            boolean mayAsk,
            Optional<VoteForm> typed,
            Problems problems,
            HttpStatus status,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return Mono.zip(votes.of(open.campaign()), board.of(open.association().id()))
                .flatMap(read -> {
                    Optional<BoardVote> running = read.getT1().stream()
                            .filter(vote -> vote.closedAt() == null)
                            .findFirst();
                    VoteForm form = typed.orElseGet(() -> VoteForm.proposed(read.getT2()));
                    return running.map(vote -> votes.voters(vote.id()))
                            .orElseGet(() -> Mono.just(List.of()))
                            .flatMap(voters -> board.named(voters)
                                    .map(people -> desk(
                                            open,
                                            mayAsk,
                                            read.getT1(),
                                            running,
                                            voters,
                                            VotePage.Asker.of(voters, people),
                                            seats(read.getT2(), form),
                                            locale)))
                            .map(page -> Rendering.view("campaign/vote-desk")
                                    .modelAttribute("page", page)
                                    .modelAttribute("form", form)
                                    .modelAttribute("problems", problems)
                                    .status(status)
                                    .build());
                });
    }

    private static List<VotePage.Seat> seats(List<Board.Seat> seats, VoteForm form) {
        return seats.stream().map(seat -> VotePage.Seat.of(seat, form)).toList();
    }

    private VotePage.Desk desk(
            Desk.Open open,
            boolean mayAsk,
            List<BoardVote> all,
            Optional<BoardVote> running,
            List<Voter> voters,
            List<VotePage.Asker> askers,
            List<VotePage.Seat> seats,
            Locale locale) {
        int answers = Voting.answers(voters).size();
        Ballot draft = Ballot.of(open.draft().plan());
        return new VotePage.Desk(
                open.home(),
                open.draft().plan().title(),
                running.map(vote -> brief(vote, answers, open, locale)).orElse(null),
                askers,
                running.filter(vote -> vote.canClose(clock.instant(), answers)).isPresent(),
                all.stream()
                        .filter(vote -> vote.closedAt() != null)
                        .map(vote -> brief(vote, 0, open, locale))
                        .toList(),
                VotePage.Asked.of(draft, draft.fingerprint(), locale),
                Voting.ready(open.draft().plan()),
                mayAsk,
                seats);
    }

    private VotePage.Brief brief(BoardVote vote, int answers, Desk.Open open, Locale locale) {
        return VotePage.Brief.of(vote, answers, open.draft().plan(), open.association(), clock.instant(), locale);
    }
}

package org.tremplin.patron.pledge;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** The patron's page behind a mailed link: opening it changes nothing, for mail scanners open links; a button answers. */
@Controller
class PatronPledgeController {

    private static final String PATH = "/mecenes/promesses/{token}";
    static final int LONGEST_WHY = 280;

    private final Pledges pledges;
    private final PledgePages pages;
    private final Accepting accepting;
    private final AgreementPaper paper;
    private final Ending ending;
    private final Paying paying;

    PatronPledgeController(
            Pledges pledges,
            PledgePages pages,
            Accepting accepting,
            Ending ending,
            AgreementPaper paper,
            Paying paying) {
        this.pledges = pledges;
        this.pages = pages;
        this.accepting = accepting;
        this.paper = paper;
        this.ending = ending;
        this.paying = paying;
    }

    @GetMapping(PATH)
    Mono<Rendering> show(
            @PathVariable("token") String token,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            ServerWebExchange exchange) {
        return found(token)
                .flatMap(pledge -> view(pledge, token, done != null, new Problems(), HttpStatus.OK, exchange));
    }

    @GetMapping(PATH + "/convention.pdf")
    Mono<ResponseEntity<byte[]>> agreement(@PathVariable("token") String token, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return found(token)
                .flatMap(pledge -> pages.page(pledge, "/mecenes/promesses/" + token, language))
                .flatMap(page -> paper.print(page, language));
    }

    /** No field: the button is the yes. */
    @PostMapping(PATH + "/accord")
    Mono<Rendering> accept(@PathVariable("token") String token, ServerWebExchange exchange) {
        return found(token)
                .flatMap(pledge -> accepting
                        .patron(pledge.id())
                        .flatMap(answered -> answered == Accepting.Answered.OVER
                                ? found(token)
                                        .flatMap(late ->
                                                view(late, token, false, new Problems(), HttpStatus.CONFLICT, exchange))
                                : Mono.just(back(token, exchange))));
    }

    /** {@code pourquoi}: one sentence, shown to the association; may be empty. */
    @PostMapping(PATH + "/retrait")
    Mono<Rendering> withdraw(@PathVariable("token") String token, ServerWebExchange exchange) {
        return Mono.zip(found(token), Typed.in(exchange)).flatMap(both -> {
            String why = both.getT2().line("pourquoi");
            return why.length() > LONGEST_WHY
                    ? view(
                            both.getT1(),
                            token,
                            false,
                            new Problems().add("pourquoi", "give.problem.long", LONGEST_WHY),
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            exchange)
                    : ending.withdraw(both.getT1().id(), why)
                            .flatMap(answered -> answered == Accepting.Answered.OVER
                                    ? found(token)
                                            .flatMap(now -> view(
                                                    now,
                                                    token,
                                                    false,
                                                    new Problems().add("versements", "pledge.withdraw.over"),
                                                    HttpStatus.CONFLICT,
                                                    exchange))
                                    : Mono.just(back(token, exchange)));
        });
    }

    /** {@code nomPublic} and {@code montantPublic}: as the agreement promises, she may change her mind at any time. */
    @PostMapping(PATH + "/public")
    Mono<Rendering> publish(@PathVariable("token") String token, ServerWebExchange exchange) {
        return Mono.zip(found(token), Typed.in(exchange)).flatMap(both -> {
            boolean name = both.getT2().on("nomPublic");
            boolean amount = both.getT2().on("montantPublic");
            return both.getT1().summed() && name && !amount
                    ? view(
                            both.getT1(),
                            token,
                            false,
                            new Problems().add("montantPublic", "pledge.public.told"),
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            exchange)
                    : pledges.publish(both.getT1(), name, amount).thenReturn(back(token, exchange));
        });
    }

    /** {@code moyen}: {@code carte} or {@code prelevement}; leads to the payment page of the gift it makes. */
    @PostMapping(PATH + "/versements/{number}")
    Mono<Rendering> pay(
            @PathVariable("token") String token, @PathVariable("number") int number, ServerWebExchange exchange) {
        return Mono.zip(found(token), Typed.in(exchange))
                .flatMap(both -> paying.online(
                                both.getT1(), number, both.getT2().line("moyen"), Language.of(exchange))
                        .map(address -> SeeOther.to(address.toString()))
                        .onErrorResume(
                                IllegalStateException.class,
                                refused -> view(
                                        both.getT1(),
                                        token,
                                        false,
                                        new Problems().add("versements", "pledge.pay.refused"),
                                        HttpStatus.CONFLICT,
                                        exchange)));
    }

    private Mono<Pledge> found(String token) {
        return pledges.byToken(token).switchIfEmpty(NotFound.page());
    }

    private static Rendering back(String token, ServerWebExchange exchange) {
        return SeeOther.to(Language.of(exchange).to("/mecenes/promesses/" + token) + "?fait=oui");
    }

    private Mono<Rendering> view(
            Pledge pledge,
            String token,
            boolean done,
            Problems problems,
            HttpStatus status,
            ServerWebExchange exchange) {
        return pages.page(pledge, "/mecenes/promesses/" + token, Language.of(exchange))
                .map(page -> Rendering.view("patron/pledge")
                        .modelAttribute("page", page)
                        .modelAttribute("done", done)
                        .modelAttribute("problems", problems)
                        // the address of the page is the key
                        .header("Referrer-Policy", "no-referrer")
                        .status(status)
                        .build());
    }
}

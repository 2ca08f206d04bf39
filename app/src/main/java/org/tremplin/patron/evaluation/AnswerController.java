package org.tremplin.patron.evaluation;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Associations;
import org.tremplin.campaign.Campaigns;
import org.tremplin.patron.evaluation.Asking.Said;
import org.tremplin.patron.evaluation.Threads.Conversation;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** The mailed link by which a member answers; it ends with their part in the association. Opening it changes nothing. */
@Controller
class AnswerController {

    private final Threads threads;
    private final Asking asking;
    private final Associations associations;
    private final Campaigns campaigns;

    AnswerController(Threads threads, Asking asking, Associations associations, Campaigns campaigns) {
        this.threads = threads;
        this.asking = asking;
        this.associations = associations;
        this.campaigns = campaigns;
    }

    @GetMapping("/reponse/{token}")
    Mono<Rendering> show(@PathVariable("token") String token, ServerWebExchange exchange) {
        boolean saved = exchange.getRequest().getQueryParams().containsKey("fait");
        return found(token)
                .flatMap(found -> view(token, found.thread(), "", new Problems(), HttpStatus.OK, saved))
                .switchIfEmpty(NotFound.page());
    }

    /** Field {@code question}: the answer. */
    @PostMapping("/reponse/{token}")
    Mono<Rendering> answer(@PathVariable("token") String token, ServerWebExchange exchange) {
        return found(token)
                .switchIfEmpty(NotFound.page())
                .zipWith(Typed.in(exchange))
                .flatMap(read -> {
                    Conversation thread = read.getT1().thread();
                    String words = read.getT2().text("question");
                    Problems problems = ProjectController.problems(words);
                    return problems.none()
                            ? asking.answer(thread, read.getT1().key().person(), words)
                                    .flatMap(said -> said == Said.YES
                                            ? Mono.just(SeeOther.to(
                                                    Language.of(exchange).to("/reponse/" + token) + "?fait=oui"))
                                            : refused(token, thread, words, new Problems().add("question", said.key())))
                            : refused(token, thread, words, problems);
                });
    }

    private Mono<Rendering> refused(String token, Conversation thread, String words, Problems problems) {
        return view(token, thread, words, problems, HttpStatus.UNPROCESSABLE_ENTITY, false);
    }

    private Mono<Found> found(String token) {
        return threads.byToken(token).flatMap(key -> asking.byToken(key).map(thread -> new Found(key, thread)));
    }

    private Mono<Rendering> view(
            String token, Conversation thread, String words, Problems problems, HttpStatus status, boolean saved) {
        return Mono.zip(
                        associations.find(thread.association()),
                        campaigns.findPublished(thread.campaign()),
                        threads.words(List.of(thread.id())).collectList())
                .map(read -> Rendering.view("patron/answer")
                        .modelAttribute(
                                "page",
                                new AnswerPage(
                                        "/reponse/" + token,
                                        read.getT2().campaign().slug(),
                                        read.getT2().plan().title(),
                                        thread.name(),
                                        ThreadPage.of(
                                                read.getT3(),
                                                thread.name(),
                                                read.getT1().name(),
                                                read.getT1().zone()),
                                        words,
                                        saved))
                        .modelAttribute("problems", problems)
                        // the address of the page is the key
                        .header("Referrer-Policy", "no-referrer")
                        .status(status)
                        .build());
    }

    private record Found(Threads.Key key, Conversation thread) {}

    /** @param company who asks; @param words as typed; @param saved whether an answer was just sent */
    record AnswerPage(
            String path, String slug, String name, String company, ThreadPage thread, String words, boolean saved) {}
}

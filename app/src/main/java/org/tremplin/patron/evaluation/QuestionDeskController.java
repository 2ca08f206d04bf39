package org.tremplin.patron.evaluation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.patron.evaluation.Asking.Said;
import org.tremplin.patron.evaluation.Threads.Conversation;
import org.tremplin.patron.evaluation.Threads.Word;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** What patrons asked an association, for its members. */
@Controller
class QuestionDeskController {

    private static final String PATH = "/espace/{association}/questions";

    private final Associations associations;
    private final Threads threads;
    private final Asking asking;
    private final Campaigns campaigns;

    QuestionDeskController(Associations associations, Threads threads, Asking asking, Campaigns campaigns) {
        this.associations = associations;
        this.threads = threads;
        this.asking = asking;
        this.campaigns = campaigns;
    }

    @GetMapping(PATH)
    Mono<Rendering> all(@PathVariable("association") String slug) {
        return associations.at(slug).flatMap(association -> view(association, null, "", new Problems()));
    }

    /** Field {@code question}: the answer. */
    @PostMapping(PATH + "/{thread}")
    Mono<Rendering> answer(
            @PathVariable("association") String slug,
            @PathVariable("thread") UUID id,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return associations
                .at(slug)
                .flatMap(association -> threads.find(association.id(), id)
                        .switchIfEmpty(NotFound.page())
                        .zipWith(Typed.in(exchange))
                        .flatMap(read -> {
                            String words = read.getT2().text("question");
                            Problems problems = ProjectController.problems(words);
                            return problems.none()
                                    ? asking.answer(read.getT1(), acting.id(), words)
                                            .flatMap(said -> said == Said.YES
                                                    ? Mono.just(SeeOther.to("/espace/" + slug + "/questions#q-" + id))
                                                    : view(
                                                            association,
                                                            id,
                                                            words,
                                                            new Problems().add("question", said.key())))
                                    : view(association, id, words, problems);
                        }));
    }

    private Mono<Rendering> view(Association association, @Nullable UUID typedIn, String words, Problems problems) {
        return threads.of(association.id())
                .collectList()
                .flatMap(found -> Mono.zip(
                        threads.words(found.stream().map(Conversation::id).toList())
                                .collect(Collectors.groupingBy(Word::thread)),
                        campaigns
                                .findAllPublished(found.stream()
                                        .map(Conversation::campaign)
                                        .toList())
                                .collectMap(
                                        one -> one.campaign().id(),
                                        one -> one.plan().title()),
                        Mono.just(found)))
                .map(read -> Rendering.view("patron/questions")
                        .modelAttribute(
                                "page", page(association, read.getT3(), read.getT1(), read.getT2(), typedIn, words))
                        .modelAttribute("problems", problems)
                        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                        .build());
    }

    private static QuestionsPage page(
            Association association,
            List<Conversation> found,
            Map<UUID, List<Word>> words,
            Map<CampaignId, String> titles,
            @Nullable UUID typedIn,
            String typed) {
        return new QuestionsPage(
                "/espace/" + association.slug() + "/questions",
                found.stream()
                        .map(one -> new Asked(
                                one.id(),
                                one.name(),
                                titles.getOrDefault(one.campaign(), ""),
                                one.waits(),
                                ThreadPage.of(
                                        words.getOrDefault(one.id(), List.of()),
                                        one.name(),
                                        association.name(),
                                        association.zone()),
                                one.id().equals(typedIn) ? typed : ""))
                        .toList());
    }

    record QuestionsPage(String home, List<Asked> asked) {}

    /** @param words as typed */
    record Asked(UUID id, String company, String campaign, boolean waits, ThreadPage thread, String words) {}
}

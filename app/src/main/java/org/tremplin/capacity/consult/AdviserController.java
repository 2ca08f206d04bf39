package org.tremplin.capacity.consult;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.capacity.diagnosis.SharedResult;
import org.tremplin.capacity.diagnosis.SharedResults;
import org.tremplin.capacity.network.NetworkPicture;
import org.tremplin.capacity.network.NetworkPictures;
import org.tremplin.capacity.share.Audience;
import org.tremplin.capacity.share.Comments;
import org.tremplin.capacity.share.Held;
import org.tremplin.capacity.share.HeldGrants;
import org.tremplin.capacity.share.Shared;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** The associations that opened their diagnosis to an adviser. A grant that is over is not found, from that moment on. */
@Controller
class AdviserController {

    private final HeldGrants grants;
    private final Comments comments;
    private final SharedResults results;
    private final NetworkPictures networks;
    private final SharedPlan plan;

    AdviserController(
            HeldGrants grants, Comments comments, SharedResults results, NetworkPictures networks, SharedPlan plan) {
        this.grants = grants;
        this.comments = comments;
        this.results = results;
        this.networks = networks;
        this.plan = plan;
    }

    @GetMapping("/conseil")
    Mono<Rendering> mine(SignedInPerson acting, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return grants.ofAdviser(acting.id())
                .collectList()
                .flatMap(held -> results.of(held, locale)
                        .map(made -> held.stream()
                                .map(one -> mine(
                                        one,
                                        Optional.ofNullable(
                                                made.get(one.association().id()))))
                                .toList()))
                .map(all -> Rendering.view("capacity/advised")
                        .modelAttribute("associations", all)
                        .build());
    }

    private static Mine mine(Held held, Optional<SharedResult> result) {
        return new Mine(
                held.association().slug(),
                held.association().name(),
                held.grant().until(),
                result.map(SharedResult::on),
                result.map(SharedResult::moved).orElse(List.of()));
    }

    @GetMapping("/conseil/{association}")
    Mono<Rendering> show(@PathVariable("association") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return held(acting, slug)
                .flatMap(held ->
                        grants.opened(held).then(view(held, Typing.NOTHING, new Problems(), HttpStatus.OK, exchange)));
    }

    /** Fields: {@code question} (an item, or nothing for the whole) and {@code mot}. */
    @PostMapping("/conseil/{association}/commentaires")
    Mono<Rendering> write(@PathVariable("association") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return Mono.zip(held(acting, slug), Typed.in(exchange)).flatMap(read -> {
            Held held = read.getT1();
            Typing typing =
                    new Typing(read.getT2().line("question"), read.getT2().text("mot"));
            return result(held, Language.of(exchange).locale()).flatMap(result -> {
                if (!typing.item().isEmpty()
                        && !result.map(shown -> shown.answered(typing.item())).orElse(false)) {
                    return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
                }
                Problems problems = problems(typing);
                return problems.none()
                        ? comments.write(held.grant(), typing.item(), typing.words())
                                .flatMap(written -> written
                                        ? Mono.just(SeeOther.to("/conseil/" + slug + "#" + typing.anchor()))
                                        : view(
                                                held,
                                                typing,
                                                new Problems().add(typing.field(), "consult.comment.many"),
                                                HttpStatus.UNPROCESSABLE_ENTITY,
                                                exchange))
                        : view(held, typing, problems, HttpStatus.UNPROCESSABLE_ENTITY, exchange);
            });
        });
    }

    private static Problems problems(Typing typing) {
        Problems problems = new Problems();
        if (typing.words().isEmpty()) {
            problems.add(typing.field(), "consult.comment.missing");
        } else if (typing.words().length() > Comments.LONGEST) {
            problems.add(typing.field(), "consult.comment.long", Comments.LONGEST);
        }
        return problems;
    }

    private Mono<Rendering> view(
            Held held, Typing typing, Problems problems, HttpStatus status, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        boolean named = held.grant().sees(Shared.NAMED_PARTNERS);
        Mono<Optional<NetworkPicture>> network =
                named ? networks.of(held.association().id(), locale).map(Optional::of) : Mono.just(Optional.empty());
        return Mono.zip(
                        result(held, locale),
                        network,
                        comments.of(held.grant()),
                        plan.of(
                                held.association().id(),
                                Audience.ADVISER,
                                held.grant().seen(),
                                locale))
                .map(read -> {
                    boolean drawn = named && held.grant().sees(Shared.TIES);
                    Rendering.Builder<?> view = Rendering.view("capacity/consult")
                            .modelAttribute(
                                    "page",
                                    AdviserPage.of(
                                            held,
                                            read.getT1().orElse(null),
                                            read.getT2()
                                                    .map(NetworkPicture::rows)
                                                    .orElse(List.of()),
                                            drawn,
                                            read.getT3()))
                            .modelAttribute("plan", read.getT4())
                            .modelAttribute("typing", typing)
                            .modelAttribute("problems", problems)
                            .status(status);
                    read.getT2().filter(picture -> drawn).ifPresent(picture -> view.modelAttribute("network", picture));
                    return view.build();
                });
    }

    private Mono<Optional<SharedResult>> result(Held held, Locale locale) {
        return results.of(
                held.association().id(),
                held.association().zone(),
                Audience.ADVISER,
                held.grant().chosen(),
                locale);
    }

    private Mono<Held> held(SignedInPerson acting, String association) {
        return grants.ofAdviser(acting.id(), association)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** @param diagnosed day of the latest diagnosis; @param moved what changed since the one before */
    record Mine(String slug, String name, LocalDate until, Optional<LocalDate> diagnosed, List<String> moved) {}

    /** A comment as it was typed. */
    record Typing(String item, String words) {

        static final Typing NOTHING = new Typing("", "");

        /** Of the page's many fields the one it was typed into. */
        String field() {
            return "mot-" + item;
        }

        String anchor() {
            return item.isEmpty() ? "ensemble" : "q-" + item;
        }
    }
}

package org.tremplin.capacity.experience;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Where an association comments, by its name, on the sheet of another; its own would say who wrote it. */
@Controller
class SignedCommentController {

    private static final String PATH = "/espace/{association}/experience/commentaire";

    private final Associations associations;
    private final PublishedSheets sheets;
    private final SignedComments comments;
    private final MessageSource messages;

    SignedCommentController(
            Associations associations, PublishedSheets sheets, SignedComments comments, MessageSource messages) {
        this.associations = associations;
        this.sheets = sheets;
        this.comments = comments;
        this.messages = messages;
    }

    static String address(String slug, UUID sheet) {
        return "/espace/" + slug + "/experience/commentaire?fiche=" + sheet;
    }

    @GetMapping(PATH)
    Mono<Rendering> show(
            @PathVariable("association") String slug,
            @RequestParam(name = "fiche") UUID sheet,
            ServerWebExchange exchange) {
        return at(slug, sheet)
                .map(on -> view(
                        on,
                        on.said().map(SignedComment::words).orElse(""),
                        false,
                        on.said().map(SignedComment::version).orElse(0),
                        new Problems(),
                        HttpStatus.OK))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** Fields: {@code fiche}, {@code mots}, {@code accord}, {@code version} of a comment that came back. */
    @PostMapping(PATH)
    Mono<Rendering> send(@PathVariable("association") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return Typed.in(exchange)
                .flatMap(typed -> at(slug, sheet(typed))
                        .flatMap(on -> {
                            String words = typed.text("mots");
                            boolean agreed = typed.on("accord");
                            Problems problems = check(words, agreed);
                            return problems.none()
                                    ? comments.send(
                                                    on.association().id(),
                                                    on.sheet().id(),
                                                    words,
                                                    consent(on.association(), exchange),
                                                    typed.version(),
                                                    acting)
                                            .flatMap(sent -> sent
                                                    ? Mono.just(SeeOther.to(address(
                                                            slug, on.sheet().id())))
                                                    : late(slug, typed))
                                    : Mono.just(view(
                                            on,
                                            words,
                                            agreed,
                                            typed.version(),
                                            problems,
                                            HttpStatus.UNPROCESSABLE_ENTITY));
                        })
                        .switchIfEmpty(Mono.defer(() -> gone(slug, typed.text("mots")))));
    }

    /** Somebody of the association was faster: both stand on the page. Empty when the sheet is not public any more. */
    private Mono<Rendering> late(String slug, Typed typed) {
        String words = typed.text("mots");
        return at(slug, sheet(typed))
                .map(on -> on.said()
                        .filter(said ->
                                said.words().equals(words) && !said.state().writable())
                        // the same, sent twice
                        .map(said -> SeeOther.to(address(slug, on.sheet().id())))
                        .orElseGet(() -> view(
                                on, words, typed.on("accord"), typed.version(), new Problems(), HttpStatus.CONFLICT)));
    }

    /** The sheet is not public any more; what was typed of it is there to be copied. */
    private Mono<Rendering> gone(String slug, String words) {
        return words.isEmpty()
                ? Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND))
                : associations
                        .at(slug)
                        .map(association -> Rendering.view("capacity/experience-comment-late")
                                .modelAttribute("home", home(association))
                                .modelAttribute("words", words)
                                .status(HttpStatus.CONFLICT)
                                .build());
    }

    @PostMapping(PATH + "/retrait")
    Mono<Rendering> withdraw(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(read -> comments.withdraw(read.getT1().id(), sheet(read.getT2())))
                .map(done -> SeeOther.to("/espace/" + slug + "/experience"));
    }

    private static Problems check(String words, boolean agreed) {
        Problems problems = new Problems();
        if (words.isEmpty()) {
            problems.add("mots", "experience.comment.missing");
        } else if (Told.length(words) > Told.LONGEST) {
            problems.add("mots", "experience.long", Told.LONGEST, Told.length(words));
        }
        Giveaways.in(words, List.of()).ifPresent(found -> problems.add("mots", found.key(), found.words()));
        return agreed ? problems : problems.add("accord", "experience.comment.agree.missing");
    }

    private static UUID sheet(Typed typed) {
        UUID sheet = typed.id("fiche");
        if (sheet == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return sheet;
    }

    private Mono<On> at(String slug, UUID sheet) {
        return Mono.zip(associations.at(slug), sheets.find(sheet))
                .flatMap(read -> comments.find(read.getT1().id(), sheet)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .map(said -> new On(read.getT1(), read.getT2(), said)));
    }

    private static String home(Association association) {
        return "/espace/" + association.slug() + "/experience";
    }

    private String consent(Association association, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return messages.getMessage("experience.comment.agree", new Object[] {association.name()}, locale);
    }

    private Rendering view(On on, String words, boolean agreed, int version, Problems problems, HttpStatus status) {
        return Rendering.view("capacity/experience-comment")
                .modelAttribute(
                        "page",
                        new Page(
                                home(on.association()),
                                on.association().name(),
                                on.sheet().id(),
                                on.sheet().told(),
                                on.association().id().value().equals(on.sheet().association()),
                                on.said().map(SignedComment::state).orElse(State.DRAFT),
                                on.said().map(SignedComment::reason).orElse(""),
                                words,
                                agreed,
                                version,
                                status == HttpStatus.CONFLICT ? on.said().orElse(null) : null,
                                Told.LONGEST))
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    private record On(Association association, Experience sheet, Optional<SignedComment> said) {}

    /**
     * @param own whether the sheet is its own: then it may not comment
     * @param version that the words are written for, 0 before the first
     * @param late what somebody else made of it while they were written; mostly none
     */
    record Page(
            String home,
            String association,
            UUID sheet,
            Told told,
            boolean own,
            State state,
            String reason,
            String words,
            boolean agreed,
            int version,
            @Nullable SignedComment late,
            int longest) {}
}

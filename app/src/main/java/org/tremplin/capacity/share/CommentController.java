package org.tremplin.capacity.share;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** What the association says to a comment: an answer, or only that it was read. */
@Controller
class CommentController {

    private final Associations associations;
    private final Comments comments;

    CommentController(Associations associations, Comments comments) {
        this.associations = associations;
        this.comments = comments;
    }

    /**
     * Fields: {@code reponse}, which may be empty, and {@code vue}, the answer it replaces; what is too long is cut, for it
     * comes back only where a colleague answered meanwhile.
     */
    @PostMapping("/espace/{association}/diagnostic/commentaires/{comment}")
    Mono<Rendering> read(
            @PathVariable("association") String slug,
            @PathVariable("comment") UUID comment,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(read -> {
                    AssociationId association = read.getT1().id();
                    String reply = cut(read.getT2().text("reponse"));
                    return comments.read(
                                    association, comment, reply, read.getT2().text("vue"), acting)
                            .flatMap(kept -> kept
                                    ? Mono.just(SeeOther.to(home(slug) + "/resultat#conseil"))
                                    : comments.find(association, comment).map(now -> late(home(slug), now, reply)));
                })
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** Both answers, to choose from. */
    private static Rendering late(String home, Comment now, String mine) {
        return Rendering.view("capacity/comment-late")
                .modelAttribute("home", home)
                .modelAttribute("comment", now)
                .modelAttribute("mine", mine)
                .status(HttpStatus.CONFLICT)
                .build();
    }

    private static String home(String slug) {
        return "/espace/" + slug + "/diagnostic";
    }

    private static String cut(String words) {
        return words.length() <= Comments.LONGEST ? words : words.substring(0, Comments.LONGEST);
    }
}

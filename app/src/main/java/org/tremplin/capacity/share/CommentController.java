package org.tremplin.capacity.share;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
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

    /** Field: {@code reponse}, which may be empty; what is too long is cut, for it is not a form that comes back. */
    @PostMapping("/espace/{association}/diagnostic/commentaires/{comment}")
    Mono<Rendering> read(
            @PathVariable("association") String slug,
            @PathVariable("comment") UUID comment,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(read -> comments.read(
                        read.getT1().id(), comment, cut(read.getT2().text("reponse")), acting))
                .filter(known -> known)
                .map(known -> SeeOther.to("/espace/" + slug + "/diagnostic/resultat#conseil"))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static String cut(String words) {
        return words.length() <= Comments.LONGEST ? words : words.substring(0, Comments.LONGEST);
    }
}

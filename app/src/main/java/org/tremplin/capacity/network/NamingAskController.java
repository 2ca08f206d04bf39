package org.tremplin.capacity.network;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.notification.MailAddress;
import org.tremplin.notification.Mails;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Asks a partner, from its page in the workspace, whether it may be named. */
@Controller
class NamingAskController {

    private final Associations associations;
    private final Partners partners;
    private final PartnerController pages;
    private final Namings namings;
    private final Mails mails;

    NamingAskController(
            Associations associations, Partners partners, PartnerController pages, Namings namings, Mails mails) {
        this.associations = associations;
        this.partners = partners;
        this.pages = pages;
        this.namings = namings;
        this.mails = mails;
    }

    /** Field: {@code email}. */
    @PostMapping("/espace/{association}/partenaires/{partner}/accord")
    Mono<Rendering> ask(
            @PathVariable("association") String slug,
            @PathVariable("partner") UUID id,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(read -> {
                    Association association = read.getT1();
                    String email = read.getT2().line("email");
                    Problems problems = problems(email);
                    return partners.find(association.id(), id)
                            .flatMap(partner -> (problems.none()
                                            ? namings.ask(association, id, email, acting)
                                                    .filter(asking -> asking != Namings.Asking.SENT)
                                                    .map(asking -> problems.add(asking.field(), asking.key()))
                                            : Mono.just(problems))
                                    .flatMap(wrong -> pages.view(
                                            association,
                                            partner,
                                            email,
                                            wrong,
                                            HttpStatus.UNPROCESSABLE_ENTITY,
                                            exchange))
                                    .defaultIfEmpty(SeeOther.to(PartnerPages.base(association) + "/" + id + "#cite")));
                })
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Problems problems(String email) {
        Problems problems = new Problems();
        if (!MailAddress.plausible(email)) {
            problems.add("email", "share.form.email");
        } else if (!mails.reaches(email)) {
            problems.add("email", "signin.email.demo");
        }
        return problems;
    }
}

package org.tremplin.association.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.notification.MailAddress;
import org.tremplin.platform.security.Sessions;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Who may do what: every member reads it, the president invites and takes invitations back. */
@Controller
class TeamController {

    private final Associations associations;
    private final Invitations invitations;
    private final TeamPages pages;
    private final Sessions sessions;
    private final Clock clock;

    TeamController(
            Associations associations, Invitations invitations, TeamPages pages, Sessions sessions, Clock clock) {
        this.associations = associations;
        this.invitations = invitations;
        this.pages = pages;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping("/espace/{association}/equipe")
    Mono<Rendering> team(@PathVariable("association") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), sessions.confirmed(exchange))
                .flatMap(read -> pages.team(read.getT1(), acting.id())
                        .map(page -> view(page, read.getT2(), InvitationForm.EMPTY, new Problems(), HttpStatus.OK)))
                .switchIfEmpty(NotFound.page());
    }

    @PostMapping("/espace/{association}/invitations")
    Mono<Rendering> invite(
            @PathVariable("association") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange).map(InvitationForm::read))
                .flatMap(both -> invite(both.getT1(), both.getT2(), acting));
    }

    private Mono<Rendering> invite(Association association, InvitationForm form, SignedInPerson acting) {
        Problems problems = form.check(association.today(clock));
        if (!problems.none()) {
            return view(association, acting, form, problems, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        Assignment assignment = form.assignment();
        return invitations
                .send(association, form.email(), assignment.checkedRole(), assignment.untilOrNull(), acting)
                .flatMap(sending -> switch (sending) {
                    case SENT -> Mono.just(back(association.slug()));
                    case ALREADY_IN ->
                        view(
                                association,
                                acting,
                                form,
                                problems.add(InvitationForm.EMAIL, "team.email.in"),
                                HttpStatus.UNPROCESSABLE_ENTITY);
                    case TOO_MANY ->
                        view(
                                association,
                                acting,
                                form,
                                problems.add(InvitationForm.EMAIL, "team.email.many"),
                                HttpStatus.TOO_MANY_REQUESTS);
                });
    }

    @PostMapping("/espace/{association}/invitations/{invitation}/retrait")
    Mono<Rendering> revoke(@PathVariable("association") String slug, @PathVariable("invitation") UUID invitation) {
        return associations
                .at(slug)
                .flatMap(association -> invitations.revoke(association.id(), invitation))
                .map(known -> {
                    if (!known) {
                        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                    }
                    return back(slug);
                });
    }

    private Mono<Rendering> view(
            Association association, SignedInPerson acting, InvitationForm form, Problems problems, HttpStatus status) {
        return pages.team(association, acting.id())
                .map(page -> view(page, true, form, problems, status))
                .switchIfEmpty(NotFound.page());
    }

    /** @param confirmed whether an invitation can be sent from this device; if not, that comes before any typing */
    private static Rendering view(
            TeamPages.TeamPage page, boolean confirmed, InvitationForm form, Problems problems, HttpStatus status) {
        return Rendering.view("association/team")
                .modelAttribute("page", page)
                .modelAttribute("confirmed", confirmed)
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    private static Rendering back(String slug) {
        return SeeOther.to("/espace/" + slug + "/equipe");
    }

    /** An invitation as typed. */
    record InvitationForm(String email, Assignment assignment) {

        static final String EMAIL = "email";
        static final InvitationForm EMPTY = new InvitationForm("", new Assignment("", ""));

        static InvitationForm read(Typed typed) {
            return new InvitationForm(typed.line(EMAIL), Assignment.read(typed));
        }

        Problems check(LocalDate today) {
            Problems problems = new Problems();
            if (!MailAddress.plausible(email)) {
                problems.add(EMAIL, "team.email.wrong");
            }
            return assignment.check(problems, today);
        }
    }
}

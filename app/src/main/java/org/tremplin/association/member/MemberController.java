package org.tremplin.association.member;

import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** One member: another role, another last day, the end; and everybody's own leaving. */
@Controller
class MemberController {

    private final Associations associations;
    private final Members members;
    private final TeamPages pages;
    private final Clock clock;

    MemberController(Associations associations, Members members, TeamPages pages, Clock clock) {
        this.associations = associations;
        this.members = members;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/espace/{association}/equipe/{member}")
    Mono<Rendering> member(
            @PathVariable("association") String slug, @PathVariable("member") UUID member, SignedInPerson acting) {
        return associations
                .at(slug)
                .flatMap(association -> members.find(association.id(), member)
                        .flatMap(found -> view(
                                association,
                                member,
                                acting,
                                Assignment.of(found.role(), found.until()),
                                new Problems(),
                                HttpStatus.OK))
                        .switchIfEmpty(NotFound.page()));
    }

    @PostMapping("/espace/{association}/equipe/{member}")
    Mono<Rendering> change(
            @PathVariable("association") String slug,
            @PathVariable("member") UUID member,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange).map(Assignment::read))
                .flatMap(both -> change(both.getT1(), member, both.getT2(), acting));
    }

    private Mono<Rendering> change(Association association, UUID member, Assignment assignment, SignedInPerson acting) {
        Problems problems = assignment.check(new Problems(), association.today(clock));
        if (!problems.none()) {
            return view(association, member, acting, assignment, problems, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return members.change(association.id(), member, assignment.checkedRole(), assignment.untilOrNull())
                .flatMap(change -> answer(change, association, member, acting, assignment));
    }

    @PostMapping("/espace/{association}/equipe/{member}/fin")
    Mono<Rendering> end(
            @PathVariable("association") String slug, @PathVariable("member") UUID member, SignedInPerson acting) {
        return associations
                .at(slug)
                .flatMap(association -> members.find(association.id(), member)
                        .flatMap(found -> members.end(association.id(), member)
                                .flatMap(change -> answer(
                                        change,
                                        association,
                                        member,
                                        acting,
                                        Assignment.of(found.role(), found.until()))))
                        .switchIfEmpty(NotFound.page()));
    }

    @PostMapping("/espace/{association}/depart")
    Mono<Rendering> leave(@PathVariable("association") String slug, SignedInPerson acting) {
        return associations
                .at(slug)
                .flatMap(association -> members.of(association.id())
                        .filter(member -> member.person().equals(acting.id()))
                        .next()
                        .flatMap(own -> members.end(association.id(), own.id())
                                .flatMap(change -> change == Members.Change.DONE
                                        ? Mono.just(SeeOther.to("/espace"))
                                        : answer(
                                                change,
                                                association,
                                                own.id(),
                                                acting,
                                                Assignment.of(own.role(), own.until()))))
                        .switchIfEmpty(NotFound.page()));
    }

    private Mono<Rendering> answer(
            Members.Change change, Association association, UUID member, SignedInPerson acting, Assignment typed) {
        return switch (change) {
            case DONE -> Mono.just(SeeOther.to("/espace/" + association.slug() + "/equipe"));
            case GONE -> NotFound.page();
            case LAST_PRESIDENT ->
                view(
                        association,
                        member,
                        acting,
                        typed,
                        new Problems().add(Assignment.ROLE, "team.role.last"),
                        HttpStatus.UNPROCESSABLE_ENTITY);
        };
    }

    private Mono<Rendering> view(
            Association association,
            UUID member,
            SignedInPerson acting,
            Assignment form,
            Problems problems,
            HttpStatus status) {
        return pages.member(association, member, acting.id())
                .map(row -> Rendering.view("association/member")
                        .modelAttribute("slug", association.slug())
                        .modelAttribute("page", row)
                        .modelAttribute("form", form)
                        .modelAttribute("today", association.today(clock))
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build())
                .switchIfEmpty(NotFound.page());
    }
}

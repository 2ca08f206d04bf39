package org.tremplin.campaign.publish;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Missing;
import org.tremplin.campaign.Publication;
import org.tremplin.campaign.design.Draft;
import org.tremplin.campaign.design.Drafts;
import org.tremplin.platform.security.RoleLookup;
import org.tremplin.platform.security.RouteTable;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/** Shows what a draft lacks, makes it public, makes a change public, closes. */
@Controller
class PublicationController {

    private static final int REASON = 500;

    private final Associations associations;
    private final Drafts drafts;
    private final Publications publications;
    private final Checks checks;
    private final Editions editions;
    private final RoleLookup roles;
    private final RouteTable table;
    private final MessageSource messages;

    PublicationController(
            Associations associations,
            Drafts drafts,
            Publications publications,
            Checks checks,
            Editions editions,
            RoleLookup roles,
            RouteTable table,
            MessageSource messages) {
        this.associations = associations;
        this.drafts = drafts;
        this.publications = publications;
        this.checks = checks;
        this.editions = editions;
        this.roles = roles;
        this.table = table;
        this.messages = messages;
    }

    @GetMapping("/espace/{association}/c/{id}/publication")
    Mono<Rendering> show(
            @PathVariable("association") String association, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        return open(association, id)
                .flatMap(opened -> render(opened, role(association, exchange), "", new Problems(), exchange));
    }

    @PostMapping("/espace/{association}/c/{id}/publication")
    Mono<Rendering> publish(
            @PathVariable("association") String association, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        return publish(association, id, "", exchange);
    }

    /** A public change: a new edition, with its reason when donors' terms change. */
    @PostMapping("/espace/{association}/c/{id}/editions")
    Mono<Rendering> amend(
            @PathVariable("association") String association, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form ->
                        Objects.requireNonNullElse(form.getFirst("raison"), "").strip())
                .flatMap(reason -> publish(association, id, reason, exchange));
    }

    @PostMapping("/espace/{association}/c/{id}/cloture")
    Mono<Rendering> close(@PathVariable("association") String association, @PathVariable("id") UUID id) {
        return open(association, id)
                .flatMap(opened -> publications.close(opened.association().id(), new CampaignId(id)))
                .map(closed -> SeeOther.to(home(association, id)));
    }

    private Mono<Rendering> publish(String association, UUID id, String reason, ServerWebExchange exchange) {
        if (reason.length() > REASON) {
            Problems long_ = new Problems().add("raison", "editor.problem.long", REASON, reason.length());
            return open(association, id)
                    .flatMap(opened -> render(opened, role(association, exchange), reason, long_, exchange));
        }
        return Mono.zip(open(association, id), role(association, exchange))
                .flatMap(both -> publications
                        .publish(both.getT1().association().id(), new CampaignId(id), both.getT2(), reason)
                        .flatMap(answer -> answer.fold(
                                published -> Mono.just(SeeOther.to(home(association, id))),
                                refused -> render(
                                        both.getT1(), Mono.just(both.getT2()), reason, problems(refused), exchange))))
                // somebody threw the draft away meanwhile
                .switchIfEmpty(NotFound.page());
    }

    private static Problems problems(Publication.Refused refused) {
        Problems problems = new Problems();
        for (Missing missing : refused.missing()) {
            problems.add(missing == Missing.REASON ? "raison" : missing.key(), "publication.missing." + missing.key());
        }
        return problems;
    }

    private Mono<Rendering> render(
            Opened opened, Mono<Role> role, String reason, Problems problems, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        Mono<Check> check = checks.of(opened.association().id(), opened.draft());
        Mono<List<Editions.Row>> earlier = editions.of(opened.draft().campaign().id());
        return Mono.zip(check, earlier, role).map(all -> {
            PublicationPage page = PublicationPage.of(
                    opened.association(),
                    opened.draft(),
                    all.getT1(),
                    all.getT2(),
                    (method, address) -> table.lets(method, address, all.getT3().name()),
                    reason,
                    messages,
                    language);
            return Rendering.view("campaign/publication")
                    .modelAttribute("page", page)
                    .modelAttribute("problems", problems)
                    .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                    .build();
        });
    }

    private Mono<Role> role(String association, ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(SignedInPerson.class)
                .flatMap(person -> roles.roleOf(person.id(), association))
                .map(Role::valueOf);
    }

    private Mono<Opened> open(String association, UUID id) {
        return associations
                .findBySlug(association)
                .flatMap(found -> drafts.find(found.id(), new CampaignId(id)).map(draft -> new Opened(found, draft)))
                .switchIfEmpty(NotFound.page());
    }

    private static String home(String association, UUID id) {
        return "/espace/" + association + "/c/" + id + "/publication";
    }

    private record Opened(Association association, Draft draft) {}
}

package org.tremplin.association.member;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.audit.AuditPage;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** The association's own acts, for its president: what was done, by whom and when. */
@Controller("associationLogController")
class LogController {

    private final Associations associations;
    private final Audit audit;
    private final People people;

    LogController(Associations associations, Audit audit, People people) {
        this.associations = associations;
        this.audit = audit;
        this.people = people;
    }

    @GetMapping("/espace/{association}/registre")
    Mono<Rendering> show(
            @PathVariable("association") String slug,
            @RequestParam(name = "avant", required = false) @Nullable UUID before,
            ServerWebExchange exchange) {
        return associations
                .at(slug)
                .flatMap(association -> read(association, before == null ? Audit.FROM_THE_TOP : before, exchange))
                .map(page -> Rendering.view("association/log")
                        .modelAttribute("page", page)
                        .build());
    }

    private Mono<AuditPage> read(Association association, UUID before, ServerWebExchange exchange) {
        return audit.before(before, AuditPage.SIZE + 1, association.id().value())
                .collectList()
                .flatMap(acts -> people.findAll(AuditPage.people(acts))
                        .collectMap(Person::id, LogController::name)
                        .map(names -> AuditPage.of(
                                "/espace/" + association.slug() + "/registre",
                                acts,
                                names,
                                false,
                                association.zone(),
                                Language.of(exchange).locale())));
    }

    private static String name(Person person) {
        return person.name().isBlank() ? person.email() : person.name();
    }
}

package org.tremplin.operation.health;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.audit.AuditPage;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** The log of acts of the whole instance. */
@Controller
class LogController {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Audit audit;
    private final People people;

    LogController(Audit audit, People people) {
        this.audit = audit;
        this.people = people;
    }

    @GetMapping("/admin/registre")
    Mono<Rendering> show(
            @RequestParam(name = "avant", required = false) @Nullable UUID before, ServerWebExchange exchange) {
        return audit.before(before == null ? Audit.FROM_THE_TOP : before, AuditPage.SIZE + 1)
                .collectList()
                .flatMap(acts -> people.findAll(AuditPage.people(acts))
                        .collectMap(Person::id, LogController::name)
                        .map(names -> AuditPage.of(
                                "/admin/registre",
                                acts,
                                names,
                                true,
                                ZONE,
                                Language.of(exchange).locale())))
                .map(page -> Rendering.view("operation/log")
                        .modelAttribute("page", page)
                        .modelAttribute("section", "log")
                        .build());
    }

    private static String name(Person person) {
        return person.name().isBlank() ? person.email() : person.name();
    }
}

package org.tremplin.site.workspace;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Mono;

/** The front page of an association's workspace; who may see it stands in the table of routes. */
@Controller
class WorkspaceController {

    private final WorkspacePages pages;

    WorkspaceController(WorkspacePages pages) {
        this.pages = pages;
    }

    @GetMapping("/espace/{association}")
    Mono<Rendering> workspace(
            @PathVariable("association") String association, SignedInPerson acting, ServerWebExchange exchange) {
        return pages.find(association, acting.id(), Language.of(exchange))
                .map(page -> (Rendering) Rendering.view("site/workspace")
                        .modelAttribute("page", page)
                        .build())
                .switchIfEmpty(NotFound.page());
    }
}

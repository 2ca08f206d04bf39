package org.tremplin.capacity.consult;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.capacity.PlannedOutside;
import org.tremplin.capacity.PublicProjects;
import org.tremplin.capacity.diagnosis.SharedResult;
import org.tremplin.capacity.diagnosis.SharedResults;
import org.tremplin.capacity.share.Audience;
import org.tremplin.capacity.share.Held;
import org.tremplin.capacity.share.HeldGrants;
import org.tremplin.capacity.share.Shared;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** The page behind a patron's private link: what the association declared and chose to open. */
@Controller
class PatronController {

    private final HeldGrants grants;
    private final SharedResults results;
    private final SharedPlan plan;
    private final PublicProjects projects;

    PatronController(HeldGrants grants, SharedResults results, SharedPlan plan, PublicProjects projects) {
        this.grants = grants;
        this.results = results;
        this.plan = plan;
        this.projects = projects;
    }

    @GetMapping("/partage/{token}")
    Mono<Rendering> show(@PathVariable("token") String token, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return grants.ofPatron(token)
                .flatMap(held -> grants.opened(held)
                        .then(results.of(
                                held.association().id(),
                                held.association().zone(),
                                Audience.PATRON,
                                held.grant().chosen(),
                                locale))
                        .zipWith(Mono.zip(
                                plan.of(
                                        held.association().id(),
                                        Audience.PATRON,
                                        held.grant().seen(),
                                        locale),
                                projects.of(held.association().id()).collectList()))
                        .map(read -> view(
                                held,
                                read.getT1().orElse(null),
                                read.getT2().getT1(),
                                new Led(token, read.getT2().getT2()))))
                .switchIfEmpty(Mono.defer(() -> grants.given(token).map(PatronController::over)));
    }

    private static Rendering view(Held held, @Nullable SharedResult result, List<PlannedOutside> plan, Led led) {
        return Rendering.view("capacity/patron")
                .modelAttribute(
                        "page",
                        new PatronPage(
                                held.association().name(),
                                held.association().slug(),
                                held.grant().until(),
                                held.grant().chosen().stream().sorted().toList(),
                                result))
                .modelAttribute("plan", plan)
                .modelAttribute("led", led)
                // the address of the page is the key
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static Rendering over(boolean given) {
        return Rendering.view("capacity/share-over")
                .modelAttribute("adviser", false)
                .status(given ? HttpStatus.GONE : HttpStatus.NOT_FOUND)
                .build();
    }

    /** To the pages of these projects, which say until when this is open. */
    record Led(String token, List<PublicProjects.Project> projects) {}

    /** @param result none before a first diagnosis */
    record PatronPage(
            String name,
            String slug,
            LocalDate until,
            List<Shared> opened,
            @Nullable SharedResult result) {

        /** Whether partners that agreed are named. */
        public boolean names() {
            return opened.contains(Shared.NAMED_PARTNERS);
        }
    }
}

package org.tremplin.campaign.readiness;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.campaign.design.Desk;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Notes the papers that publication asks for. */
@Controller
class PapersController {

    private final Desk desk;
    private final StoredFormalities formalities;
    private final Clock clock;

    PapersController(Desk desk, StoredFormalities formalities, Clock clock) {
        this.desk = desk;
        this.formalities = formalities;
        this.clock = clock;
    }

    @GetMapping("/espace/{association}/c/{id}/pieces")
    Mono<Rendering> show(@PathVariable("association") String association, @PathVariable("id") UUID id) {
        return desk.open(association, id)
                .flatMap(open -> formalities
                        .of(open.campaign())
                        .map(said -> view(open, PapersForm.of(said), new Problems(), HttpStatus.OK)));
    }

    @PostMapping("/espace/{association}/c/{id}/pieces")
    Mono<Rendering> save(
            @PathVariable("association") String association, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        return Mono.zip(desk.open(association, id), Typed.in(exchange).map(PapersForm::read))
                .flatMap(both -> save(both.getT1(), both.getT2()));
    }

    private Mono<Rendering> save(Desk.Open open, PapersForm form) {
        LocalDate today = open.association().today(clock);
        Problems problems = form.check(today);
        return problems.none()
                ? formalities
                        .save(open.campaign(), form.formalities(), today)
                        .thenReturn(SeeOther.to(open.home() + "/publication"))
                : Mono.just(view(open, form, problems, HttpStatus.UNPROCESSABLE_ENTITY));
    }

    private static Rendering view(Desk.Open open, PapersForm form, Problems problems, HttpStatus status) {
        return Rendering.view("campaign/pieces")
                .modelAttribute(
                        "page",
                        new PapersPage(
                                open.workspace(),
                                open.home(),
                                open.draft().plan().title(),
                                open.association().receipts()))
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    record PapersPage(String workspace, String home, String title, Association.Receipts receipts) {}
}

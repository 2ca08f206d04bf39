package org.tremplin.operation.health;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.alarm.Alarm.Because;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.event.Backlog;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** The operator's first page: what is wrong, what to do, and how the parts are. */
@Controller
class HealthController {

    private final HealthPages pages;
    private final Alarms alarms;
    private final Backlog backlog;
    private final Audit audit;
    private final TransactionalOperator transaction;

    HealthController(
            HealthPages pages, Alarms alarms, Backlog backlog, Audit audit, TransactionalOperator transaction) {
        this.pages = pages;
        this.alarms = alarms;
        this.backlog = backlog;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping("/admin")
    Mono<Rendering> show(
            @RequestParam(name = "fait", required = false) @Nullable String done, ServerWebExchange exchange) {
        return pages.read(done, Language.of(exchange).locale())
                .map(page -> Rendering.view("operation/health")
                        .modelAttribute("page", page)
                        .modelAttribute("section", "health")
                        .build());
    }

    /** Closed by two people at once, it is closed. The log keeps why, as a code: it holds nothing that is typed. */
    @PostMapping("/admin/alarmes/{alarm}/fermeture")
    Mono<Rendering> close(@PathVariable("alarm") long alarm, ServerWebExchange exchange) {
        return Typed.in(exchange)
                .map(typed -> because(typed.line("raison")))
                .flatMap(because -> alarms.close(alarm, because)
                        .flatMap(closed -> audit.note(
                                "operation.alarm-closed", null, closed.kind() + " " + closed.id() + " " + because))
                        .as(transaction::transactional))
                .then(Mono.fromSupplier(() -> done("fermee")));
    }

    private static Because because(String typed) {
        return switch (typed) {
            case "repare" -> Because.MENDED;
            case "explique" -> Because.EXPLAINED;
            case "rien" -> Because.NOTHING;
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no reason to close an alarm");
        };
    }

    /** The delivery is tried again by the pump; its alarm closes, and comes back if it is given up again. */
    @PostMapping("/admin/livraisons/reprises")
    Mono<Rendering> setBack(ServerWebExchange exchange) {
        return Typed.in(exchange).flatMap(typed -> {
            String handler = typed.line("partie");
            UUID event = event(typed.line("fait"));
            return backlog.setBack(handler, event)
                    .flatMap(set -> set
                            ? alarms.close("event.stuck", Backlog.Stuck.subject(handler, event))
                                    .then(audit.note("operation.delivery-set-back", null, handler + " " + event))
                            : Mono.empty())
                    .as(transaction::transactional)
                    .thenReturn(done("reprise"));
        });
    }

    private static UUID event(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException no) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no id of an event", no);
        }
    }

    private static Rendering done(String what) {
        return SeeOther.to("/admin?fait=" + what);
    }
}

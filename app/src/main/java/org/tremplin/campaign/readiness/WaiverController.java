package org.tremplin.campaign.readiness;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Role;
import org.tremplin.campaign.Waiver;
import org.tremplin.campaign.Waivers;
import org.tremplin.campaign.design.Desk;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** The president passes a condition of trust over, with a reason that everybody can read; or asks it again. */
@Controller
class WaiverController {

    private static final int SHORTEST = 20;
    private static final int LONGEST = 500;

    private final Desk desk;
    private final Waivers waivers;
    private final StoredWaivers stored;
    private final Readiness readiness;
    private final Clock clock;

    WaiverController(Desk desk, Waivers waivers, StoredWaivers stored, Readiness readiness, Clock clock) {
        this.desk = desk;
        this.waivers = waivers;
        this.stored = stored;
        this.readiness = readiness;
        this.clock = clock;
    }

    @GetMapping("/espace/{association}/c/{id}/passer-outre")
    Mono<Rendering> show(
            @PathVariable("association") String association,
            @PathVariable("id") UUID id,
            @RequestParam(name = "condition", required = false) @Nullable String gate,
            ServerWebExchange exchange) {
        return desk.open(association, id)
                .flatMap(open -> view(open, gate, "", new Problems(), HttpStatus.OK, exchange));
    }

    /** {@code condition}: key of a gate; {@code raison}: why. */
    @PostMapping("/espace/{association}/c/{id}/passer-outre")
    Mono<Rendering> waive(
            @PathVariable("association") String association, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        return Mono.zip(desk.open(association, id), Typed.in(exchange))
                .flatMap(both -> waive(
                        both.getT1(),
                        both.getT2().line("condition"),
                        both.getT2().text("raison"),
                        exchange));
    }

    private Mono<Rendering> waive(Desk.Open open, String key, String reason, ServerWebExchange exchange) {
        return shut(open).flatMap(shut -> waive(open, shut, key, reason, exchange));
    }

    /** What is met is not passed over: the public page would say what is not so. */
    private Mono<Rendering> waive(
            Desk.Open open, List<Gate> shut, String key, String reason, ServerWebExchange exchange) {
        Optional<Gate> gate = shut.stream().filter(one -> one.key().equals(key)).findFirst();
        Problems problems = new Problems();
        if (gate.isEmpty()) {
            problems.add("condition", "waiver.gate.law");
        }
        // as the database counts, which does not take an emoji for two
        if (reason.codePointCount(0, reason.length()) < SHORTEST) {
            problems.add("raison", "waiver.reason.short", SHORTEST);
        } else if (reason.length() > LONGEST) {
            problems.add("raison", "papers.long", LONGEST, reason.length());
        }
        return problems.none()
                ? stored.waive(open.association().id(), open.campaign(), gate.orElseThrow(), reason, Role.PRESIDENT)
                        .thenReturn(SeeOther.to(open.home() + "/publication"))
                : view(open, key, reason, problems, HttpStatus.UNPROCESSABLE_ENTITY, exchange);
    }

    @PostMapping("/espace/{association}/c/{id}/passer-outre/retrait")
    Mono<Rendering> end(
            @PathVariable("association") String association, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        return Mono.zip(desk.open(association, id), Typed.in(exchange)).flatMap(both -> {
            Desk.Open open = both.getT1();
            return Gates.waivable(both.getT2().line("condition"))
                    .map(gate -> stored.end(open.association().id(), open.campaign(), gate))
                    .orElseGet(Mono::empty)
                    .thenReturn(SeeOther.to(open.home() + "/publication"));
        });
    }

    /** Gates of trust that are not met, passed over or not. */
    private Mono<List<Gate>> shut(Desk.Open open) {
        LocalDate today = open.association().today(clock);
        return readiness
                .of(open.association(), open.campaign(), open.draft().plan(), null, today)
                .map(situation -> Gates.ALL.stream()
                        .filter(gate -> gate.waivable() && !gate.find(situation).met())
                        .toList());
    }

    private Mono<Rendering> view(
            Desk.Open open,
            @Nullable String gate,
            String reason,
            Problems problems,
            HttpStatus status,
            ServerWebExchange exchange) {
        return Mono.zip(waivers.of(open.campaign()), shut(open))
                .map(read -> Rendering.view("campaign/waiver")
                        .modelAttribute(
                                "page",
                                new WaiverPage(
                                        open.home(),
                                        open.draft().plan().title(),
                                        Gates.ALL.stream()
                                                .filter(one -> read.getT2().contains(one)
                                                        || read.getT1().stream()
                                                                .anyMatch(waiver -> waiver.gate()
                                                                        .equals(one.key())))
                                                .map(one -> choice(
                                                        one,
                                                        read.getT1(),
                                                        gate,
                                                        open.association().zone(),
                                                        Language.of(exchange)))
                                                .toList(),
                                        reason))
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }

    private static Choice choice(
            Gate gate, List<Waiver> inForce, @Nullable String chosen, ZoneId zone, Language language) {
        Optional<Waiver> waiver =
                inForce.stream().filter(one -> one.gate().equals(gate.key())).findFirst();
        return new Choice(
                gate.key(),
                gate.key().equals(chosen),
                waiver.map(Waiver::reason).orElse(""),
                waiver.map(one -> DayText.text(one.on(zone), language.locale())).orElse(""));
    }

    record WaiverPage(String home, String title, List<Choice> gates, String reason) {

        public List<Choice> open() {
            return gates.stream().filter(gate -> gate.reason().isEmpty()).toList();
        }

        public List<Choice> waived() {
            return gates.stream().filter(gate -> !gate.reason().isEmpty()).toList();
        }
    }

    /** @param reason why it was passed over, empty when it is asked */
    record Choice(String key, boolean chosen, String reason, String on) {}
}

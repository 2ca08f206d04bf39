package org.tremplin.operation.visit;

import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.operation.demo.Landmarks;
import org.tremplin.platform.DemoOnly;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.transparency.ForgedJournals;
import reactor.core.publisher.Mono;

/** The guided visit, and the two forged journals that its third stop gives out to be caught. */
@Controller
@DemoOnly
class VisitController {

    private static final MediaType JSON_LINES = MediaType.parseMediaType("application/jsonl;charset=utf-8");

    private final VisitPages pages;
    private final Landmarks landmarks;
    private final ForgedJournals forged;

    VisitController(VisitPages pages, Landmarks landmarks, ForgedJournals forged) {
        this.pages = pages;
        this.landmarks = landmarks;
        this.forged = forged;
    }

    @GetMapping("/demo/visite")
    Rendering start() {
        return Rendering.view("operation/visit-start")
                .modelAttribute("stops", Stop.values())
                .build();
    }

    @GetMapping("/demo/visite/{stop}")
    Mono<Rendering> stop(@PathVariable("stop") String number, ServerWebExchange exchange) {
        return Mono.justOrEmpty(Stop.numbered(number))
                .switchIfEmpty(NotFound.page())
                .flatMap(stop -> pages.page(stop, Language.of(exchange).locale()))
                .map(page -> Rendering.view("operation/visit")
                        .modelAttribute("page", page)
                        .build());
    }

    @GetMapping("/demo/visite/exercice")
    Rendering exercise() {
        return Rendering.view("operation/visit-exercise").build();
    }

    @GetMapping("/demo/visite/journal-retouche.jsonl")
    @ResponseBody
    Mono<ResponseEntity<String>> typedOver() {
        return file("journal-retouche.jsonl", garden().flatMap(id -> forged.typedOver(id, Landmarks.PUMP_CENTS)));
    }

    @GetMapping("/demo/visite/journal-resigne.jsonl")
    @ResponseBody
    Mono<ResponseEntity<String>> signedAgain() {
        return file(
                "journal-resigne.jsonl",
                garden().zipWith(landmarks.claire())
                        .flatMap(both ->
                                forged.signedAgain(both.getT1(), both.getT2().donation())));
    }

    private Mono<UUID> garden() {
        return landmarks
                .garden()
                .map(PublishedCampaign::campaign)
                .map(campaign -> campaign.id().value());
    }

    private static Mono<ResponseEntity<String>> file(String name, Mono<String> text) {
        return text.onErrorMap(
                        IllegalStateException.class,
                        unsigned -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, null, unsigned))
                .switchIfEmpty(NotFound.page())
                .map(lines -> ResponseEntity.ok()
                        .contentType(JSON_LINES)
                        .header(
                                "Content-Disposition",
                                ContentDisposition.attachment()
                                        .filename(name)
                                        .build()
                                        .toString())
                        .body(lines));
    }
}

package org.tremplin.capacity.experience;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.file.Uploaded;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Where who runs the instance reads what was sent, and carries sheets from one instance to another. */
@Controller
class ReadingController {

    private static final String ALL = "/admin/experiences";
    private static final String FILE = ALL + "/fichier";

    private final ReadingDesk desk;
    private final Moderation moderation;
    private final CarriedSheets carried;

    ReadingController(ReadingDesk desk, Moderation moderation, CarriedSheets carried) {
        this.desk = desk;
        this.moderation = moderation;
        this.carried = carried;
    }

    /** @param added sheets of a file that wait now; @param known those that were here already */
    @GetMapping(ALL)
    Mono<Rendering> list(
            @RequestParam(name = "ajoutees", defaultValue = "-1") int added,
            @RequestParam(name = "connues", defaultValue = "0") int known,
            ServerWebExchange exchange) {
        return view(new Brought(added, known), Motive.NONE, new Problems(), exchange);
    }

    @PostMapping(ALL + "/{experience}")
    Mono<Rendering> decide(@PathVariable("experience") UUID id, ServerWebExchange exchange) {
        return decided(id, moderation::decideSheet, exchange);
    }

    @PostMapping(ALL + "/commentaires/{comment}")
    Mono<Rendering> decideComment(@PathVariable("comment") UUID id, ServerWebExchange exchange) {
        return decided(id, moderation::decideComment, exchange);
    }

    /**
     * Fields: {@code geste}, {@code motif} for what is not accepted, and {@code version}, the one that was read. What
     * changed or was decided meanwhile stays as it is.
     */
    private Mono<Rendering> decided(UUID id, Deciding deciding, ServerWebExchange exchange) {
        return Typed.in(exchange).flatMap(typed -> {
            Verdict verdict = Verdict.of(typed.line("geste")).orElse(null);
            if (verdict == null) {
                return NotFound.page();
            }
            String reason = typed.text("motif");
            Problems problems = new Problems();
            if (verdict.saysWhy() && reason.isEmpty()) {
                problems.add("motif-" + id, "reading.reason.missing");
            } else if (Told.length(reason) > Moderation.LONGEST_REASON) {
                problems.add("motif-" + id, "experience.long", Moderation.LONGEST_REASON, Told.length(reason));
            }
            return problems.none()
                    ? deciding.decide(id, typed.version(), verdict, reason)
                            .flatMap(done -> done
                                    ? Mono.just(SeeOther.to(ALL))
                                    : view(
                                            Brought.NONE,
                                            new Motive(id, reason),
                                            problems.add("fiches", "reading.changed"),
                                            exchange))
                    : view(Brought.NONE, new Motive(id, reason), problems, exchange);
        });
    }

    @GetMapping(FILE)
    Mono<ResponseEntity<byte[]>> export() {
        return carried.export()
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Content-Disposition", "attachment; filename=\"tremplin-experiences.json\"")
                        .header("Cache-Control", "no-store")
                        .body(bytes));
    }

    /** Field {@code fichier}. */
    @PostMapping(FILE)
    Mono<Rendering> bring(ServerWebExchange exchange) {
        return exchange.getMultipartData()
                .flatMap(parts -> Uploaded.bytes(parts.getFirst("fichier"), SheetsFile.MOST_BYTES))
                .flatMap(carried::bring)
                .flatMap(brought -> brought.fold(
                        (added, known) -> Mono.just(SeeOther.to(ALL + "?ajoutees=" + added + "&connues=" + known)),
                        (reason, place) -> view(
                                Brought.NONE, Motive.NONE, new Problems().add("fichier", reason, place), exchange)));
    }

    private Mono<Rendering> view(Brought brought, Motive motive, Problems problems, ServerWebExchange exchange) {
        return desk.page(Language.of(exchange).locale())
                .map(page -> Rendering.view("capacity/reading")
                        .modelAttribute("section", "experiences")
                        .modelAttribute("page", page)
                        .modelAttribute("brought", brought)
                        .modelAttribute("motive", motive)
                        .modelAttribute("problems", problems)
                        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                        .build());
    }

    private interface Deciding {
        Mono<Boolean> decide(UUID id, int version, Verdict verdict, String reason);
    }

    /**
     * Why something is not accepted, as typed and not kept.
     *
     * @param of a sheet or a comment; none for nothing typed
     */
    record Motive(@Nullable UUID of, String words) {
        static final Motive NONE = new Motive(null, "");
    }

    /** @param added below 0 when nothing was brought */
    record Brought(int added, int known) {
        static final Brought NONE = new Brought(-1, 0);
    }
}

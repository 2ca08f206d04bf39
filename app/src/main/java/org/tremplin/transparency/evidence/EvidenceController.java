package org.tremplin.transparency.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.web.CachedPages;
import org.tremplin.platform.web.Frames;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Pages;
import org.tremplin.transparency.DiagnosisOpened;
import reactor.core.publisher.Mono;

/** The evidence of a campaign: a page read in a minute, a file that travels, and the schema it keeps to. */
@RestController
class EvidenceController {

    private static final MediaType JSON = MediaType.APPLICATION_JSON;
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

    private final ReadEvidence evidences;
    private final DiagnosisOpened diagnosis;
    private final EvidenceJson json;
    private final EvidencePages rows;
    private final SupportRows supported;
    private final GateRows gates;
    private final CachedPages cached;
    private final Pages pages;
    private final Frames frames;

    EvidenceController(
            ReadEvidence evidences,
            DiagnosisOpened diagnosis,
            EvidenceJson json,
            EvidencePages rows,
            SupportRows supported,
            GateRows gates,
            CachedPages cached,
            Pages pages,
            Frames frames) {
        this.evidences = evidences;
        this.diagnosis = diagnosis;
        this.json = json;
        this.rows = rows;
        this.supported = supported;
        this.gates = gates;
        this.cached = cached;
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping("/c/{slug}/mecene")
    Mono<ResponseEntity<byte[]>> page(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return at(slug).flatMap(found -> opened(found, exchange)
                .map(opened -> own(render(slug, found, opened, language)))
                .switchIfEmpty(Mono.fromSupplier(() -> cached.answer(
                        exchange, "evidence " + slug, found, () -> render(slug, found, null, language)))));
    }

    /** Empty for everybody without a private link that holds, so that they all get the same bytes. */
    private Mono<Opened> opened(ReadEvidence.Read found, ServerWebExchange exchange) {
        String token = Opened.token(exchange);
        return token == null
                ? Mono.empty()
                : diagnosis.until(found.association(), token).map(until -> new Opened(token, until));
    }

    /** For one reader, and without telling others the address: it has the key in it. */
    private static ResponseEntity<byte[]> own(byte[] page) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .body(page);
    }

    private byte[] render(String slug, ReadEvidence.Read shown, @Nullable Opened opened, Language language) {
        return pages.render(
                "transparency/evidence",
                frames.shared(
                        language,
                        "/c/" + slug + "/mecene",
                        opened == null ? "" : "?" + Opened.FIELD + "=" + opened.token()),
                Map.of(
                        "page",
                        rows.page(shown.evidence(), opened, language),
                        "support",
                        supported.of(shown.support(), shown.evidence().asOf(), language),
                        "gates",
                        gates.of(shown.evidence().gates(), shown.evidence().waivers(), language)));
    }

    /** The same bytes in every language. */
    @GetMapping("/c/{slug}/preuves.json")
    Mono<ResponseEntity<byte[]>> file(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        return at(slug).map(ReadEvidence.Read::evidence)
                .map(found -> cached.answer(exchange, JSON, "evidence file " + slug, found, () -> json.write(found)));
    }

    @GetMapping("/preuves-v1.schema.json")
    ResponseEntity<Resource> schema() {
        return ResponseEntity.ok().contentType(SCHEMA).body(new ClassPathResource("offline/preuves-v1.schema.json"));
    }

    private Mono<ReadEvidence.Read> at(String slug) {
        return evidences.at(slug).switchIfEmpty(NotFound.page());
    }
}

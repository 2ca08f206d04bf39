package org.tremplin.transparency.evidence;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.web.CachedPages;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.Evidences;
import reactor.core.publisher.Mono;

/** The evidence of a campaign as a file that travels, and the schema it keeps to. */
@RestController
class EvidenceController {

    private static final MediaType JSON = MediaType.APPLICATION_JSON;
    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

    private final Evidences evidences;
    private final EvidenceJson json;
    private final CachedPages cached;

    EvidenceController(Evidences evidences, EvidenceJson json, CachedPages cached) {
        this.evidences = evidences;
        this.json = json;
        this.cached = cached;
    }

    /** The same bytes in every language. */
    @GetMapping("/c/{slug}/preuves.json")
    Mono<ResponseEntity<byte[]>> file(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        return at(slug).map(found ->
                cached.answer(exchange, JSON, "evidence file " + slug, found, () -> json.write(found)));
    }

    @GetMapping("/preuves-v1.schema.json")
    ResponseEntity<Resource> schema() {
        return ResponseEntity.ok().contentType(SCHEMA).body(new ClassPathResource("offline/preuves-v1.schema.json"));
    }

    private Mono<Evidence> at(String slug) {
        return evidences.find(slug).switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}

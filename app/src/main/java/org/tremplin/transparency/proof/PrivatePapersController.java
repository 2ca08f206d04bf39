package org.tremplin.transparency.proof;

import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Originals and their pages, for those few who may see them. Kept by no browser; every opening is in the log of acts. */
@RestController
class PrivatePapersController {

    private static final String HOME = "/espace/{association}/depenses/{expense}/justificatifs/{proof}";

    /** By content; a name that a browser would act on is never given back. */
    private static final Map<String, String> NAMES =
            Map.of("application/pdf", "original.pdf", "image/png", "original.png", "image/jpeg", "original.jpg");

    private final ProofDesk desk;
    private final Proofs proofs;
    private final ProofFiles files;
    private final Audit audit;

    PrivatePapersController(ProofDesk desk, Proofs proofs, ProofFiles files, Audit audit) {
        this.desk = desk;
        this.proofs = proofs;
        this.files = files;
        this.audit = audit;
    }

    /** To keep, never to show: a PDF of a stranger is nothing to open inside our pages. */
    @GetMapping(HOME + "/original")
    Mono<ResponseEntity<Flux<DataBuffer>>> original(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            @PathVariable("proof") UUID id) {
        return desk.open(slug, expense, id).flatMap(paper -> {
            Proof proof = paper.proof();
            UUID file = proof.originalFile();
            return file == null
                    ? NotFound.page()
                    : audit.note("proof.downloaded", proof.association(), id)
                            .thenReturn(answer(
                                    file,
                                    proof.type(),
                                    ContentDisposition.attachment()
                                            .filename(NAMES.getOrDefault(proof.type(), "original"))
                                            .build()));
        });
    }

    @GetMapping(HOME + "/pages/{page}")
    Mono<ResponseEntity<Flux<DataBuffer>>> page(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            @PathVariable("proof") UUID id,
            @PathVariable("page") int no) {
        return desk.open(slug, expense, id)
                .flatMap(paper -> proofs.pages(id)
                        .filter(page -> page.no() == no)
                        .next()
                        .switchIfEmpty(NotFound.page())
                        .flatMap(page -> audit.note(
                                        "proof.page-opened", paper.proof().association(), id)
                                .thenReturn(answer(
                                        page.image(),
                                        page.type(),
                                        ContentDisposition.inline().build()))));
    }

    @GetMapping(HOME + "/copie.png")
    Mono<ResponseEntity<Flux<DataBuffer>>> copy(
            @PathVariable("association") String slug,
            @PathVariable("expense") UUID expense,
            @PathVariable("proof") UUID id) {
        return desk.open(slug, expense, id).flatMap(paper -> {
            Proof.Copy copy = paper.proof().copy();
            return copy == null
                    ? NotFound.page()
                    : Mono.just(answer(
                            copy.file(),
                            MediaType.IMAGE_PNG_VALUE,
                            ContentDisposition.inline().build()));
        });
    }

    private ResponseEntity<Flux<DataBuffer>> answer(UUID file, String type, ContentDisposition disposition) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", PublicCopyController.NOTHING)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(files.read(file).map(DefaultDataBufferFactory.sharedInstance::wrap));
    }
}

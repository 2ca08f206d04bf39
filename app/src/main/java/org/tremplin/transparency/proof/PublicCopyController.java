package org.tremplin.transparency.proof;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tremplin.transparency.ProofState;
import reactor.core.publisher.Mono;

/** Public copies, by their fingerprint: the address says what must come out of it. */
@RestController
class PublicCopyController {

    /** A picture, whatever a browser might make of it. */
    static final String NOTHING = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private final Proofs proofs;
    private final ProofFiles files;

    PublicCopyController(Proofs proofs, ProofFiles files) {
        this.proofs = proofs;
        this.files = files;
    }

    static String address(String hash) {
        return "/justificatifs/" + hash + ".png";
    }

    /** Kept for an hour by browsers: one that is withdrawn must not be shown for long. */
    @GetMapping("/justificatifs/{fingerprint}.png")
    Mono<ResponseEntity<byte[]>> copy(@PathVariable("fingerprint") String fingerprint) {
        if (!ProofDesk.fingerprint(fingerprint)) {
            return Mono.just(ResponseEntity.notFound().build());
        }
        return proofs.publishedAs(fingerprint)
                .flatMap(proof -> {
                    Proof.Copy copy = proof.copy();
                    return copy == null || proof.state() == ProofState.WITHDRAWN
                            ? Mono.just(ResponseEntity.status(HttpStatus.GONE).<byte[]>build())
                            : files.whole(copy.file()).map(PublicCopyController::picture);
                })
                .defaultIfEmpty(ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> picture(byte[] png) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .header("Content-Security-Policy", NOTHING)
                .header("Content-Disposition", "inline")
                .body(png);
    }
}

package org.tremplin.platform.file;

import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Serves public files; one never changes, so a browser keeps it. */
@RestController
class FilesController {

    private final Files files;

    FilesController(Files files) {
        this.files = files;
    }

    @GetMapping("/fichiers/{id}")
    Mono<ResponseEntity<byte[]>> file(@PathVariable("id") UUID id) {
        return files.read(id)
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(file.type()))
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .body(file.bytes()))
                .defaultIfEmpty(ResponseEntity.notFound().build());
    }
}

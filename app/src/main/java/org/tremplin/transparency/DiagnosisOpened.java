package org.tremplin.transparency;

import java.time.LocalDate;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** A port: patrons stand above this module, and know who was shown the diagnosis of an association. */
public interface DiagnosisOpened {

    /** Last day on which whoever has this link may read it; empty when it opens nothing. */
    Mono<LocalDate> until(UUID association, String token);
}

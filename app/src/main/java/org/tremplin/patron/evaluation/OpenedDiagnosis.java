package org.tremplin.patron.evaluation;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.Openings;
import org.tremplin.transparency.DiagnosisOpened;
import reactor.core.publisher.Mono;

@Component
class OpenedDiagnosis implements DiagnosisOpened {

    private final Openings openings;

    OpenedDiagnosis(Openings openings) {
        this.openings = openings;
    }

    @Override
    public Mono<LocalDate> until(UUID association, String token) {
        return openings.toPatron(new AssociationId(association), token);
    }
}

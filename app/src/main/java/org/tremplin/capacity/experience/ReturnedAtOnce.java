package org.tremplin.capacity.experience;

import java.time.YearMonth;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.Returning;
import reactor.core.publisher.Mono;

/** Experience, written and read as the pages would. */
@Component
class ReturnedAtOnce implements Returning {

    private final Experiences experiences;
    private final Moderation moderation;

    ReturnedAtOnce(Experiences experiences, Moderation moderation) {
        this.experiences = experiences;
        this.moderation = moderation;
    }

    @Override
    public Mono<Void> tell(AssociationId association, UUID campaign, YearMonth ended, UUID person, Returned told) {
        Told sheet = new Told(
                "fr", told.helped(), told.otherwise(), told.advice(), told.items(), told.template(), "NONE", "LOCAL");
        return experiences
                .find(association, campaign)
                .switchIfEmpty(experiences
                        .send(association, campaign, ended, sheet, Opened.NOTHING, person)
                        .then(experiences.find(association, campaign)))
                .filter(found -> found.state() == State.SENT)
                .flatMap(found -> moderation.decideSheet(found.id(), found.version(), Verdict.ACCEPT, ""))
                .then();
    }
}

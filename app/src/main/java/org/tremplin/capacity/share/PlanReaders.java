package org.tremplin.capacity.share;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import reactor.core.publisher.Mono;

/** Who outside reads the plan of an association, so that those who write it know. */
@Component
public class PlanReaders {

    private final PublicShares shares;
    private final Grants grants;
    private final Clock clock;

    PlanReaders(PublicShares shares, Grants grants, Clock clock) {
        this.shares = shares;
        this.grants = grants;
        this.clock = clock;
    }

    public Mono<Readers> of(Association association) {
        return Mono.zip(
                shares.open(association.id()).map(rows -> rows.contains(Shared.PLAN)),
                grants.of(association.id())
                        .filter(grant -> grant.sees(Shared.PLAN) && grant.holds(clock, association.zone()))
                        .count()
                        .map(Long::intValue),
                Readers::new);
    }

    /** @param invited how many advisers and patrons read it */
    public record Readers(boolean everybody, int invited) {

        public boolean any() {
            return everybody || invited > 0;
        }
    }
}

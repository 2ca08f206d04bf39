package org.tremplin.campaign.readiness;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Memberships;
import org.tremplin.association.Payees;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Waiver;
import org.tremplin.campaign.Waivers;
import org.tremplin.campaign.design.Completeness;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings together what gates look at. */
@Component
public class Readiness {

    /** Roles that can write a campaign: a reader or an accountant cannot take over. */
    private static final List<Role> HOLDERS = List.of(Role.PRESIDENT, Role.TREASURER, Role.EDITOR);

    private final Payees payees;
    private final Memberships memberships;
    private final StoredFormalities formalities;
    private final Resolutions resolutions;
    private final Waivers waivers;

    Readiness(
            Payees payees,
            Memberships memberships,
            StoredFormalities formalities,
            Resolutions resolutions,
            Waivers waivers) {
        this.payees = payees;
        this.memberships = memberships;
        this.formalities = formalities;
        this.resolutions = resolutions;
        this.waivers = waivers;
    }

    /**
     * @param campaign one of this association
     * @param inForce the edition that is public now, none before the first
     */
    public Mono<Situation> of(
            Association association, CampaignId campaign, Plan plan, @Nullable Plan inForce, LocalDate today) {
        Mono<List<UUID>> presidents =
                memberships.persons(association.id(), Role.PRESIDENT).distinct().collectList();
        Mono<Long> holders = Flux.fromIterable(HOLDERS)
                .concatMap(role -> memberships.persons(association.id(), role))
                .distinct()
                .count();
        return Mono.zip(
                        payees.of(association.id()),
                        presidents,
                        holders,
                        formalities.of(campaign),
                        resolutions.latest(campaign, association.zone()),
                        waivers.of(campaign))
                .map(read -> new Situation(
                        plan,
                        Completeness.missing(plan, inForce, today),
                        association,
                        read.getT1(),
                        read.getT2().size(),
                        read.getT3().intValue(),
                        read.getT4(),
                        read.getT5().orElse(null),
                        read.getT6().stream().collect(Collectors.toMap(Waiver::gate, Function.identity())),
                        today));
    }
}

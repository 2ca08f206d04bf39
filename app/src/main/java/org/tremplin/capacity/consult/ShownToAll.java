package org.tremplin.capacity.consult;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.PlannedOutside;
import org.tremplin.capacity.PublicDiagnoses;
import org.tremplin.capacity.PublicDiagnosis;
import org.tremplin.capacity.diagnosis.SharedResult;
import org.tremplin.capacity.diagnosis.SharedResults;
import org.tremplin.capacity.network.AgreedPartners;
import org.tremplin.capacity.share.Audience;
import org.tremplin.capacity.share.PublicShares;
import org.tremplin.capacity.share.Shared;
import org.tremplin.capacity.share.Visibility;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** Puts together what everybody sees of an association's diagnosis. */
@Component
class ShownToAll implements PublicDiagnoses {

    private final PublicShares shares;
    private final SharedResults results;
    private final AgreedPartners partners;
    private final SharedPlan plan;

    ShownToAll(PublicShares shares, SharedResults results, AgreedPartners partners, SharedPlan plan) {
        this.shares = shares;
        this.results = results;
        this.partners = partners;
        this.plan = plan;
    }

    @Override
    public Mono<Optional<PublicDiagnosis>> of(Association association, Locale locale) {
        return shares.open(association.id())
                .filter(rows -> !rows.isEmpty())
                .flatMap(rows -> told(association, rows, locale))
                .filter(PublicDiagnosis::tells)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    @Override
    public Mono<Void> showAll(AssociationId association, SignedInPerson by) {
        return shares.choose(association, Visibility.choices(Audience.PUBLIC), by);
    }

    /** What would be told if these rows were open. */
    Mono<PublicDiagnosis> told(Association association, Set<Shared> rows, Locale locale) {
        Set<Shared> seen = Visibility.seen(Audience.PUBLIC, rows);
        return Mono.zip(
                        results.of(association.id(), association.zone(), Audience.PUBLIC, rows, locale),
                        seen.contains(Shared.NAMED_PARTNERS)
                                ? partners.of(association.id())
                                : Mono.just(List.<String>of()),
                        plan.of(association.id(), Audience.PUBLIC, seen, locale))
                .map(read -> told(read.getT1().orElse(null), read.getT2(), read.getT3()));
    }

    private static PublicDiagnosis told(
            @Nullable SharedResult result, List<String> names, List<PlannedOutside> actions) {
        SharedResult.@Nullable Readiness campaign = result == null ? null : result.readiness();
        return new PublicDiagnosis(
                result == null ? null : result.on(),
                result == null
                        ? List.of()
                        : result.counts().stream()
                                .map(one -> new PublicDiagnosis.Count(one.title(), one.counts()))
                                .toList(),
                names,
                campaign == null ? null : campaign.on(),
                campaign == null ? List.of() : campaign.resources(),
                actions);
    }
}

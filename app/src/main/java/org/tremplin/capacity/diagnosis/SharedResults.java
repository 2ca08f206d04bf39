package org.tremplin.capacity.diagnosis;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.network.AgreedPartners;
import org.tremplin.capacity.share.Audience;
import org.tremplin.capacity.share.Held;
import org.tremplin.capacity.share.Shared;
import org.tremplin.capacity.share.Visibility;
import reactor.core.publisher.Mono;

/** The latest result of an association as an audience may see it, cut before it leaves this room. */
@Component
public class SharedResults {

    private final StoredAssessments assessments;
    private final AgreedPartners agreed;
    private final Grid grid;
    private final MessageSource messages;

    SharedResults(StoredAssessments assessments, AgreedPartners agreed, Grid grid, MessageSource messages) {
        this.assessments = assessments;
        this.agreed = agreed;
        this.grid = grid;
        this.messages = messages;
    }

    /**
     * @param chosen rows the association opened; what this audience may not see is left out whatever was chosen
     * @return empty before a first result
     */
    public Mono<Optional<SharedResult>> of(
            AssociationId association, ZoneId zone, Audience audience, Set<Shared> chosen, Locale locale) {
        Set<Shared> seen = Visibility.seen(audience, chosen);
        return Mono.zip(
                        assessments.results(association),
                        assessments.ofLastCampaign(association),
                        named(association, audience, seen))
                .map(read -> read.getT1().isEmpty()
                        ? Optional.empty()
                        : Optional.of(page(read.getT1(), read.getT2(), read.getT3(), zone, audience, seen, locale)));
    }

    /** To patrons only those that agreed to it; the public page reads them itself, before a first result too. */
    private Mono<List<String>> named(AssociationId association, Audience audience, Set<Shared> seen) {
        return audience == Audience.PATRON && seen.contains(Shared.NAMED_PARTNERS)
                ? agreed.of(association)
                : Mono.just(List.of());
    }

    /** What each of these opens to its adviser, without its campaigns; those before a first result are not in it. */
    public Mono<Map<AssociationId, SharedResult>> of(List<Held> held, Locale locale) {
        return assessments
                .results(held.stream().map(one -> one.association().id()).toList())
                .map(made -> held.stream()
                        .filter(one -> made.containsKey(one.association().id()))
                        .collect(Collectors.toMap(
                                one -> one.association().id(),
                                one -> page(
                                        made.getOrDefault(one.association().id(), List.of()),
                                        Optional.empty(),
                                        List.of(),
                                        one.association().zone(),
                                        Audience.ADVISER,
                                        one.grant().seen(),
                                        locale))));
    }

    SharedResult page(
            List<StoredAssessments.Made> made,
            Optional<StoredAssessments.Made> campaign,
            List<String> named,
            ZoneId zone,
            Audience audience,
            Set<Shared> seen,
            Locale locale) {
        return new SharedParts(new Telling(grid, messages, locale), audience, seen, zone).of(made, campaign, named);
    }
}

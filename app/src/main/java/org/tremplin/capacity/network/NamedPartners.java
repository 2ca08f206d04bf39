package org.tremplin.capacity.network;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.grid.Grid;
import reactor.core.publisher.Mono;

/** Partners with their names, for pages that only the association reads. */
@Component
public class NamedPartners {

    private final Partners partners;
    private final Grid grid;

    NamedPartners(Partners partners, Grid grid) {
        this.partners = partners;
        this.grid = grid;
    }

    /** In the order they were named. */
    public Mono<List<Named>> of(AssociationId association) {
        return partners.all(association).map(NamedPartners::named).collectList();
    }

    /** What puts their types in the place of their names, for texts that leave the association. */
    public Mono<Nameless> nameless(AssociationId association, Locale locale) {
        return partners.called(association)
                .collectList()
                .map(all -> new Nameless(all.stream()
                        .collect(Collectors.toMap(
                                Partners.Called::name,
                                one -> grid.asked()
                                        .partnerTypes()
                                        .get(one.type().ordinal())
                                        .words()
                                        .in(locale.getLanguage()),
                                (one, same) -> one))));
    }

    private static Named named(NamedPartner one) {
        return new Named(
                one.name(), one.type(), one.brings(), decision(one.weighing().decision()));
    }

    private static @Nullable Decision decision(Weighing.@Nullable Decision decided) {
        return decided == null ? null : Decision.valueOf(decided.name());
    }

    /** What the association made of a partnership. */
    public enum Decision {
        KEEP,
        REVIEW,
        LEAVE
    }

    /** @param decision none until it was weighed */
    public record Named(
            String name,
            PartnerType type,
            Set<Contribution> brings,
            @Nullable Decision decision) {

        public Named {
            brings = Set.copyOf(brings);
        }
    }
}

package org.tremplin.capacity.plan;

import java.util.List;
import java.util.Set;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.network.NamedPartners.Decision;
import org.tremplin.capacity.network.NamedPartners.Named;

class StrategyMakingTest {

    private static final List<Named> PARTNERS = List.of(
            new Named("Mairie de Valmorin", PartnerType.PUBLIC, Set.of(Contribution.RES), Decision.KEEP),
            new Named("École des Tilleuls", PartnerType.EDUCATION, Set.of(Contribution.VIS), Decision.REVIEW),
            new Named("Radio Plaine", PartnerType.MEDIA, Set.of(Contribution.VIS), null));
}

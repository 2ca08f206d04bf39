package org.tremplin.patron.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.patron.Presenting;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** What the desk and the page of a dossier do, at once. */
@Component
class PresentedAtOnce implements Presenting {

    private final EnclosedPapers enclosures;
    private final Dossiers dossiers;
    private final Making making;
    private final Campaigns campaigns;
    private final Clock clock;

    PresentedAtOnce(EnclosedPapers enclosures, Dossiers dossiers, Making making, Campaigns campaigns, Clock clock) {
        this.enclosures = enclosures;
        this.dossiers = dossiers;
        this.making = making;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Override
    public Mono<Void> enclose(AssociationId association, String kind, byte[] paper) {
        Enclosure.Kind asked = Enclosure.Kind.of(kind).orElseThrow();
        return enclosures
                .of(association)
                .filter(given -> given.stream().noneMatch(one -> one.kind() == asked))
                .flatMap(given -> enclosures.put(association, asked, paper));
    }

    @Override
    public Mono<Void> present(String campaign, String whom, LocalDate until, UUID by) {
        return campaigns
                .findPublished(campaign)
                .filterWhen(found -> dossier(campaign, whom).hasElement().map(made -> !made))
                .flatMap(found -> making.make(found.campaign(), whom, until, clock.instant(), by, Language.FR))
                .then();
    }

    @Override
    public Mono<Void> visit(String campaign, String whom) {
        return dossier(campaign, whom)
                .filterWhen(made -> dossiers.openings(made).map(openings -> openings.isEmpty()))
                .flatMap(made -> dossiers.opened(made, false));
    }

    private Mono<Dossier> dossier(String campaign, String whom) {
        return campaigns
                .findPublished(campaign)
                .flatMapMany(found -> dossiers.of(
                        found.campaign().association(), found.campaign().id()))
                .filter(made -> made.label().equals(whom))
                .next();
    }
}

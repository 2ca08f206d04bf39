package org.tremplin.capacity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import reactor.core.publisher.Flux;

/** A port: campaigns stand above the experience that is returned from them. */
public interface CampaignEnds {

    /** Its public campaigns, running or over, the newest first. */
    Flux<CampaignEnd> of(Association association);

    /** Those of several associations that ended on a day of this span, the first that ended first. */
    Flux<CampaignEnd> ended(Collection<AssociationId> associations, LocalDate from, LocalDate until, int most);

    /** What campaigns are made from, by id, in the order of their names. */
    Map<String, String> templates(Locale locale);
}

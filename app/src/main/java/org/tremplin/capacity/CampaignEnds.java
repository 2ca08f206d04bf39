package org.tremplin.capacity;

import java.util.Locale;
import java.util.Map;
import org.tremplin.association.Association;
import reactor.core.publisher.Flux;

/** A port: campaigns stand above the experience that is returned from them. */
public interface CampaignEnds {

    /** Its public campaigns, running or over, the newest first. */
    Flux<CampaignEnd> of(Association association);

    /** What campaigns are made from, by id, in the order of their names. */
    Map<String, String> templates(Locale locale);
}

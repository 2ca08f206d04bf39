package org.tremplin.campaign;

import java.time.LocalDate;
import java.util.UUID;
import org.tremplin.platform.event.Fact;

/**
 * An update is public, or public in another wording.
 *
 * @param revision 1 when it is new, then one more each time it is corrected
 * @param day of this revision, in the association's zone
 * @param sha256 of the canonical text, lower-case hexadecimal
 */
@Fact(name = "campaign.update_published")
public record UpdatePublished(
        UUID update, UUID campaign, UUID association, int revision, LocalDate day, String sha256) {}

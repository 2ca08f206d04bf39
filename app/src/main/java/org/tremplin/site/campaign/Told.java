package org.tremplin.site.campaign;

import java.util.List;
import org.tremplin.campaign.Promised;
import org.tremplin.campaign.Update;

/**
 * What a campaign's page tells of what came after.
 *
 * @param updates the newest ones, withdrawn ones too
 * @param promises by day
 */
public record Told(List<Update> updates, List<Promised> promises) {

    /** Updates on the campaign's own page; the others are on theirs. */
    static final int SHOWN = 2;
}

package org.tremplin.site.funds;

import java.util.List;
import org.tremplin.campaign.Amended;
import org.tremplin.donation.OfflineSum;
import org.tremplin.site.campaign.Snapshot;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.PublicProof;
import org.tremplin.transparency.Remainder;
import org.tremplin.transparency.Report;
import org.tremplin.transparency.Spent;

/**
 * Everything the bytes of the page depend on, language apart.
 *
 * @param promised quotes and orders that are not spent yet; @param proofs of these and of what was spent
 * @param reports public ones, the newest first
 */
record FundsSnapshot(
        Snapshot seen,
        List<Spent> spending,
        List<Spent> promised,
        List<PublicProof> proofs,
        List<Amended> amendments,
        OfflineSum offline,
        List<Remainder> remainders,
        List<Report> reports) {

    CampaignUse use() {
        return seen.use();
    }
}

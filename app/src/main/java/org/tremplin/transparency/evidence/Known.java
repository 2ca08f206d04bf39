package org.tremplin.transparency.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Association;
import org.tremplin.campaign.Amended;
import org.tremplin.campaign.CampaignNews;
import org.tremplin.campaign.GateMet;
import org.tremplin.campaign.Promised;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.campaign.Waiver;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.JournalHead;
import org.tremplin.transparency.PromisedSupport;
import org.tremplin.transparency.PublicProof;
import org.tremplin.transparency.Remainder;
import org.tremplin.transparency.Spent;

/** Everything public of a campaign that was read, before it is put in order. @param today in the association's zone */
record Known(
        PublishedCampaign published,
        Association association,
        CampaignUse use,
        List<Spent> spending,
        List<PublicProof> proofs,
        List<Amended> amendments,
        List<Promised> promises,
        CampaignNews.Count told,
        @Nullable JournalHead head,
        List<Remainder> remainders,
        List<Waiver> waivers,
        List<GateMet> gates,
        boolean feesAwaited,
        PromisedSupport.Support support,
        LocalDate today) {

    Known with(JournalHead signed) {
        return new Known(
                published,
                association,
                use,
                spending,
                proofs,
                amendments,
                promises,
                told,
                signed,
                remainders,
                waivers,
                gates,
                feesAwaited,
                support,
                today);
    }

    UUID campaign() {
        return published.campaign().id().value();
    }

    LocalDate day(Instant at) {
        return association.day(at);
    }

    @Nullable
    LocalDate dayOrNone(@Nullable Instant at) {
        return at == null ? null : day(at);
    }
}

package org.tremplin.donation;

import java.util.Map;
import java.util.UUID;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import reactor.core.publisher.Mono;

/** Keeps gifts that no provider carries, as the treasurer's pages do. The sample data takes this way. */
public interface OfflineGiving {

    /**
     * @param fields what the sheet would send; {@code cle} is its once-only key
     * @param by the person who types
     * @return an error when the sheet would have been refused
     */
    Mono<Void> enter(Association association, PublishedCampaign to, Map<String, String> fields, UUID by);

    /**
     * One gift that came, in the caller's transaction, which sees to it that it is entered once.
     *
     * @param fields of one row of the sheet, number 0; its amount may be less than the euro a sheet asks for
     * @return the gift; an error when the sheet would have been refused
     */
    Mono<UUID> enterOne(Association association, PublishedCampaign to, Map<String, String> fields, UUID by);

    /** What this donor announced came today, whole; one that came before changes nothing. */
    Mono<Void> receive(Association association, UUID payment, long cents);

    /** Everything in hand for this campaign goes to the bank today; gives how many. */
    Mono<Long> deposit(Association association, UUID campaign);

    /** Everything of this campaign that the bank has is on the account today; gives how many. */
    Mono<Long> clear(Association association, UUID campaign);
}

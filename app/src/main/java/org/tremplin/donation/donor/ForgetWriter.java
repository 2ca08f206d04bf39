package org.tremplin.donation.donor;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.Following;
import org.tremplin.notification.MailQueue;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.privacy.ErasesAgain;
import org.tremplin.platform.privacy.Erasures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets a donor who wrote to the association: only what is this association's own, gifts to others are theirs. */
@Component
class ForgetWriter implements ErasesAgain {

    private static final String KIND = "donor";

    private final DonorGifts gifts;
    private final EraseDonor eraseDonor;
    private final MailQueue mails;
    private final Following following;
    private final Erasures erasures;
    private final Audit audit;

    ForgetWriter(
            DonorGifts gifts,
            EraseDonor eraseDonor,
            MailQueue mails,
            Following following,
            Erasures erasures,
            Audit audit) {
        this.gifts = gifts;
        this.eraseDonor = eraseDonor;
        this.mails = mails;
        this.following = following;
        this.erasures = erasures;
        this.audit = audit;
    }

    /** In the caller's transaction. */
    Mono<Void> forget(DonorGifts.Donor donor, UUID by) {
        return erase(donor, by).then(erasures.done(KIND, donor.gift().toString()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Void> again(Set<String> subjects) {
        return Flux.fromIterable(subjects)
                .concatMap(gift -> gifts.find(UUID.fromString(gift)))
                .concatMap(donor -> erase(donor, null))
                .then();
    }

    private Mono<Void> erase(DonorGifts.Donor donor, @Nullable UUID by) {
        String email = donor.email().toLowerCase(Locale.ROOT);
        UUID association = donor.association();
        return gifts.lock(association, donor.gift())
                .collectList()
                .flatMap(locked -> eraseDonor.erase(locked, email))
                .then(email.isEmpty() ? Mono.empty() : mails.forget(email, "donation."))
                .then(email.isEmpty() ? Mono.empty() : following.forget(new AssociationId(association), email))
                .then(audit.noteOnce("donation.donor-erased", by, association, donor.gift()));
    }
}

package org.tremplin.donation.donor;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.campaign.Following;
import org.tremplin.notification.MailQueue;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/** The association erases a donor who wrote to it, by post or otherwise. */
@Controller
class EraseDonorController {

    private static final String PAGE = "/espace/{association}/dons/{donation}/effacement";

    private final DonorGifts gifts;
    private final EraseDonor eraseDonor;
    private final Associations associations;
    private final MailQueue mails;
    private final Following following;
    private final Audit audit;
    private final TransactionalOperator transaction;

    EraseDonorController(
            DonorGifts gifts,
            EraseDonor eraseDonor,
            Associations associations,
            MailQueue mails,
            Following following,
            Audit audit,
            TransactionalOperator transaction) {
        this.gifts = gifts;
        this.eraseDonor = eraseDonor;
        this.associations = associations;
        this.mails = mails;
        this.following = following;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping(PAGE)
    Mono<Rendering> show(
            @PathVariable("association") String slug,
            @PathVariable("donation") UUID donation,
            @RequestParam(name = "fait", required = false) @Nullable String done) {
        return at(slug, donation)
                .map(found -> Rendering.view("donation/erase-donor")
                        .modelAttribute("slug", slug)
                        .modelAttribute("donor", found.donor())
                        .modelAttribute("done", done != null)
                        .build());
    }

    @PostMapping(PAGE)
    Mono<Rendering> erase(
            @PathVariable("association") String slug, @PathVariable("donation") UUID donation, SignedInPerson acting) {
        return at(slug, donation)
                .flatMap(found -> erase(found, acting.id()))
                .thenReturn(SeeOther.to("/espace/" + slug + "/dons/" + donation + "/effacement?fait=oui"));
    }

    /** Only what is this association's own: gifts to others are theirs to answer for. */
    private Mono<Void> erase(Found found, UUID by) {
        UUID association = found.association().id().value();
        DonorGifts.Donor donor = found.donor();
        String email = donor.email().toLowerCase(Locale.ROOT);
        return gifts.lock(association, donor.gift())
                .collectList()
                .flatMap(locked -> eraseDonor.erase(locked, email))
                .then(email.isEmpty() ? Mono.empty() : mails.forget(email, "donation."))
                .then(
                        email.isEmpty()
                                ? Mono.empty()
                                : following.forget(found.association().id(), email))
                .then(audit.noteOnce("donation.donor-erased", by, association, donor.gift()))
                .as(transaction::transactional);
    }

    private Mono<Found> at(String slug, UUID donation) {
        return associations
                .at(slug)
                .flatMap(association ->
                        gifts.find(association.id().value(), donation).map(donor -> new Found(association, donor)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private record Found(Association association, DonorGifts.Donor donor) {}
}

package org.tremplin.donation.donor;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.SeeOther;
import reactor.core.publisher.Mono;

/** The association erases a donor who wrote to it, by post or otherwise. */
@Controller
class EraseDonorController {

    private static final String PAGE = "/espace/{association}/dons/{donation}/effacement";

    private final DonorGifts gifts;
    private final ForgetWriter writers;
    private final Associations associations;
    private final TransactionalOperator transaction;

    EraseDonorController(
            DonorGifts gifts, ForgetWriter writers, Associations associations, TransactionalOperator transaction) {
        this.gifts = gifts;
        this.writers = writers;
        this.associations = associations;
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
                .flatMap(found -> writers.forget(found.donor(), acting.id()).as(transaction::transactional))
                .thenReturn(SeeOther.to("/espace/" + slug + "/dons/" + donation + "/effacement?fait=oui"));
    }

    private Mono<Found> at(String slug, UUID donation) {
        return associations
                .at(slug)
                .flatMap(association ->
                        gifts.find(association.id().value(), donation).map(donor -> new Found(association, donor)))
                .switchIfEmpty(NotFound.page());
    }

    private record Found(Association association, DonorGifts.Donor donor) {}
}

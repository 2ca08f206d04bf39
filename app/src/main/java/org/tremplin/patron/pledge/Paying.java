package org.tremplin.patron.pledge;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.association.Means;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.Giving;
import org.tremplin.donation.OfflineGiving;
import org.tremplin.money.AmountText;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** Pays instalments by the door of every gift: the gift form, or the sheet on which a treasurer enters what came. */
@Component
class Paying {

    private final Pledges pledges;
    private final PledgeGifts paid;
    private final Giving giving;
    private final OfflineGiving offline;
    private final Campaigns campaigns;
    private final Associations associations;
    private final TransactionalOperator transaction;

    Paying(
            Pledges pledges,
            PledgeGifts paid,
            Giving giving,
            OfflineGiving offline,
            Campaigns campaigns,
            Associations associations,
            TransactionalOperator transaction) {
        this.pledges = pledges;
        this.paid = paid;
        this.giving = giving;
        this.offline = offline;
        this.campaigns = campaigns;
        this.associations = associations;
        this.transaction = transaction;
    }

    /** The address of the payment page for what is left of it; an error when it is not to be paid so. */
    Mono<URI> online(Pledge pledge, int number, String means, Language language) {
        Instalment one = pledge.instalments().stream()
                .filter(part -> part.number() == number && part.dueCents() > 0)
                .findFirst()
                .orElse(null);
        boolean atProvider = Means.onTheForm().stream()
                .anyMatch(known -> known.atProvider() && known.field().equals(means));
        return one == null || !atProvider
                ? Mono.error(() -> new IllegalStateException("Not to be paid so"))
                : Mono.zip(campaigns.findPublished(pledge.campaign()), associations.find(pledge.association()))
                        .flatMap(to -> giving.fulfil(
                                to.getT1().campaign().slug(),
                                form(
                                        pledge,
                                        one,
                                        to.getT1(),
                                        to.getT2().receipts().declared(),
                                        means),
                                language))
                        .onErrorResume(refused -> paid.begun(pledge, one).then(Mono.error(refused)))
                        .delayUntil(address -> paid.begun(pledge, one));
    }

    private static Map<String, String> form(
            Pledge pledge, Instalment one, PublishedCampaign to, boolean receipt, String means) {
        Map<String, String> fields = who(pledge, to, receipt);
        fields.put("montant", AmountText.of(one.restCents()));
        fields.put("moyen", means);
        fields.put("societe", "on");
        fields.put("raisonSociale", pledge.signer().organisation());
        fields.put("formeJuridique", pledge.signer().legalForm());
        fields.put("siren", pledge.signer().siren());
        fields.put("pays", "FR");
        fields.put("cle", one.payKey());
        return fields;
    }

    /**
     * Whether it was entered; false when it is not to be paid, or the sum is more than is left of it.
     *
     * @param reference as the bank statement says, or nothing
     * @param seen what was left of it when the sheet was shown: sent twice, it is entered once
     */
    Mono<Boolean> transfer(
            UUID pledge,
            int number,
            long seen,
            long cents,
            LocalDate day,
            String reference,
            Association association,
            PublishedCampaign to,
            UUID by) {
        return pledges.lock(pledge)
                .flatMap(found -> found.instalments().stream()
                        .filter(one -> one.number() == number && seen == one.restCents())
                        .filter(one -> cents > 0 && cents <= one.restCents())
                        .filter(one -> found.agreed() && one.outstandingCents() > 0)
                        .findFirst()
                        .map(one -> enter(found, one, cents, day, reference, association, to, by))
                        .orElseGet(() -> Mono.just(false)))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    private Mono<Boolean> enter(
            Pledge pledge,
            Instalment one,
            long cents,
            LocalDate day,
            String reference,
            Association association,
            PublishedCampaign to,
            UUID by) {
        Map<String, String> row = new HashMap<>();
        who(pledge, to, association.receipts().declared()).forEach((field, value) -> row.put(field + "-0", value));
        row.put("date-0", day.toString());
        row.put("moyen-0", Means.TRANSFER.field());
        row.put("montant-0", AmountText.of(cents));
        row.put("societe-0", pledge.signer().organisation());
        if (!pledge.signer().organisation().isEmpty()) {
            row.put("siren-0", pledge.signer().siren());
            row.put("formeJuridique-0", pledge.signer().legalForm());
        }
        row.put("reference-0", reference);
        return offline.enterOne(association, to, row, by)
                .flatMap(donation -> paid.pays(pledge.id(), one.number(), donation, cents, day))
                .thenReturn(true);
    }

    /** By the names that the form and the sheet share. */
    private static Map<String, String> who(Pledge pledge, PublishedCampaign to, boolean receipt) {
        Pledge.Signer signer = pledge.signer();
        Map<String, String> fields = new HashMap<>();
        fields.put("prenom", signer.firstName());
        fields.put("nom", signer.lastName());
        fields.put("email", signer.email());
        if (receipt) {
            fields.put("recu", "on");
            fields.put("adresse", signer.street());
            fields.put("codePostal", signer.postalCode());
            fields.put("ville", signer.city());
        }
        to.plan().lines().stream()
                .filter(line -> line.id().equals(pledge.line()) && line.askedCents() > 0)
                .findFirst()
                .ifPresent(line -> fields.put("ligne", line.id().toString()));
        return fields;
    }
}

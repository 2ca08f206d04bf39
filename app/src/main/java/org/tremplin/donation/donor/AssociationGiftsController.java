package org.tremplin.donation.donor;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.donation.DonationState;
import org.tremplin.money.MoneyText;
import org.tremplin.payment.Fees;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the treasurer reads of the gifts, and the list of receipts that are asked for. */
@Controller
class AssociationGiftsController {

    private static final int PAGE = 30;

    private final AssociationGifts gifts;
    private final ReceiptRequests receipts;
    private final Fees fees;
    private final Associations associations;
    private final Campaigns campaigns;
    private final Clock clock;

    AssociationGiftsController(
            AssociationGifts gifts,
            ReceiptRequests receipts,
            Fees fees,
            Associations associations,
            Campaigns campaigns,
            Clock clock) {
        this.gifts = gifts;
        this.receipts = receipts;
        this.fees = fees;
        this.associations = associations;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @GetMapping("/espace/{association}/dons")
    Mono<Rendering> list(
            @PathVariable("association") String slug,
            @RequestParam(name = "recus", defaultValue = "false") boolean onlyReceipts,
            @RequestParam(name = "avant", required = false) @Nullable UUID before,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return association(slug).flatMap(association -> {
            UUID id = association.id().value();
            return known(id, before)
                    .then(Mono.zip(
                            gifts.sums(id),
                            gifts.page(id, onlyReceipts, before, PAGE + 1).collectList()))
                    .flatMap(read -> Mono.zip(
                            titles(read.getT2()),
                            fees(read.getT2()),
                            (titles, fees) ->
                                    page(association, onlyReceipts, read.getT1(), read.getT2(), titles, fees, locale)));
        });
    }

    @GetMapping("/espace/{association}/dons/recus-demandes.csv")
    @ResponseBody
    Mono<ResponseEntity<Flux<String>>> requests(@PathVariable("association") String slug, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return association(slug)
                .map(association -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"recus-demandes-" + slug + ".csv\"")
                        .body(receipts.csv(association.id().value(), association.zone(), locale)));
    }

    private Rendering page(
            Association association,
            boolean onlyReceipts,
            AssociationGifts.Sums sums,
            List<AssociationGifts.Row> rows,
            Map<UUID, String> titles,
            Map<UUID, Long> fees,
            Locale locale) {
        List<AssociationGifts.Row> shown = rows.subList(0, Math.min(PAGE, rows.size()));
        GiftsPage page = new GiftsPage(
                association.slug(),
                MoneyText.number(sums.gifts(), locale),
                sums.gifts(),
                MoneyText.brief(sums.receivedCents(), locale),
                sums.pendingCents() == 0 ? null : MoneyText.brief(sums.pendingCents(), locale),
                sums.promisedCents() == 0 ? null : MoneyText.brief(sums.promisedCents(), locale),
                sums.receipts(),
                association.receipts().declared(),
                onlyReceipts,
                DayText.moment(clock.instant(), association.zone(), locale),
                shown.stream()
                        .map(row -> line(row, titles, fees, association.zone(), locale))
                        .toList(),
                rows.size() > PAGE ? shown.get(PAGE - 1).id() : null);
        return Rendering.view("donation/donor").modelAttribute("page", page).build();
    }

    private static GiftsPage.Line line(
            AssociationGifts.Row row, Map<UUID, String> titles, Map<UUID, Long> fees, ZoneId zone, Locale locale) {
        boolean byHand = !row.means().atProvider();
        Long fee = byHand || row.settledBy() == null ? Long.valueOf(0) : fees.get(row.settledBy());
        String company = row.company();
        Instant at = row.settledAt() == null ? row.createdAt() : row.settledAt();
        return new GiftsPage.Line(
                row.id(),
                company == null ? row.firstName() + " " + row.lastName() : company,
                row.email(),
                titles.getOrDefault(row.campaign(), ""),
                row.state() == DonationState.PENDING,
                row.goneCents() == 0 ? null : MoneyText.exact(row.goneCents(), locale),
                row.goneCents() >= row.cents(),
                row.receipt(),
                row.message(),
                DayText.row(LocalDate.ofInstant(at, zone), locale),
                MoneyText.exact(row.cents(), locale),
                fee == null || fee == 0 ? null : MoneyText.exact(fee, locale),
                fee == null,
                row.means().name(),
                row.bankReference(),
                byHand && row.state() == DonationState.PENDING);
    }

    /** By payment; those the provider has not told yet are left out. */
    private Mono<Map<UUID, Long>> fees(List<AssociationGifts.Row> rows) {
        return fees.known(rows.stream()
                .map(AssociationGifts.Row::settledBy)
                .filter(Objects::nonNull)
                .toList());
    }

    private Mono<Map<UUID, String>> titles(List<AssociationGifts.Row> rows) {
        List<CampaignId> ids = rows.stream()
                .map(AssociationGifts.Row::campaign)
                .distinct()
                .map(CampaignId::new)
                .toList();
        return campaigns
                .findAllPublished(ids)
                .collectMap(
                        found -> found.campaign().id().value(),
                        found -> found.plan().title());
    }

    /** A page goes on after a gift of this association or there is none. */
    private Mono<Void> known(UUID association, @Nullable UUID before) {
        return before == null
                ? Mono.empty()
                : gifts.has(association, before)
                        .filter(ours -> ours)
                        .switchIfEmpty(NotFound.page())
                        .then();
    }

    private Mono<Association> association(String slug) {
        return associations.findBySlug(slug).switchIfEmpty(NotFound.page());
    }

    /**
     * @param pending sum of what waits for the bank; none when nothing does
     * @param promised sum of what donors announced and send by other ways; none when there is nothing
     * @param next the gift after which the next page goes on
     */
    record GiftsPage(
            String slug,
            String gifts,
            long count,
            String received,
            @Nullable String pending,
            @Nullable String promised,
            long receipts,
            boolean receiptsDeclared,
            boolean onlyReceipts,
            String at,
            List<Line> lines,
            @Nullable UUID next) {

        /**
         * @param gone what went back to the donor, none when nothing did; @param whole whether all of it did
         * @param fee kept by the provider; none when it kept nothing or has not told
         * @param reference as the bank statement says
         * @param promised announced by its donor, to come by other ways than the provider
         * @param feeAwaited whether the provider has not told yet
         */
        record Line(
                UUID id,
                String name,
                String email,
                String campaign,
                boolean pending,
                @Nullable String gone,
                boolean whole,
                boolean receipt,
                @Nullable String message,
                String day,
                String amount,
                @Nullable String fee,
                boolean feeAwaited,
                String means,
                @Nullable String reference,
                boolean promised) {}
    }
}

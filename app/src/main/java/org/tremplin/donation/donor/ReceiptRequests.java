package org.tremplin.donation.donor;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.donation.DonationState;
import org.tremplin.platform.web.Csv;
import reactor.core.publisher.Flux;

/** Requests for tax receipts as a table a French spreadsheet opens by itself: UTF-8 with mark, semicolons. */
@Component
class ReceiptRequests {

    private static final int PAGE = 200;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final List<String> COLUMNS = List.of(
            "day",
            "amount",
            "first-name",
            "last-name",
            "company",
            "legal-form",
            "siren",
            "street",
            "postal-code",
            "city",
            "country",
            "email",
            "means",
            "reference");

    private final AssociationGifts gifts;
    private final MessageSource messages;

    ReceiptRequests(AssociationGifts gifts, MessageSource messages) {
        this.gifts = gifts;
        this.messages = messages;
    }

    /**
     * Streams page by page, however many there are. A receipt is for what stayed: what went back is taken off, and a
     * gift that is all back is left out.
     */
    Flux<String> csv(UUID association, ZoneId zone, Locale locale) {
        String head = Csv.MARK
                + Csv.line(COLUMNS.stream()
                        .map(column -> messages.getMessage("gifts.csv." + column, null, locale))
                        .toList());
        return Flux.just(head)
                .concatWith(pages(association, null)
                        .filter(row -> row.state() == DonationState.SETTLED && row.keptCents() > 0)
                        .map(row -> Csv.line(fields(row, zone, locale))));
    }

    private Flux<AssociationGifts.Row> pages(UUID association, @Nullable UUID before) {
        return gifts.receiptRequests(association, before, PAGE)
                .collectList()
                .flatMapMany(page -> page.size() < PAGE
                        ? Flux.fromIterable(page)
                        : Flux.fromIterable(page)
                                .concatWith(Flux.defer(() ->
                                        pages(association, page.get(PAGE - 1).id()))));
    }

    private List<String> fields(AssociationGifts.Row row, ZoneId zone, Locale locale) {
        Instant settled = row.settledAt();
        return List.of(
                settled == null ? "" : settled.atZone(zone).format(DAY),
                "%d,%02d".formatted(row.keptCents() / 100, row.keptCents() % 100),
                row.firstName(),
                row.lastName(),
                orEmpty(row.company()),
                orEmpty(row.legalForm()),
                orEmpty(row.siren()),
                orEmpty(row.street()),
                orEmpty(row.postalCode()),
                orEmpty(row.city()),
                orEmpty(row.country()),
                row.email(),
                messages.getMessage("gifts.means." + row.means(), null, locale),
                orEmpty(row.bankReference()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

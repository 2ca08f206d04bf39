package org.tremplin.donation.offline;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Means;
import org.tremplin.donation.OfflineState;
import org.tremplin.donation.Promise;
import org.tremplin.money.AmountText;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;
import reactor.core.publisher.Mono;

/** Makes the page on which cheques, transfers and cash are followed. */
@Component
class FollowUpPages {

    /** Banks may refuse a cheque for two months after they credited it. */
    private static final int REFUSABLE_DAYS = 60;

    private static final int LONGEST_SEARCH = 100;

    private final OfflineList list;

    FollowUpPages(OfflineList list) {
        this.list = list;
    }

    /** @param done what was just done, or none */
    Mono<FollowUpPage> of(
            Association association, String wanted, @Nullable String done, LocalDate today, Locale locale) {
        return list.of(
                        association.id().value(),
                        wanted.length() > LONGEST_SEARCH ? wanted.substring(0, LONGEST_SEARCH) : wanted,
                        today.minusDays(REFUSABLE_DAYS))
                .collectList()
                .map(rows -> page(association, wanted, done, today, rows, locale));
    }

    private static FollowUpPage page(
            Association association,
            String wanted,
            @Nullable String done,
            LocalDate today,
            List<OfflineList.Row> rows,
            Locale locale) {
        return new FollowUpPage(
                association.slug(),
                wanted,
                done,
                today.toString(),
                lines(rows, Set.of(OfflineState.PROMISED, OfflineState.EXPIRED, OfflineState.CANCELLED), locale),
                lines(rows, Set.of(OfflineState.RECEIVED), locale),
                lines(rows, Set.of(OfflineState.DEPOSITED), locale),
                lines(rows, Set.of(OfflineState.CLEARED), locale).stream()
                        .filter(FollowUpPage.Line::cheque)
                        .toList(),
                lines(rows, Set.of(OfflineState.CLEARED), locale).stream()
                        .filter(line -> !line.cheque())
                        .toList(),
                MoneyText.exact(sum(rows, OfflineState.PROMISED), locale),
                MoneyText.exact(sum(rows, OfflineState.RECEIVED), locale),
                MoneyText.exact(sum(rows, OfflineState.DEPOSITED), locale));
    }

    private static long sum(List<OfflineList.Row> rows, OfflineState state) {
        return rows.stream()
                .filter(row -> row.state() == state)
                .mapToLong(OfflineList.Row::cents)
                .sum();
    }

    private static List<FollowUpPage.Line> lines(List<OfflineList.Row> rows, Set<OfflineState> states, Locale locale) {
        return rows.stream()
                .filter(row -> states.contains(row.state()))
                .map(row -> new FollowUpPage.Line(
                        row.id(),
                        row.donation(),
                        row.means().field(),
                        row.state().name(),
                        row.means() == Means.CHEQUE,
                        row.name(),
                        row.reference() == null ? null : Promise.text(row.reference()),
                        row.bankReference(),
                        words(row.state() == OfflineState.PROMISED ? row.expiresOn() : row.receivedOn(), locale),
                        MoneyText.exact(row.cents(), locale),
                        AmountText.typed(row.cents(), locale)))
                .toList();
    }

    private static String words(@Nullable LocalDate day, Locale locale) {
        return day == null ? "" : DayText.row(day, locale);
    }
}

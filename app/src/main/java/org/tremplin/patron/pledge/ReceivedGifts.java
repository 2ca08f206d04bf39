package org.tremplin.patron.pledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.donation.Gifts;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;
import reactor.core.publisher.Mono;

/** What came for a promise, gift by gift, beside what the bank statement says of it. */
@Component
class ReceivedGifts {

    /** Of one promise, on its page. */
    private static final int MOST = 50;

    private final DatabaseClient database;
    private final Gifts gifts;

    ReceivedGifts(DatabaseClient database, Gifts gifts) {
        this.database = database;
        this.gifts = gifts;
    }

    /** In the order in which they came. */
    Mono<List<Received>> of(UUID pledge, Locale locale) {
        return database.sql("""
                select donation_id, number, cents, returned_cents, settled_on from patron.instalment_gift
                where pledge_id = :pledge order by settled_on, donation_id limit :most
                """)
                .bind("pledge", pledge)
                .bind("most", MOST)
                .map(row -> new Received(
                        Objects.requireNonNull(row.get("donation_id", UUID.class)),
                        Objects.requireNonNull(row.get("number", Integer.class)),
                        MoneyText.exact(Objects.requireNonNull(row.get("cents", Long.class)), locale),
                        DayText.text(Objects.requireNonNull(row.get("settled_on", LocalDate.class)), locale),
                        back(Objects.requireNonNull(row.get("returned_cents", Long.class)), locale),
                        null))
                .all()
                .collectList()
                .flatMap(all -> gifts.bankReferences(
                                all.stream().map(Received::donation).toList())
                        .map(references ->
                                all.stream().map(one -> one.with(references)).toList()));
    }

    private static @Nullable String back(long cents, Locale locale) {
        return cents == 0 ? null : MoneyText.exact(cents, locale);
    }

    /** @param number of the instalment; @param back what of it went back since, or none; @param reference as the bank statement says, none when nobody noted it */
    record Received(
            UUID donation,
            int number,
            String amount,
            String day,
            @Nullable String back,
            @Nullable String reference) {

        Received with(Map<UUID, String> references) {
            return new Received(donation, number, amount, day, back, references.get(donation));
        }
    }
}

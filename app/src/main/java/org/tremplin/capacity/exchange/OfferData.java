package org.tremplin.capacity.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Subject;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Offers of help: forgotten when nobody confirmed them, or some months after their last day. */
@Component
class OfferData implements Retention, PersonalData {

    private static final Term UNCONFIRMED = Term.fixed(Period.ofDays(7));

    /** Time to ask whether it happened, and to thank. */
    private static final Term AFTER_END = Term.fixed(Period.ofMonths(6));

    private final DatabaseClient database;
    private final Offers offers;
    private final TransactionalOperator transaction;

    OfferData(DatabaseClient database, Offers offers, TransactionalOperator transaction) {
        this.database = database;
        this.offers = offers;
        this.transaction = transaction;
    }

    @Override
    public Holding holding() {
        return Holding.of("offers", Basis.CONSENT, UNCONFIRMED, AFTER_END);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return database.sql("""
                select token from capacity.offer
                where confirmed_at is null and asked_at < :unconfirmed or until_on < :ended
                order by asked_at limit :most
                """)
                .bind("unconfirmed", UNCONFIRMED.before(now))
                .bind("ended", LocalDate.ofInstant(AFTER_END.before(now), ZoneOffset.UTC))
                .bind("most", most)
                .map(row -> Need.text(row, "token"))
                .all()
                .collectList()
                .flatMap(found ->
                        Flux.fromIterable(found).concatMap(offers::withdraw).then(Mono.just((long) found.size())))
                .as(transaction::transactional);
    }

    @Override
    public Mono<Map<String, Object>> copy(Subject subject) {
        return database.sql(
                        "select " + Offer.COLUMNS + " from capacity.offer offer where email = :email order by asked_at")
                .bind("email", subject.email())
                .map(Offer::of)
                .all()
                .map(offer -> Map.<String, Object>of(
                        "name", offer.name(),
                        "what", offer.what(),
                        "department", offer.department(),
                        "until", offer.until().toString(),
                        "asked_at", offer.askedAt().toString()))
                .collectList()
                .filter(found -> !found.isEmpty())
                .map(found -> Map.of("offers", List.copyOf(found)));
    }

    @Override
    public Mono<Void> erase(Subject subject) {
        return offers.forget(subject.email());
    }
}

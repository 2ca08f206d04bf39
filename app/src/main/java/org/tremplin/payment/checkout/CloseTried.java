package org.tremplin.payment.checkout;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.payment.Checkout;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.platform.event.OnEach;
import reactor.core.publisher.Mono;

/** Closes a session in which too many cards were refused: a donor mistypes a few times, a thief tries hundreds. */
@Component
class CloseTried implements OnEach<CardDeclined> {

    private final DatabaseClient database;
    private final Checkout checkout;
    private final CardSettings settings;
    private final Alarms alarms;

    CloseTried(DatabaseClient database, Checkout checkout, CardSettings settings, Alarms alarms) {
        this.database = database;
        this.checkout = checkout;
        this.settings = settings;
        this.alarms = alarms;
    }

    @Override
    public String name() {
        return "payment.checkout.tries";
    }

    @Override
    public Class<CardDeclined> hears() {
        return CardDeclined.class;
    }

    @Override
    public Mono<Void> handle(CardDeclined fact) {
        return count(fact.payment())
                .flatMap(
                        tries -> tries < settings.tries()
                                ? Mono.empty()
                                : checkout.close(fact.payment())
                                        .then(
                                                alarms.raise(
                                                        "payment.card_tries",
                                                        "sessions",
                                                        "Many cards were refused in one payment session; it was closed",
                                                        "Look at the declined payments at the provider: is somebody trying stolen cards?")));
    }

    private Mono<Integer> count(UUID payment) {
        return database.sql("""
                insert into payment.decline as known (payment_id, tries) values (:payment, 1)
                on conflict (payment_id) do update set tries = known.tries + 1 returning tries
                """)
                .bind("payment", payment)
                .map(row -> row.get("tries", Integer.class))
                .one();
    }
}

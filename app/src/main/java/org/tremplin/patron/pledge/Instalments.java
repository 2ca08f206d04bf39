package org.tremplin.patron.pledge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The rows of instalments; their promise is locked first. */
@Component
class Instalments {

    private final DatabaseClient database;

    Instalments(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(Instalment one) {
        Condition waits = one.condition();
        return database.sql("""
                insert into patron.instalment
                  (pledge_id, number, cents, condition, due_on, about_id, about, reference, pay_key)
                values (:pledge, :number, :cents, :condition, :due, :aboutId, :about, :reference, :key)
                """)
                .bind("pledge", one.pledge())
                .bind("number", one.number())
                .bind("cents", one.cents())
                .bind("condition", waits.kind().name())
                .bind("due", day(waits.on()))
                .bind("aboutId", Parameter.fromOrEmpty(waits.about(), UUID.class))
                .bind("about", waits.words())
                .bind("reference", one.reference())
                .bind("key", one.payKey())
                .then();
    }

    /** In their order, with what gifts paid of them. */
    Mono<Map<UUID, List<Instalment>>> of(Collection<UUID> pledges) {
        return pledges.isEmpty()
                ? Mono.just(Map.of())
                : database.sql("select " + PledgeRows.INSTALMENT + """
                where i.pledge_id = any(:ids) order by i.pledge_id, i.number
                """)
                        .bind("ids", pledges.toArray(UUID[]::new))
                        .map(PledgeRows::instalment)
                        .all()
                        .collect(Collectors.groupingBy(Instalment::pledge));
    }

    /** Its days. */
    Mono<Void> move(Instalment to) {
        return database.sql("""
                update patron.instalment set released_on = :released, withdrawn_on = :withdrawn
                where pledge_id = :pledge and number = :number
                """)
                .bind("released", day(to.releasedOn()))
                .bind("withdrawn", day(to.withdrawnOn()))
                .bind("pledge", to.pledge())
                .bind("number", to.number())
                .then();
    }

    /** The gift form that pays it next is another one. */
    Mono<Void> key(Instalment of, String key) {
        return database.sql(
                        "update patron.instalment set pay_key = :key where pledge_id = :pledge and number = :number")
                .bind("key", key)
                .bind("pledge", of.pledge())
                .bind("number", of.number())
                .then();
    }

    /** True once. */
    Mono<Boolean> toldLate(Instalment of, LocalDate on) {
        return database.sql("""
                update patron.instalment set late_told_on = :on
                where pledge_id = :pledge and number = :number and late_told_on is null
                """)
                .bind("on", on)
                .bind("pledge", of.pledge())
                .bind("number", of.number())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Parameter day(@Nullable LocalDate day) {
        return Parameter.fromOrEmpty(day, LocalDate.class);
    }
}

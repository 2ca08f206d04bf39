package org.tremplin.payment.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.payment.checkout.Provider.Charge;
import org.tremplin.payment.checkout.Provider.Moved;
import org.tremplin.payment.sweep.TakeMovements.Foreign;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Movements of the balance as they are kept: payouts and foreign ones have rows of their own. */
@Component
class MovementRows {

    private final DatabaseClient database;
    private final Ids ids;

    MovementRows(DatabaseClient database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** Of these movements of refunds and disputes, those that neither their row here nor the list of foreign ones knows. */
    Flux<Moved> unknown(List<Moved> moves) {
        return moves.isEmpty()
                ? Flux.empty()
                : database.sql("""
                        select move from unnest(:moves, :sources, :signs) as told(move, source, sign)
                        where exists (select 1 from payment.foreign_movement kept where kept.movement = told.move)
                          or exists (select 1 from payment.refund
                             where refund.provider_id = told.source
                               and case when told.sign < 0 then refund.taken_at else refund.returned_at end is not null)
                          or exists (select 1 from payment.dispute
                             where dispute.provider_id = told.source and told.move = any(dispute.heard))
                        """)
                        .bind("moves", column(moves, Moved::id, String[]::new))
                        .bind("sources", column(moves, Moved::source, String[]::new))
                        .bind(
                                "signs",
                                column(moves, move -> Long.signum(move.money().cents()), Integer[]::new))
                        .map(row -> String.valueOf(row.get("move", String.class)))
                        .all()
                        .collect(Collectors.toSet())
                        .flatMapIterable((Set<String> known) -> moves.stream()
                                .filter(move -> !known.contains(move.id()))
                                .toList());
    }

    /** Whether a charge carries our name, or none and a payment here has it. */
    Mono<Boolean> ours(Charge charge, String instance) {
        return charge.instance() != null
                ? Mono.just(charge.instance().equals(instance))
                : database.sql("select 1 from payment.payment where intent_id = :intent or charge_id = :charge limit 1")
                        .bind("intent", Parameter.fromOrEmpty(charge.intent(), String.class))
                        .bind("charge", charge.id())
                        .fetch()
                        .first()
                        .hasElement();
    }

    /** What goes to the bank leaves the balance: more than zero here. */
    Mono<Void> payouts(String provider, List<Moved> moves) {
        return insert(provider, moves, """
                insert into payment.payout (id, provider, account, movement, provider_id, cents, fee_cents, currency, moved_at)
                select id, :provider, '', movement, source, -cents, fee, currency, at
                from unnest(:ids, :movements, :sources, :cents, :fees, :currencies, :at)
                  as told(id, movement, source, cents, fee, currency, at)
                on conflict (movement) do nothing
                """)
                .bind("sources", column(moves, Moved::source, String[]::new))
                .then();
    }

    Mono<Void> foreign(String provider, List<Foreign> foreign) {
        List<Moved> moves = foreign.stream().map(Foreign::move).toList();
        return insert(provider, moves, """
                insert into payment.foreign_movement
                  (id, provider, account, movement, category, instance, cents, fee_cents, currency, moved_at)
                select id, :provider, '', movement, category, instance, cents, fee, currency, at
                from unnest(:ids, :movements, :categories, :instances, :cents, :fees, :currencies, :at)
                  as told(id, movement, category, instance, cents, fee, currency, at)
                on conflict (movement) do nothing
                """)
                .bind("categories", column(moves, Moved::category, String[]::new))
                .bind("instances", column(foreign, Foreign::instance, String[]::new))
                .then();
    }

    private DatabaseClient.GenericExecuteSpec insert(String provider, List<Moved> moves, String sql) {
        return database.sql(sql)
                .bind("provider", provider)
                .bind("ids", column(moves, move -> ids.next(), UUID[]::new))
                .bind("movements", column(moves, Moved::id, String[]::new))
                .bind("cents", column(moves, move -> move.money().cents(), Long[]::new))
                .bind("fees", column(moves, Moved::feeCents, Long[]::new))
                .bind("currencies", column(moves, move -> move.money().currency(), String[]::new))
                .bind("at", column(moves, Moved::at, Instant[]::new));
    }

    private static <T, C> C[] column(List<T> rows, Function<T, @Nullable C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}

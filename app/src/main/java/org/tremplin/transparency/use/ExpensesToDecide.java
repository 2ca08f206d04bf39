package org.tremplin.transparency.use;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.AwaitedActs;
import org.tremplin.association.Role;
import org.tremplin.money.MoneyText;
import reactor.core.publisher.Flux;

/** Expenses wait for whoever keeps the money, their author apart. */
@Component
class ExpensesToDecide implements AwaitedActs {

    private static final Set<Role> DECIDING = Set.of(Role.PRESIDENT, Role.TREASURER);

    private final DatabaseClient database;

    ExpensesToDecide(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<AwaitedAct> awaited(Collection<AssociationId> associations, int most) {
        return database.sql("""
                select expense.id, expense.association_id, expense.author, expense.submitted_at, expense.version,
                  (select sum(cents)::bigint from transparency.expense_part part
                   where part.expense = case when exists (
                       select from transparency.expense_part own where own.expense = expense.id)
                     then expense.id else expense.replaces end) as cents
                from transparency.expense expense
                where expense.state = 'SUBMITTED' and expense.association_id = any(:associations)
                order by expense.submitted_at, expense.id limit :most
                """)
                .bind("associations", AssociationId.values(associations))
                .bind("most", most)
                .map(row -> new AwaitedAct(
                        "expense",
                        row.get("id", UUID.class),
                        "v" + row.get("version", Integer.class),
                        new AssociationId(row.get("association_id", UUID.class)),
                        null,
                        DECIDING,
                        null,
                        row.get("author", UUID.class),
                        row.get("submitted_at", Instant.class),
                        "/depenses/" + row.get("id", UUID.class),
                        MoneyText.exact(row.get("cents", Long.class), Locale.FRENCH)))
                .all();
    }
}

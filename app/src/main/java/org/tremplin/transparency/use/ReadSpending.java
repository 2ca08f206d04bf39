package org.tremplin.transparency.use;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.transparency.PublicSpending;
import org.tremplin.transparency.Spent;
import reactor.core.publisher.Mono;

@Component
class ReadSpending implements PublicSpending {

    /** What anyone may know of an expense, before its parts. */
    private static final String PUBLIC = """
            select expense.id, expense.day, expense.withdrawal,
              case when expense.purpose_withdrawn then '' else expense.reason end as reason,
              case when expense.purpose_withdrawn then '' else expense.purpose end as purpose,
              case when expense.supplier_shown then expense.supplier else '' end as supplier,
            """;

    private final DatabaseClient database;

    ReadSpending(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<Spent>> of(UUID campaign) {
        return database.sql(PUBLIC + """
                  part.budget_line, part.cents, part.public_generosity as gifts
                from transparency.expense expense
                join transparency.expense_part part on part.expense = expense.id
                where part.campaign = :campaign and expense.kind = 'EXPENSE' and expense.state in ('APPROVED', 'PAID')
                order by expense.day, expense.id, part.position
                """)
                .bind("campaign", campaign)
                .map(Row::of)
                .all()
                .collectList()
                .map(ReadSpending::joined);
    }

    @Override
    public Mono<List<Spent>> promised(UUID campaign) {
        return database.sql(OpenCommitments.SQL + PUBLIC + """
                  open.budget_line, open.cents, open.gifts
                from open join transparency.expense expense on expense.id = open.id
                where open.cents > 0 order by expense.day, expense.id, open.budget_line
                """)
                .bind("campaigns", new UUID[] {campaign})
                .map(Row::of)
                .all()
                .collectList()
                .map(ReadSpending::joined);
    }

    private static List<Spent> joined(List<Row> rows) {
        Map<UUID, List<Row>> byExpense = new LinkedHashMap<>();
        rows.forEach(row -> byExpense
                .computeIfAbsent(row.head().expense(), none -> new ArrayList<>())
                .add(row));
        return byExpense.values().stream()
                .map(own -> own.get(0).with(own.stream().map(Row::part).toList()))
                .toList();
    }

    private record Row(Spent head, Spent.Part part) {

        static Row of(Readable row) {
            return new Row(
                    new Spent(
                            row.get("id", UUID.class),
                            row.get("day", LocalDate.class),
                            row.get("purpose", String.class),
                            row.get("supplier", String.class),
                            row.get("reason", String.class),
                            row.get("withdrawal", String.class),
                            List.of()),
                    new Spent.Part(
                            row.get("budget_line", UUID.class),
                            row.get("cents", Long.class),
                            Boolean.TRUE.equals(row.get("gifts", Boolean.class))));
        }

        Spent with(List<Spent.Part> parts) {
            return new Spent(
                    head.expense(),
                    head.day(),
                    head.purpose(),
                    head.supplier(),
                    head.correction(),
                    head.withdrawn(),
                    parts);
        }
    }
}

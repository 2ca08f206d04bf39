package org.tremplin.ledger.export;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.ledger.AccountingExport.Span;
import org.tremplin.ledger.Entry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the books page by page as they are asked for: no reader, however slow, keeps a connection. */
@Component
class BookPages {

    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private static final String COLUMNS = """
            t.id, t.journal, t.booked_on, t.occurred_on, t.source_kind, t.source_id, t.label_code, t.number, t.closed_on,
            e.account, e.cents, e.currency, e.campaign_id, e.budget_line_id, e.crod, e.public_generosity
            """;

    /** Of the days before the first open one most are closed; of the later ones none is. */
    private static final String LATE = "and not exists (select from ledger.numbered n where n.transaction_id = t.id)";

    private final DatabaseClient database;

    BookPages(DatabaseClient database) {
        this.database = database;
    }

    /** Closed transactions of a span in the order of their numbers. */
    Flux<BookLine> closed(UUID association, Span span) {
        return pages(closed(association, span, 0), end -> closed(association, span, end.number()));
    }

    private Mono<List<BookLine>> closed(UUID association, Span span, long after) {
        return database.sql("select " + COLUMNS + """
                from (
                  select t.*, n.number, n.booked_on,
                    (select min(c.closed_on) from ledger.closing c
                     where c.association_id = n.association_id and c.month >= date_trunc('month', n.booked_on)) as closed_on
                  from ledger.numbered n join ledger.transaction t on t.id = n.transaction_id
                  where n.association_id = :association and n.booked_on between :first and :last and n.number > :after
                  order by n.number limit :most) t
                join ledger.entry e on e.transaction_id = t.id
                order by t.number, e.line_no
                """)
                .bind("association", association)
                .bind("first", span.from().atDay(1))
                .bind("last", span.to().atEndOfMonth())
                .bind("after", after)
                .bind("most", PAGE)
                .map(BookPages::line)
                .all()
                .collectList();
    }

    /**
     * What is not closed, in the order in which closing will number it.
     *
     * @param open the first day that is open
     * @param last number given so far
     */
    Flux<BookLine> open(UUID association, Span span, LocalDate open, long last) {
        LocalDate first = span.from().atDay(1);
        if (span.to().atEndOfMonth().isBefore(open)) {
            return Flux.empty();
        }
        Flux<BookLine> lines = first.isAfter(open)
                ? open(association, span, first, open)
                : late(association, open).concatWith(Flux.defer(() -> open(association, span, open, open)));
        return before(association, first.isAfter(open) ? first : LocalDate.EPOCH)
                .flatMapMany(skipped -> Flux.defer(() -> {
                    Numbering numbering = new Numbering(last + skipped);
                    return lines.map(numbering::number);
                }));
    }

    /** How many open transactions come before that day. */
    private Mono<Long> before(UUID association, LocalDate day) {
        return database.sql("""
                select count(*) as skipped from ledger.transaction t
                where t.association_id = :association and t.occurred_on < :day
                """ + LATE)
                .bind("association", association)
                .bind("day", day)
                .map(row -> row.get("skipped", Long.class))
                .one();
    }

    /** What happened in a closed month and was booked afterwards: on the first open day. */
    private Flux<BookLine> late(UUID association, LocalDate open) {
        LocalDate last = open.minusDays(1);
        return pages(
                page(association, LATE, open, LocalDate.EPOCH, FIRST, last),
                end -> page(association, LATE, open, end.occurredOn(), end.transaction(), last));
    }

    private Flux<BookLine> open(UUID association, Span span, LocalDate from, LocalDate open) {
        LocalDate last = span.to().atEndOfMonth();
        return pages(
                page(association, "", open, from, FIRST, last),
                end -> page(association, "", open, end.occurredOn(), end.transaction(), last));
    }

    /** One page after the other, none kept: at most one is read ahead. @param next what follows that line */
    private static Flux<BookLine> pages(Mono<List<BookLine>> first, Function<BookLine, Mono<List<BookLine>>> next) {
        return first.expand(lines -> lines.isEmpty() ? Mono.empty() : next.apply(lines.get(lines.size() - 1)))
                .concatMapIterable(lines -> lines, 1);
    }

    private Mono<List<BookLine>> page(
            UUID association, String only, LocalDate open, LocalDate from, UUID after, LocalDate last) {
        return database.sql("select " + COLUMNS + """
                from (
                  select t.*, greatest(t.occurred_on, :open) as booked_on, 0::bigint as number, null::date as closed_on
                  from ledger.transaction t
                  where t.association_id = :association and t.occurred_on <= :last and (t.occurred_on, t.id) > (:from, :after)
                    %s
                  order by t.occurred_on, t.id limit :most) t
                join ledger.entry e on e.transaction_id = t.id
                order by t.occurred_on, t.id, e.line_no
                """.formatted(only))
                .bind("association", association)
                .bind("open", open)
                .bind("from", from)
                .bind("after", after)
                .bind("last", last)
                .bind("most", PAGE)
                .map(BookPages::line)
                .all()
                .collectList();
    }

    private static BookLine line(Readable row) {
        return new BookLine(
                row.get("number", Long.class),
                row.get("id", UUID.class),
                row.get("journal", String.class),
                row.get("booked_on", LocalDate.class),
                row.get("occurred_on", LocalDate.class),
                row.get("source_kind", String.class),
                row.get("source_id", UUID.class),
                row.get("label_code", String.class),
                new Entry(
                        row.get("account", String.class),
                        row.get("cents", Long.class),
                        row.get("currency", String.class),
                        row.get("campaign_id", UUID.class),
                        row.get("budget_line_id", UUID.class),
                        row.get("crod", String.class),
                        Boolean.TRUE.equals(row.get("public_generosity", Boolean.class))),
                row.get("closed_on", LocalDate.class));
    }

    /** Numbers transactions one after the other as their lines come by. */
    private static final class Numbering {

        private long number;
        private UUID current = FIRST;

        Numbering(long last) {
            this.number = last;
        }

        BookLine number(BookLine line) {
            if (!line.transaction().equals(current)) {
                current = line.transaction();
                number++;
            }
            return line.numbered(number);
        }
    }
}

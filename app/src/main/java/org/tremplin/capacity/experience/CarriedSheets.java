package org.tremplin.capacity.experience;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives the public sheets as a file, and takes those of another instance, to be read before they are public here. */
@Component
class CarriedSheets {

    private final DatabaseClient database;
    private final PublishedSheets published;
    private final TransactionalOperator transaction;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    CarriedSheets(
            DatabaseClient database,
            PublishedSheets published,
            TransactionalOperator transaction,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.published = published;
        this.transaction = transaction;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** The latest, as many as a file may hold; without comments, whose signatures were given for here. */
    Mono<byte[]> export() {
        return published
                .latest("", "", "", null, SheetsFile.MOST_SHEETS)
                .map(all ->
                        SheetsFile.write(all.stream().map(SheetsFile.Sheet::of).toList(), clock.instant()));
    }

    /** All of the file or nothing; what is here already and was sent once stays as it is. */
    Mono<Brought> bring(byte[] bytes) {
        SheetsFile.Read read =
                SheetsFile.read(bytes, YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
        return read.refused().isEmpty()
                ? add(read.sheets())
                : Mono.just(new Brought(0, 0, read.refused(), read.place()));
    }

    private Mono<Brought> add(List<SheetsFile.Sheet> sheets) {
        return Flux.fromIterable(sheets)
                .concatMap(this::add)
                .reduce(0, Integer::sum)
                .flatMap(added -> audit.note("capacity.experience-brought", null, "tremplin-experiences")
                        .thenReturn(new Brought(added, sheets.size() - added, "", 0)))
                .as(transaction::transactional);
    }

    private Mono<Integer> add(SheetsFile.Sheet sheet) {
        Told told = sheet.told();
        return database.sql("""
                insert into capacity.experience (id, language, helped, otherwise, advice, items, template, staff, reach, month,
                  state, changed_at, sent_at, fingerprint, search)
                select :id, :language, :helped, :otherwise, :advice, :items, :template, :staff, :reach, :month,
                  'SENT', :now, :now, :fingerprint, :search
                where not exists (
                  select from capacity.experience known where known.fingerprint = :fingerprint and known.state not in ('DRAFT', 'DECLINED'))
                on conflict (fingerprint) where campaign_id is null do nothing
                """)
                .bind("id", ids.next())
                .bind("language", told.language())
                .bind("helped", told.helped())
                .bind("otherwise", told.otherwise())
                .bind("advice", told.advice())
                .bind("items", told.items().toArray(String[]::new))
                .bind("template", told.template())
                .bind("staff", told.staff())
                .bind("reach", told.reach())
                .bind("month", sheet.yearMonth().atDay(1))
                .bind("now", clock.instant())
                .bind("fingerprint", told.fingerprint())
                .bind("search", told.search())
                .fetch()
                .rowsUpdated()
                .map(Long::intValue);
    }

    /** What came of a file. */
    record Brought(int added, int known, String refused, int place) {

        /** @param bad with a message key and what it names */
        <T> T fold(BiFunction<Integer, Integer, T> good, BiFunction<String, Integer, T> bad) {
            return refused.isEmpty() ? good.apply(added, known) : bad.apply("reading.file." + refused, place);
        }
    }
}

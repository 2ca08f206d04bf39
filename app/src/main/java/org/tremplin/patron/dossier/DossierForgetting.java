package org.tremplin.patron.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.file.PrivateFiles;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Mono;

/** A dossier goes some time after its end, with its file, for whom it was and when it was opened. */
@Component
class DossierForgetting implements Retention {

    private static final Term AFTER_END = Term.fixed(Period.ofDays(90));

    private final DatabaseClient database;
    private final PrivateFiles files;
    private final TransactionalOperator transaction;

    DossierForgetting(DatabaseClient database, PrivateFiles files, TransactionalOperator transaction) {
        this.database = database;
        this.files = files;
        this.transaction = transaction;
    }

    @Override
    public Holding holding() {
        return Holding.of("dossiers", Basis.LEGITIMATE_INTEREST, AFTER_END);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        Instant before = AFTER_END.before(now);
        return database.sql("""
                delete from patron.dossier where id in (
                  select id from patron.dossier where until_on < :day or revoked_at < :before
                  order by made_at limit :most for update skip locked)
                returning file_id
                """)
                .bind("day", LocalDate.ofInstant(before, ZoneOffset.UTC))
                .bind("before", before)
                .bind("most", most)
                .mapValue(UUID.class)
                .all()
                .collectList()
                .flatMapIterable(gone -> gone)
                .concatMap(file -> files.delete(file).thenReturn(file))
                .count()
                .as(transaction::transactional);
    }
}

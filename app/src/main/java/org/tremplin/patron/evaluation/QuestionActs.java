package org.tremplin.patron.evaluation;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.AwaitedActs;
import reactor.core.publisher.Flux;

/** Questions of patrons that nobody has answered, where there is room for an answer. */
@Component
class QuestionActs implements AwaitedActs {

    private final DatabaseClient database;

    QuestionActs(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<AwaitedAct> awaited(Collection<AssociationId> associations, int most) {
        return database.sql("""
                select last.id, thread.association_id, last.written_at from patron.thread
                cross join lateral (select id, side, written_at from patron.thread_word
                  where thread_id = thread.id order by written_at desc, id desc limit 1) last
                where thread.association_id = any(:associations) and last.side = 'PATRON'
                  and (select count(*) from patron.thread_word where thread_id = thread.id) < :full
                order by last.written_at, last.id limit :most
                """)
                .bind("associations", AssociationId.values(associations))
                .bind("most", most)
                .bind("full", Threads.MOST_WORDS)
                .map(row -> new AwaitedAct(
                        "question",
                        row.get("id", UUID.class),
                        "",
                        new AssociationId(row.get("association_id", UUID.class)),
                        null,
                        Set.copyOf(Asking.ANSWERING),
                        null,
                        null,
                        row.get("written_at", Instant.class),
                        "/questions",
                        ""))
                .all();
    }
}

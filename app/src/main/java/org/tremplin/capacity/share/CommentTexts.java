package org.tremplin.capacity.share;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.network.Nameless;
import org.tremplin.capacity.network.TextsNamingPartners;
import reactor.core.publisher.Mono;

/** What advisers wrote beside answers and what they were answered, where partners may be named. */
@Component
class CommentTexts implements TextsNamingPartners {

    private final DatabaseClient database;

    CommentTexts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> reword(AssociationId association, Nameless nameless) {
        return database.sql("""
                select id, words, reply from capacity.advice_comment where association_id = :association
                order by id for update
                """)
                .bind("association", association.value())
                .map(row -> new Text(row.get("id"), row.get("words", String.class), row.get("reply", String.class)))
                .all()
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(text -> {
                    Text without = text.without(nameless);
                    return without.equals(text) ? Mono.empty() : write(without);
                })
                .then();
    }

    private Mono<Void> write(Text text) {
        return database.sql("update capacity.advice_comment set words = :words, reply = :reply where id = :id")
                .bind("words", text.words())
                .bind("reply", text.reply())
                .bind("id", text.id())
                .then();
    }

    private record Text(Object id, String words, String reply) {

        Text without(Nameless nameless) {
            return new Text(id, nameless.of(words, Comments.LONGEST), nameless.of(reply, Comments.LONGEST));
        }
    }
}

package org.tremplin.capacity.experience;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.network.Nameless;
import org.tremplin.capacity.network.TextsNamingPartners;
import reactor.core.publisher.Mono;

/** Signed comments that are not public may name a partner; one that is was read. */
@Component
class SignedTexts implements TextsNamingPartners {

    private final DatabaseClient database;

    SignedTexts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> reword(AssociationId association, Nameless nameless) {
        return database.sql("select " + SignedComment.COLUMNS + """
                from capacity.experience_comment comment where association_id = :association and state <> 'PUBLISHED'
                order by id for update
                """)
                .bind("association", association.value())
                .map(SignedComment::of)
                .all()
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(comment -> {
                    String words = nameless.of(comment.words(), Told.LONGEST);
                    return words.equals(comment.words()) ? Mono.empty() : write(comment, words);
                })
                .then();
    }

    /** As another version: what a moderator had before them is not what they would accept. */
    private Mono<Void> write(SignedComment comment, String words) {
        return database.sql("""
                update capacity.experience_comment set words = :words, version = version + 1 where id = :id
                """).bind("words", words).bind("id", comment.id()).then();
    }
}

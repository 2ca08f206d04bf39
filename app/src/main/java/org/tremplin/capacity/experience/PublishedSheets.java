package org.tremplin.capacity.experience;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What everybody may read. */
@Component
class PublishedSheets {

    /** Comments on one sheet. */
    private static final int MOST_COMMENTS = 50;

    private static final String PUBLISHED =
            "select " + Experience.COLUMNS + "from capacity.experience where state = 'PUBLISHED' ";

    private final DatabaseClient database;

    PublishedSheets(DatabaseClient database) {
        this.database = database;
    }

    Mono<Experience> find(UUID id) {
        return database.sql(PUBLISHED + "and id = :id")
                .bind("id", id)
                .map(Experience::of)
                .one();
    }

    /**
     * The latest that were read.
     *
     * @param words each begins a word of it
     * @param item of the diagnosis; any when empty
     * @param template any when empty
     * @param behind those after this place only; from the first on when null
     */
    Mono<List<Experience>> latest(String words, String item, String template, @Nullable Place behind, int most) {
        return database.sql(PUBLISHED + """
                and search like all(:words) and (:item = '' or :item = any(items))
                and (:template = '' or template = :template)
                and (:readAt::timestamptz is null or (decided_at, id) < (:readAt, :behind))
                order by decided_at desc, id desc limit :most
                """)
                .bind(
                        "words",
                        PlainWords.list(words).stream()
                                .map(word -> "% " + word + "%")
                                .toArray(String[]::new))
                .bind("item", item)
                .bind("template", template)
                .bind("readAt", Parameter.fromOrEmpty(behind == null ? null : behind.readAt(), Instant.class))
                .bind("behind", Parameter.fromOrEmpty(behind == null ? null : behind.sheet(), UUID.class))
                .bind("most", most)
                .map(Experience::of)
                .all()
                .collectList();
    }

    /** The earliest first. */
    Mono<List<SignedComment>> comments(UUID sheet) {
        return database.sql("select " + SignedComment.COLUMNS + """
                from capacity.experience_comment comment where experience_id = :sheet and comment.state = 'PUBLISHED'
                order by comment.decided_at, comment.id limit :most
                """)
                .bind("sheet", sheet)
                .bind("most", MOST_COMMENTS)
                .map(SignedComment::of)
                .all()
                .collectList();
    }
}

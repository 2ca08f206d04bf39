package org.tremplin.platform.file;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.MultiValueMap;
import org.tremplin.platform.web.Problems;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Public photos of something that is told, in their order. Each says what it shows; one that shows people is taken only
 * with the word that they agree.
 */
@Component
public class Photos {

    /** Of one owner. */
    public static final int MOST = 6;

    private static final int ALT = 300;

    private final DatabaseClient database;
    private final Files files;
    private final Pictures pictures;
    private final TransactionalOperator transaction;

    Photos(DatabaseClient database, Files files, Pictures pictures, TransactionalOperator transaction) {
        this.database = database;
        this.files = files;
        this.pictures = pictures;
        this.transaction = transaction;
    }

    /**
     * Takes an uploaded photo. Fields: {@code image}, {@code alt}, {@code personnes} and {@code accord} (boxes).
     *
     * @param owner what it is shown with; the caller has seen that it may be changed
     * @return what is wrong with it, nothing when it is stored
     */
    public Mono<Problems> take(UUID owner, MultiValueMap<String, Part> form) {
        String alt = field(form, "alt").strip();
        boolean people = form.containsKey("personnes");
        Problems problems = new Problems();
        if (alt.isEmpty() || alt.length() > ALT) {
            problems.add("alt", alt.isEmpty() ? "photo.alt.missing" : "photo.alt.long");
        }
        if (people && !form.containsKey("accord")) {
            problems.add("accord", "photo.consent.missing");
        }
        return Pictures.bytes(form.getFirst("image")).flatMap(pictures::redraw).flatMap(drawn -> {
            if (!drawn.problem().isEmpty()) {
                problems.add("image", drawn.problem());
            }
            return problems.none()
                    ? add(owner, drawn.jpeg(), alt, people)
                            .map(added -> added ? problems : problems.add("image", "photo.many", MOST))
                    : Mono.just(problems);
        });
    }

    /**
     * Adds a picture that is drawn anew already; false when there are enough.
     *
     * @param people whether people can be seen, who then agreed
     */
    public Mono<Boolean> add(UUID owner, byte[] jpeg, String alt, boolean people) {
        return database.sql("select count(*) as photos from platform.photo where owner_id = :owner")
                .bind("owner", owner)
                .map(row -> row.get("photos", Long.class))
                .one()
                .filter(photos -> photos < MOST)
                .flatMap(photos -> files.storePublic(jpeg, "image/jpeg"))
                .flatMap(file -> database.sql("""
                        insert into platform.photo (file_id, owner_id, alt, people, agreed)
                        values (:file, :owner, :alt, :people, :people)
                        """)
                        .bind("file", file)
                        .bind("owner", owner)
                        .bind("alt", alt)
                        .bind("people", people)
                        .then()
                        .thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    /** By owner, in the order they were added. */
    public Mono<Map<UUID, Collection<Photo>>> of(Collection<UUID> owners) {
        return owners.isEmpty()
                ? Mono.just(Map.of())
                : database.sql("""
                        select owner_id, file_id, alt, people from platform.photo
                        where owner_id = any(:owners) order by file_id
                        """)
                        .bind("owners", owners.toArray(UUID[]::new))
                        .map(row -> Map.entry(
                                row.get("owner_id", UUID.class),
                                new Photo(
                                        row.get("file_id", UUID.class),
                                        row.get("alt", String.class),
                                        Boolean.TRUE.equals(row.get("people", Boolean.class)))))
                        .all()
                        .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    public Mono<List<Photo>> of(UUID owner) {
        return of(List.of(owner)).map(found -> List.copyOf(found.getOrDefault(owner, List.of())));
    }

    /** Somebody who agreed may change their mind at any time. */
    public Mono<Void> remove(UUID owner, UUID photo) {
        return database.sql("delete from platform.photo where owner_id = :owner and file_id = :photo returning file_id")
                .bind("owner", owner)
                .bind("photo", photo)
                .map(row -> row.get("file_id", UUID.class))
                .one()
                .flatMap(files::delete)
                .as(transaction::transactional);
    }

    public Mono<Void> removeAll(UUID owner) {
        return of(owner)
                .flatMapMany(Flux::fromIterable)
                .concatMap(photo -> remove(owner, photo.id()))
                .then();
    }

    private static String field(MultiValueMap<String, Part> form, String name) {
        @Nullable Part part = form.getFirst(name);
        return Optional.ofNullable(part)
                .filter(FormFieldPart.class::isInstance)
                .map(one -> ((FormFieldPart) one).value())
                .orElse("");
    }

    /** @param id of its file, {@code /fichiers/{id}} */
    public record Photo(UUID id, String alt, boolean people) {}
}

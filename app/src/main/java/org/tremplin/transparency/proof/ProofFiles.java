package org.tremplin.transparency.proof;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.file.PrivateFiles;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The files of proofs: originals, their pages as drawn, the words on them, public copies. All of them encrypted. */
@Component
class ProofFiles {

    private static final String JSON = "application/json";

    private final PrivateFiles files;
    private final DatabaseClient database;
    private final JsonMapper json;

    ProofFiles(PrivateFiles files, DatabaseClient database, JsonMapper json) {
        this.files = files;
        this.database = database;
        this.json = json;
    }

    Mono<UUID> store(byte[] bytes, String type) {
        return files.store(bytes, type);
    }

    Flux<ProofPage> storePages(List<Drawing.Page> pages) {
        return Flux.range(0, pages.size()).concatMap(index -> storePage(index + 1, pages.get(index)));
    }

    private Mono<ProofPage> storePage(int no, Drawing.Page page) {
        return files.store(page.image(), page.type())
                .flatMap(image -> page.readable()
                        ? files.store(json.writeValueAsBytes(page.words()), JSON)
                                .map(words -> row(no, page, image, words))
                        : Mono.fromSupplier(() -> row(no, page, image, null)));
    }

    private static ProofPage row(int no, Drawing.Page page, UUID image, @Nullable UUID words) {
        return new ProofPage(no, page.width(), page.height(), page.type(), image, words);
    }

    Mono<byte[]> whole(UUID file) {
        return files.whole(file);
    }

    Flux<byte[]> read(UUID file) {
        return files.read(file);
    }

    /** Empty for a photograph. */
    Mono<List<Word>> words(ProofPage page) {
        return Mono.justOrEmpty(page.words())
                .flatMap(files::whole)
                .map(bytes -> json.readValue(bytes, new TypeReference<List<Word>>() {}));
    }

    Mono<Void> delete(@Nullable UUID file) {
        return file == null ? Mono.empty() : files.delete(file);
    }

    /** Deletes files that nothing leads to any more, inside the caller's transaction. @return how many */
    Mono<Long> clear(int most) {
        return database.sql("""
                delete from transparency.proof_leftover where file in (
                  select file from transparency.proof_leftover order by file limit :most for update skip locked)
                returning file
                """)
                .bind("most", most)
                .map(row -> row.get("file", UUID.class))
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(file -> files.delete(file).thenReturn(file))
                .count();
    }
}

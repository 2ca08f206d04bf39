package org.tremplin.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestClock;
import org.tremplin.TestDatabase;
import org.tremplin.platform.Mode;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.Keys;

@Tag("postgres")
class PrivateFilesTest {

    private static final String SECRET = "first secret of thirty-two characters";
    private static final String NEXT = "second secret of thirty-two characters";

    private final DatabaseClient database = TestDatabase.fresh().client();
    private final TestClock clock = new TestClock();
    private final PrivateFiles files = files(SECRET, null);

    @Test
    void givesBackEveryByteAndKeepsNoneReadable() {
        byte[] bytes = new byte[700_001];
        new Random(1).nextBytes(bytes);
        UUID id = store(bytes);
        assertThat(files.whole(id).block()).isEqualTo(bytes);
        UUID words = store("MARQUE-PRIVEE".getBytes(StandardCharsets.UTF_8));
        assertThat(stored(words)).doesNotContain("MARQUE");
        assertThat(new Files(database, new Ids(clock), clock).read(words).blockOptional())
                .as("no address gives a private file")
                .isEmpty();
    }

    @Test
    void refusesPiecesThatWereChangedExchangedOrCut() {
        UUID changed = store(new byte[300_000]);
        sql("update platform.file_chunk set bytes = set_byte(bytes, 5, (get_byte(bytes, 5) + 1) % 256) where no = 1 and"
                + " file_id = '" + changed + "'");
        assertThatThrownBy(() -> files.whole(changed).block()).isInstanceOf(IllegalStateException.class);
        UUID cut = store(new byte[300_000]);
        sql("delete from platform.file_chunk where no = 1 and file_id = '" + cut + "'");
        sql("update platform.file set size = 262128 where id = '" + cut + "'");
        assertThatThrownBy(() -> files.whole(cut).block()).isInstanceOf(IllegalStateException.class);
        UUID one = store(new byte[10]);
        UUID other = store(new byte[10]);
        sql("update platform.file set sealed_key = (select sealed_key from platform.file where id = '" + other
                + "') where id = '" + one + "'");
        assertThatThrownBy(() -> files.whole(one).block()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void outlivesAChangeOfTheSecret() {
        UUID id = store(new byte[] {1, 2, 3});
        PrivateFiles changed = files(NEXT, SECRET);
        assertThat(changed.whole(id).block()).containsExactly(1, 2, 3);
        assertThat(changed.sealAnew(100).block()).isPositive();
        assertThat(changed.sealAnew(100).block()).isZero();
        assertThat(files(NEXT, null).whole(id).block()).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> files.whole(id).block()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deletesTheKeyWithTheFile() {
        UUID id = store(new byte[10]);
        files.delete(id).block();
        assertThat(files.whole(id).blockOptional()).isEmpty();
        assertThat(stored(id)).isEmpty();
    }

    private UUID store(byte[] bytes) {
        return files.store(bytes, "application/pdf").blockOptional().orElseThrow();
    }

    private String stored(UUID id) {
        return database.sql("""
                select coalesce(string_agg(encode(chunk.bytes, 'escape') || encode(file.sha256, 'escape'), ''), '')
                from platform.file file join platform.file_chunk chunk on chunk.file_id = file.id where file.id = :id
                """)
                .bind("id", id)
                .map(row -> row.get(0, String.class))
                .one()
                .blockOptional()
                .orElse("");
    }

    private void sql(String sql) {
        database.sql(sql).then().block();
    }

    private PrivateFiles files(String secret, @Nullable String before) {
        Keys keys = new Keys(
                new TremplinSettings(Mode.DEMO, URI.create("http://localhost"), secret, Path.of("."), null, before));
        return new PrivateFiles(database, new FileKeys(keys), new Ids(clock), clock);
    }
}

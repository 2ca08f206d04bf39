package org.tremplin.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestClock;
import org.tremplin.TestDatabase;
import org.tremplin.platform.persistence.Ids;

@Tag("postgres")
class FilesTest {

    private final DatabaseClient database = TestDatabase.fresh().client();
    private final TestClock clock = new TestClock();
    private final Files files = new Files(database, new Ids(clock), clock);

    @Test
    void givesBackEveryByteOfAFileOfSeveralPieces() {
        byte[] bytes = new byte[700_001];
        new Random(1).nextBytes(bytes);
        UUID id = files.storePublic(bytes, "image/png").blockOptional().orElseThrow();
        Files.StoredFile file = files.read(id).blockOptional().orElseThrow();
        assertThat(file.bytes()).isEqualTo(bytes);
        assertThat(file.type()).isEqualTo("image/png");
    }

    @Test
    void leavesNothingOfAFileThatIsDeleted() {
        UUID id = files.storePublic(new byte[10], "image/png").blockOptional().orElseThrow();
        files.delete(id).block();
        assertThat(files.read(id).blockOptional()).isEmpty();
        assertThat(database.sql("select count(*) from platform.file_chunk where file_id = :id")
                        .bind("id", id)
                        .map(row -> row.get(0, Long.class))
                        .one()
                        .block())
                .isZero();
    }
}

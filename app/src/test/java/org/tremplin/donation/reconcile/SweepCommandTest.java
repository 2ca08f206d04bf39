package org.tremplin.donation.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tremplin.TestDatabase;
import org.tremplin.TremplinApplication;
import org.tremplin.platform.command.Command;
import org.tremplin.platform.command.CommandStart;

@Tag("postgres")
class SweepCommandTest {

    @TempDir
    Path dataDir;

    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void sweepsOnceFromTheCommandLine() throws Exception {
        assertThat(CommandStart.onApplication(
                        TremplinApplication.class,
                        "sweep",
                        "--tremplin.data-dir=" + dataDir,
                        // as the application beside it was started with
                        "--management.server.port=8081",
                        "--tremplin.demo.sample-data=true",
                        "--spring.r2dbc.url=" + database.r2dbcUrl(),
                        "--spring.r2dbc.username=" + TestDatabase.user(),
                        "--spring.r2dbc.password=" + TestDatabase.password()))
                .isEqualTo(Command.DONE);
    }
}

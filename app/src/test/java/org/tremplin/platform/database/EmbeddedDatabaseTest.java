package org.tremplin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tremplin.Jvm;
import org.tremplin.platform.BadSetting;

class EmbeddedDatabaseTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path dataDir;

    @Test
    void keepsItsRowsOverRestartsInAnotherModeAndWithAnotherSecret() throws SQLException {
        EmbeddedDatabase demo = start(null);
        write(demo, "create table kept (n int)");
        write(demo, "insert into kept values (1)");
        demo.stop();

        EmbeddedDatabase single = start(SECRET);
        assertThat(rows(single)).isEqualTo(1);
        assertThatThrownBy(() -> DriverManager.getConnection(url(single), "postgres", ""))
                .isInstanceOf(SQLException.class);
        single.stop();

        EmbeddedDatabase renewed = start(SECRET + "renewed");
        assertThat(rows(renewed)).isEqualTo(1);
        renewed.stop();

        EmbeddedDatabase again = start(null);
        assertThat(rows(again)).isEqualTo(1);
        again.stop();
    }

    @Test
    void saysThatItIsAlreadyStarted() {
        EmbeddedDatabase first = start(null);
        assertThatThrownBy(() -> start(null))
                .isInstanceOf(BadSetting.class)
                .hasMessage("Tremplin is already started on the data folder " + dataDir
                        + ": stop it first, or name another folder.");
        first.stop();
    }

    @Test
    void stopsTheServerThatAKilledApplicationLeftAndKeepsItsRows() throws Exception {
        Process application = Jvm.main(KilledLater.class, dataDir.toString());
        BufferedReader said =
                new BufferedReader(new InputStreamReader(application.getInputStream(), StandardCharsets.UTF_8));
        assertThat(said.lines().anyMatch("ready"::equals)).isTrue();
        long orphan = Long.parseLong(
                Files.readAllLines(dataDir.resolve("postgresql/postmaster.pid")).get(0));
        application.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(ProcessHandle.of(orphan)).isPresent();

        EmbeddedDatabase next = start(null);
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(rows(next)).isEqualTo(1);
        next.stop();
    }

    @Test
    void leavesAProcessAloneThatOnlyHasTheNumberOfAnOldServer() throws Exception {
        start(null).stop();
        Process innocent = new ProcessBuilder("sleep", "60").start();
        Files.writeString(dataDir.resolve("postgresql/postmaster.pid"), innocent.pid() + "\n" + dataDir + "\n");
        Orphan.stop(dataDir.resolve("postgresql"), dataDir.resolve("binaries"), LogFactory.getLog("test"));
        assertThat(innocent.isAlive()).isTrue();
        innocent.destroyForcibly();
    }

    @Test
    void takesNoLanguageFromTheTerminalThatFirstStartsIt() throws SQLException {
        EmbeddedDatabase database = start(null);
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rules = statement.executeQuery("""
                        select datcollate, datlocale, current_setting('lc_messages') as messages, lower('ÉTÉ') as small
                        from pg_database where datname = 'tremplin'
                        """)) {
            rules.next();
            assertThat(rules.getString("datcollate")).isEqualTo("C");
            assertThat(rules.getString("datlocale")).isEqualTo("C.UTF-8");
            assertThat(rules.getString("messages")).isEqualTo("C");
            assertThat(rules.getString("small")).isEqualTo("été");
        }
        database.stop();
    }

    @Test
    void namesTheSettingWhereItCannotRun() {
        assertThat(EmbeddedDatabase.sentence(
                        new IllegalStateException("Missing embedded postgres binaries"), "Linux sparc", true))
                .isEqualTo("There is no embedded database for this system (Linux sparc): name a PostgreSQL 15 or later"
                        + " by the setting spring.r2dbc.url.");
        assertThat(EmbeddedDatabase.sentence(new IllegalStateException("Process [initdb] failed"), "Linux amd64", true))
                .contains("user namespaces")
                .contains("spring.r2dbc.url");
    }

    private EmbeddedDatabase start(@org.jspecify.annotations.Nullable String secret) {
        return EmbeddedDatabase.start(dataDir, secret, LogFactory.getLog("test"));
    }

    private static String url(EmbeddedDatabase database) {
        return String.valueOf(database.settings().get("spring.flyway.url"));
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(
                url(database), "postgres", String.valueOf(database.settings().get("spring.flyway.password")));
    }

    static void write(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int rows(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from kept")) {
            count.next();
            return count.getInt(1);
        }
    }

    /** An application that gets no chance to stop its database. */
    static final class KilledLater {
        public static void main(String[] arguments) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), null, LogFactory.getLog("test"));
            write(database, "create table kept (n int)");
            write(database, "insert into kept values (1)");
            System.out.println("ready");
            Thread.sleep(TimeUnit.MINUTES.toMillis(2));
        }
    }
}

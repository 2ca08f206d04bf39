package org.tremplin.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.TestApplication;
import org.tremplin.TestConnections;
import org.tremplin.TestDatabase;
import org.tremplin.platform.command.CommandStart;
import org.tremplin.platform.command.Refused;
import org.tremplin.platform.database.Migrations.Migration;

/** Makes data, saves it, and gives it back: the demonstration's whole story. */
@TestApplication(properties = "tremplin.demo.sample-data=true")
class BackupTest {

    private static final String PASSPHRASE = "une phrase pour les essais";

    @TempDir
    Path folder;

    @Autowired
    TestConnections connections;

    @Test
    void givesBackEveryRowTotalAndFileInAnEmptyDatabase() throws Exception {
        TestDatabase full = connections.database();
        Path file = backup(full);
        TestDatabase target = TestDatabase.blank();

        assertThat(restore(file, target)).isZero();

        Map<String, String> before = contents(full);
        assertThat(contents(target)).isEqualTo(before);
        assertThat(before)
                .containsKeys("ledger.entry", "ledger.total", "platform.file_chunk", "transparency.leaf")
                .hasSizeGreaterThan(25);
        assertThat(number(target, "select count(*) from ledger.entry")).isPositive();
        assertThat(number(target, "select count(*) from platform.file_chunk")).isPositive();
        target.drop();
    }

    @Test
    void leavesTheGuardsOnAndTheSequencesWhereTheyWere() throws Exception {
        TestDatabase full = connections.database();
        execute(
                full,
                "insert into platform.alarm (kind, subject, first_seen, last_seen, cause, next_step)"
                        + " values ('test', 'x', now(), now(), 'c', 'n')");
        long last = number(full, "select max(id) from platform.alarm");
        Path file = backup(full);
        TestDatabase target = TestDatabase.blank();
        restore(file, target);

        assertThatThrownBy(() -> execute(target, "update ledger.entry set cents = cents + 1"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> execute(target, "truncate ledger.entry")).hasMessageContaining("append-only");
        execute(
                target,
                "insert into platform.alarm (kind, subject, first_seen, last_seen, cause, next_step)"
                        + " values ('test', 'y', now(), now(), 'c', 'n')");
        assertThat(number(target, "select max(id) from platform.alarm")).isGreaterThan(last);
        target.drop();
    }

    @Test
    void putsItInThePlaceOfAFullDatabaseOnlyWhenAskedAndKeepsThatOne() throws Exception {
        Path file = backup(connections.database());
        TestDatabase target = TestDatabase.fresh();
        execute(target, "insert into operation.sample_data (begun_at) values ('2001-02-03')");

        assertThatThrownBy(() -> restore(file, target))
                .isInstanceOf(Refused.class)
                .hasMessage("restore.not-empty");
        assertThat(number(target, "select count(*) from operation.sample_data where begun_at = '2001-02-03'"))
                .isOne();

        assertThat(restore(file, target, "--replace")).isZero();
        assertThat(contents(target)).isEqualTo(contents(connections.database()));
        String before = databases().stream()
                .filter(name -> name.startsWith(name(target) + "_before_"))
                .findFirst()
                .orElseThrow();
        try (Connection old = java.sql.DriverManager.getConnection(
                target.jdbcUrl().replace(name(target), before), TestDatabase.user(), TestDatabase.password())) {
            assertThat(number(old, "select count(*) from operation.sample_data where begun_at = '2001-02-03'"))
                    .isOne();
        }
        execute(connections.database(), "drop database \"" + before + "\"");
        target.drop();
    }

    @Test
    void refusesATruncatedOrTamperedFileBeforeItTouchesAnything() throws Exception {
        byte[] whole = Files.readAllBytes(backup(connections.database()));
        TestDatabase target = TestDatabase.blank();
        List<String> databases = databases();
        List<byte[]> bad = new ArrayList<>();
        for (int part = 0; part < 6; part++) {
            bad.add(Arrays.copyOf(whole, (int) ((long) whole.length * part / 6)));
        }
        bad.add(Arrays.copyOf(whole, whole.length - 1));
        for (int at : new int[] {60, whole.length / 2, whole.length - 1}) {
            byte[] tampered = whole.clone();
            tampered[at] ^= 4;
            bad.add(tampered);
        }
        for (byte[] bytes : bad) {
            Path file = Files.write(folder.resolve("bad"), bytes);
            assertThatThrownBy(() -> restore(file, target))
                    .isInstanceOf(Refused.class)
                    .hasMessageMatching("backup\\.(damaged|not-ours)");
        }
        assertThat(contents(target)).isEmpty();
        assertThat(databases()).isEqualTo(databases);
        target.drop();
    }

    @Test
    void refusesWhatANewerVersionMadeBeforeItTouchesAnything() throws Exception {
        TestDatabase target = TestDatabase.blank();
        Path file = crafted(List.of(new Migration("ledger/V209901010000__ledger_add_wings.sql", 1)));
        assertThatThrownBy(() -> restore(file, target))
                .isInstanceOf(Refused.class)
                .hasMessage("backup.newer");
        Path other = crafted(List.of(new Migration("ledger/V202611220250__ledger_create_books.sql", 1)));
        assertThatThrownBy(() -> restore(other, target))
                .isInstanceOf(Refused.class)
                .hasMessage("backup.other-build");
        assertThat(contents(target)).isEmpty();
        target.drop();
    }

    @Test
    void refusesAnotherPassphraseAndAnotherSecret() throws Exception {
        Path file = backup(connections.database());
        TestDatabase target = TestDatabase.blank();
        assertThatThrownBy(
                        () -> CommandStart.onSettings("restore", on(target, "une tout autre phrase", file.toString())))
                .hasMessage("backup.wrong-passphrase");
        assertThatThrownBy(() -> restore(file, target, "--tremplin.secret=another-secret-0123456789-0123456789"))
                .hasMessage("backup.other-secret");
        assertThat(contents(target)).isEmpty();
        target.drop();
    }

    @Test
    void takesABackupOfTheSecretBeforeThisOneWhileThatIsKnown() throws Exception {
        Path file = backup(connections.database());
        TestDatabase target = TestDatabase.blank();
        assertThat(restore(
                        file,
                        target,
                        "--tremplin.secret=another-secret-0123456789-0123456789",
                        "--tremplin.secret-previous=a-secret-for-tests-only-0123456789abcdef"))
                .isZero();
        assertThat(contents(target)).isEqualTo(contents(connections.database()));
        target.drop();
    }

    @Test
    void bringsAnOlderBackupToThePresentForm() throws Exception {
        TestDatabase old = TestDatabase.blank();
        Flyway.configure()
                .dataSource(old.jdbcUrl(), TestDatabase.user(), TestDatabase.password())
                .locations("classpath:db/migration")
                .schemas("public")
                .target("202611220240")
                .load()
                .migrate();
        execute(
                old,
                "insert into payment.payment (id, provider, account, state, cents, currency, subject,"
                        + " idempotency_key, created_at, changed_at) values (gen_random_uuid(), 'stripe', 'a', 'SUCCEEDED',"
                        + " 500, 'EUR', gen_random_uuid(), 'k', now(), now())");
        Path file = backup(old);
        TestDatabase target = TestDatabase.blank();

        assertThat(restore(file, target)).isZero();

        assertThat(number(target, "select count(*) from payment.payment where ended_at = changed_at"))
                .as("the migration after it took the row along")
                .isOne();
        String history = "select count(*) from public.flyway_schema_history where success";
        assertThat(number(target, history)).isEqualTo(number(TestDatabase.fresh(), history));
        old.drop();
        target.drop();
    }

    @Test
    void fillsAnEmptyDatabaseInPlaceWhereTheAccountMayMakeNone() throws Exception {
        Path file = backup(connections.database());
        TestDatabase target = TestDatabase.blank();
        String account = "a" + UUID.randomUUID().toString().replace("-", "");
        execute(target, "create role " + account + " login password 'word'");
        execute(target, "alter database " + name(target) + " owner to " + account);
        execute(target, "alter schema public owner to " + account);
        String[] as = {"--spring.r2dbc.username=" + account, "--spring.r2dbc.password=word"};

        assertThat(CommandStart.onSettings("restore", as(target, file, as))).isZero();
        assertThat(contents(target)).isEqualTo(contents(connections.database()));
        assertThatThrownBy(() -> CommandStart.onSettings("restore", as(target, file, as[0], as[1], "--replace")))
                .hasMessage("restore.may-not-exchange");
        target.drop();
    }

    @Test
    void refusesWhileSomebodyElseUsesTheDatabase() throws Exception {
        Path file = backup(connections.database());
        TestDatabase target = TestDatabase.blank();
        try (Connection other = target.connect()) {
            assertThat(other.isValid(5)).isTrue();
            assertThatThrownBy(() -> restore(file, target)).hasMessage("database.in-use");
        }
        target.drop();
    }

    @Test
    void isReadableByItsOwnerOnlyAndNeverReplacesAFile() throws Exception {
        Path file = backup(connections.database());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("tremplin.example");
        assertThatThrownBy(() ->
                        CommandStart.onSettings("backup", on(connections.database(), PASSPHRASE, file.toString())))
                .hasMessage("backup.file-exists");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    private Path crafted(List<Migration> migrations) throws IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".backup");
        Manifest manifest = new Manifest(
                "9.0.0", "18", Instant.EPOCH, "DEMO", "http://localhost", "", null, migrations, List.of(), List.of());
        try (OutputStream out = Files.newOutputStream(file);
                Archive.Writer archive =
                        new Archive.Writer(Envelope.seal(out, PASSPHRASE.toCharArray(), 1), manifest)) {
            return file;
        }
    }

    private Path backup(TestDatabase database) throws Exception {
        Path file = folder.resolve("tremplin.backup");
        assertThat(CommandStart.onSettings("backup", on(database, PASSPHRASE, file.toString())))
                .isZero();
        return file;
    }

    private static int restore(Path file, TestDatabase target, String... more) throws Exception {
        return CommandStart.onSettings(
                "restore",
                Stream.concat(Arrays.stream(on(target, PASSPHRASE, file.toString())), Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private static String[] on(TestDatabase database, String passphrase, String operand) {
        return new String[] {
            operand,
            "--spring.r2dbc.url=" + database.r2dbcUrl(),
            "--spring.r2dbc.username=" + TestDatabase.user(),
            "--spring.r2dbc.password=" + TestDatabase.password(),
            "--tremplin.backup.passphrase=" + passphrase
        };
    }

    private static String[] as(TestDatabase database, Path file, String... account) {
        return Stream.concat(
                        Stream.of(
                                file.toString(),
                                "--spring.r2dbc.url=" + database.r2dbcUrl(),
                                "--tremplin.backup.passphrase=" + PASSPHRASE),
                        Arrays.stream(account))
                .toArray(String[]::new);
    }

    /** Each table of ours with a fingerprint of its rows. */
    private static Map<String, String> contents(TestDatabase database) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select schemaname || '.' || tablename from pg_tables where"
                    + " schemaname not in ('pg_catalog', 'information_schema', 'public')"
                    // what a restore adds: that it happened
                    + " and schemaname || '.' || tablename <> 'transparency.restored'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet row =
                        statement.executeQuery("select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), ''"
                                + " order by md5(t::text))), '') from " + table + " t")) {
                    row.next();
                    contents.put(table, row.getString(1));
                }
            }
        }
        return contents;
    }

    private List<String> databases() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = connections.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select datname from pg_database order by 1")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static String name(TestDatabase database) {
        return database.jdbcUrl().substring(database.jdbcUrl().lastIndexOf('/') + 1);
    }

    private static long number(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            return number(connection, sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

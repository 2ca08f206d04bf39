package org.tremplin.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tremplin.platform.command.Command;
import org.tremplin.platform.command.CommandLine;
import org.tremplin.platform.command.CommandPart;
import org.tremplin.platform.command.Console;
import org.tremplin.platform.command.DataCheck;
import org.tremplin.platform.command.Finding;
import org.tremplin.platform.command.Refused;
import org.tremplin.platform.database.DatabaseAddress;
import org.tremplin.platform.database.DatabaseDoor;
import org.tremplin.platform.database.Migrations;
import org.tremplin.platform.database.Secret;

/**
 * {@code restore FILE [--replace]}: checks the whole file, fills a new database in the form the backup had, brings it to
 * the present form, checks what it holds, and only then gives it the name of the one in use. Guards against change stay
 * on: rows are only added. Where the account may not make a database, an empty one is filled in place.
 */
@CommandPart
class RestoreCommand implements Command {

    private final DatabaseDoor door;
    private final Migrations migrations;
    private final Passphrase passphrase;
    private final List<DataCheck> checks;
    private final List<WrittenTogether> together;
    private final List<AfterRestore> notes;
    private final Clock clock;

    RestoreCommand(
            DatabaseDoor door,
            Migrations migrations,
            Passphrase passphrase,
            List<DataCheck> checks,
            List<WrittenTogether> together,
            List<AfterRestore> notes,
            Clock clock) {
        this.door = door;
        this.migrations = migrations;
        this.passphrase = passphrase;
        this.checks = checks;
        this.together = together;
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    public int run(CommandLine line, Console console) throws Exception {
        Path file = Path.of(line.operand()).toAbsolutePath().normalize();
        char[] words = words(file);
        Manifest manifest = Verification.of(file, words);
        fits(manifest);
        console.say("restore.checked", file, manifest.createdAt().toString(), manifest.application(), manifest.rows());

        DatabaseAddress present = door.own();
        Databases databases = new Databases(present, clock);
        databases.nobodyElse();
        boolean inhabited = inhabited(present);
        if (inhabited && !line.has("replace")) {
            throw new Refused("restore.not-empty");
        }
        if (databases.mayExchange()) {
            DatabaseAddress made = databases.create();
            boolean whole = false;
            try {
                fill(made, manifest, file, words, console);
                whole = true;
            } finally {
                if (!whole) {
                    databases.drop(made.name());
                }
            }
            handOver(databases, made, inhabited, console);
        } else if (inhabited) {
            throw new Refused("restore.may-not-exchange", present.user());
        } else {
            fill(present, manifest, file, words, console);
        }
        if (manifest.secret() != null && passphrase.secretOfFolder()) {
            Secret.keep(door.dataDir(), manifest.secret());
        }
        console.say("restore.done", manifest.tables().size(), manifest.rows());
        return DONE;
    }

    /** Those of the previous secret, for a backup that was made under it. */
    private char[] words(Path file) throws IOException {
        char[] words = passphrase.value();
        Optional<char[]> before = passphrase.previous();
        return before.isPresent() && Files.isReadable(file) && !opens(file, words) ? before.get() : words;
    }

    private static boolean opens(Path file, char[] words) throws IOException {
        try (Archive.Reader archive = Verification.open(file, words)) {
            return archive.manifest() != null;
        } catch (Refused | IOException closed) {
            return false;
        }
    }

    /** Refuses what this version or this secret cannot make use of. */
    private void fits(Manifest manifest) {
        Map<String, Integer> known = migrations.known().stream()
                .collect(Collectors.toMap(Migrations.Migration::script, Migrations.Migration::checksum));
        for (Migrations.Migration migration : manifest.migrations()) {
            Integer checksum = known.get(migration.script());
            if (checksum == null) {
                throw new Refused("backup.newer", manifest.application(), Version.running());
            }
            if (checksum != migration.checksum()) {
                throw new Refused("backup.other-build", migration.script());
            }
        }
        boolean secretComesAlong = manifest.secret() != null && passphrase.secretOfFolder();
        if (!secretComesAlong && !passphrase.opensSealsOf(manifest.markOfSecret())) {
            throw new Refused("backup.other-secret");
        }
    }

    private boolean inhabited(DatabaseAddress database) throws SQLException {
        try (Connection connection = database.connect()) {
            return new Catalogue(connection, migrations.schemas()).inhabited();
        }
    }

    private void fill(DatabaseAddress database, Manifest manifest, Path file, char[] words, Console console)
            throws SQLException, IOException {
        Set<String> scripts = manifest.migrations().stream()
                .map(Migrations.Migration::script)
                .collect(Collectors.toCollection(HashSet::new));
        migrations.apply(database, scripts);
        try (Connection connection = database.connect();
                Archive.Reader archive = Verification.open(file, words)) {
            connection.setAutoCommit(false);
            empty(connection, manifest);
            new Filling(connection, together).fill(archive);
            connection.commit();
        }
        int newer = migrations.applyAll(database);
        if (newer > 0) {
            console.say("restore.migrated", newer);
        }
        sound(database, console);
        try (Connection connection = database.connect()) {
            for (AfterRestore note : notes) {
                note.note(connection, console);
            }
        }
    }

    /** Rows that migrations themselves write are in the backup too. */
    private void empty(Connection connection, Manifest manifest) throws SQLException {
        Catalogue catalogue = new Catalogue(connection, migrations.schemas());
        if (!catalogue
                .tables()
                .equals(manifest.tables().stream()
                        .collect(Collectors.toMap(Manifest.Table::name, Manifest.Table::columns)))) {
            throw new IllegalStateException("The migrations of the backup do not make its tables");
        }
        List<Manifest.Table> last = new ArrayList<>(manifest.tables());
        Collections.reverse(last);
        try (Statement statement = connection.createStatement()) {
            for (Manifest.Table table : last) {
                if (catalogue.rows(table.name()) > 0) {
                    statement.execute("delete from " + table.name());
                }
            }
        }
    }

    private void sound(DatabaseAddress database, Console console) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            boolean bad = false;
            for (DataCheck check : checks) {
                for (Finding finding : check.look(connection)) {
                    finding.tell(console);
                    bad = bad || finding.isBad();
                }
            }
            if (bad) {
                throw new Refused("restore.unsound");
            }
            statement.execute("analyze");
        }
    }

    private void handOver(Databases databases, DatabaseAddress made, boolean inhabited, Console console)
            throws SQLException {
        String before = databases.exchange(made);
        if (inhabited) {
            console.say("restore.before", before);
        } else {
            databases.drop(before);
        }
    }
}

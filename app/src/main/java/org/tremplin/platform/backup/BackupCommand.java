package org.tremplin.platform.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.command.Command;
import org.tremplin.platform.command.CommandLine;
import org.tremplin.platform.command.CommandPart;
import org.tremplin.platform.command.Console;
import org.tremplin.platform.command.Refused;
import org.tremplin.platform.database.DatabaseAddress;
import org.tremplin.platform.database.DatabaseDoor;
import org.tremplin.platform.database.Migrations;

/**
 * {@code backup FILE}: everything at one instant, while the application runs or not. The file appears under its name only
 * once it is whole and was read again.
 */
@CommandPart
class BackupCommand implements Command {

    private final DatabaseDoor door;
    private final Migrations migrations;
    private final Passphrase passphrase;
    private final TremplinSettings settings;
    private final Clock clock;

    BackupCommand(
            DatabaseDoor door, Migrations migrations, Passphrase passphrase, TremplinSettings settings, Clock clock) {
        this.door = door;
        this.migrations = migrations;
        this.passphrase = passphrase;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public int run(CommandLine line, Console console) throws Exception {
        Path file = Path.of(line.operand()).toAbsolutePath().normalize();
        if (Files.exists(file)) {
            throw new Refused("backup.file-exists", file);
        }
        char[] words = passphrase.value();
        Optional<DatabaseAddress> database = door.open();
        List<Migrations.Migration> applied = database.map(migrations::applied).orElse(List.of());
        if (database.isEmpty() || applied.isEmpty()) {
            throw new Refused("backup.nothing");
        }
        Set<Migrations.Migration> foreign = new HashSet<>(applied);
        foreign.removeAll(migrations.known());
        if (!foreign.isEmpty()) {
            throw new Refused("backup.newer-database");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            write(database.get(), applied, part, words);
            Manifest checked = Verification.of(part, words);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            console.say("backup.done", file, checked.tables().size(), checked.rows(), Files.size(file));
        } finally {
            Files.deleteIfExists(part);
        }
        return DONE;
    }

    private void write(DatabaseAddress address, List<Migrations.Migration> applied, Path part, char[] words)
            throws SQLException, IOException {
        try (Connection database = address.connect();
                FileChannel channel = create(part)) {
            database.setAutoCommit(false);
            try (Statement statement = database.createStatement()) {
                // one picture of all tables, whatever is written meanwhile
                statement.execute("set transaction isolation level repeatable read read only");
            }
            Manifest manifest = manifest(database, applied);
            CopyManager copy = database.unwrap(PGConnection.class).getCopyAPI();
            try (Archive.Writer archive =
                    new Archive.Writer(Envelope.seal(new BufferedOutputStream(unclosed(channel)), words), manifest)) {
                for (Manifest.Table table : manifest.tables()) {
                    try (OutputStream rows = archive.table()) {
                        copy.copyOut(table.copy("to stdout"), rows);
                    }
                }
            }
            channel.force(true);
        }
    }

    private Manifest manifest(Connection database, List<Migrations.Migration> applied) throws SQLException {
        Catalogue catalogue = new Catalogue(database, migrations.schemas());
        List<Manifest.Table> tables = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : catalogue.tables().entrySet()) {
            tables.add(new Manifest.Table(table.getKey(), table.getValue(), catalogue.rows(table.getKey())));
        }
        return new Manifest(
                Version.running(),
                database.getMetaData().getDatabaseProductVersion(),
                clock.instant(),
                settings.mode().name(),
                settings.baseUrl().toString(),
                passphrase.markOfSecret(),
                passphrase.secretOfFolder() ? settings.secret() : null,
                applied,
                tables,
                catalogue.sequences());
    }

    /** For the owner's eyes only, where the file system knows owners. */
    private static FileChannel create(Path part) throws IOException {
        Files.deleteIfExists(part);
        boolean posix = part.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights);
    }

    /** Closing the archive must not close the file before it is forced to disk. */
    private static OutputStream unclosed(FileChannel channel) {
        OutputStream out = Channels.newOutputStream(channel);
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                out.flush();
            }
        };
    }
}

package org.tremplin.platform.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.tremplin.platform.command.Refused;
import tools.jackson.core.JacksonException;

/** Reads a whole backup, every chunk and row, before anything is done with it. */
final class Verification {

    private static final int BUFFER = 65_536;

    private Verification() {}

    /** @throws Refused in one sentence for whatever is not a whole backup that this version made or knows */
    static Manifest of(Path file, char[] passphrase) throws IOException {
        try (Archive.Reader archive = open(file, passphrase)) {
            for (Manifest.Table table : archive.manifest().tables()) {
                if (rows(archive.table()) != table.rows()) {
                    throw new Refused("backup.damaged");
                }
            }
            archive.end();
            return archive.manifest();
        } catch (NoSuchFileException missing) {
            throw new Refused("backup.no-file", file);
        } catch (IOException failure) {
            throw Archive.unreadable(failure);
        } catch (JacksonException unknown) {
            throw new Refused("backup.damaged");
        }
    }

    static Archive.Reader open(Path file, char[] passphrase) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return new Archive.Reader(Envelope.open(in, passphrase));
        } catch (IOException | RuntimeException failure) {
            in.close();
            throw failure;
        }
    }

    /** In the text form of COPY a line is a row: ends of lines inside it are written otherwise. */
    private static long rows(InputStream table) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long rows = 0;
        for (int read = table.read(buffer); read >= 0; read = table.read(buffer)) {
            for (int at = 0; at < read; at++) {
                if (buffer[at] == '\n') {
                    rows++;
                }
            }
        }
        return rows;
    }
}

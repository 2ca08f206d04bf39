package org.tremplin.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/** The secret that a demonstration makes for itself and keeps in its data folder. */
public final class Secret {

    private Secret() {}

    /** Whether the secret in force is that of the data folder, because the setting is missing. */
    public static boolean ofFolder(ConfigurableEnvironment environment) {
        PropertySource<?> completed = environment.getPropertySources().get(DatabaseEnvironment.COMPLETED);
        return completed != null && completed.containsProperty(DatabaseEnvironment.SECRET);
    }

    /** None where the setting was always given, or nothing was started yet. */
    public static @Nullable String kept(Path dataDir) {
        Path file = file(dataDir);
        try {
            return Files.exists(file) ? Files.readString(file).strip() : null;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the demo secret in " + dataDir, failure);
        }
    }

    public static void keep(Path dataDir, String secret) {
        try {
            Files.createDirectories(dataDir);
            Files.writeString(file(dataDir), secret);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot keep the demo secret in " + dataDir, failure);
        }
    }

    static String keptOrMade(Path dataDir) {
        String kept = kept(dataDir);
        if (kept != null) {
            return kept;
        }
        String made = made();
        keep(dataDir, made);
        return made;
    }

    /** For a command, which leaves an empty folder empty. */
    static String keptOrPassing(Path dataDir) {
        String kept = kept(dataDir);
        return kept == null ? made() : kept;
    }

    private static Path file(Path dataDir) {
        return dataDir.resolve("secret");
    }

    private static String made() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

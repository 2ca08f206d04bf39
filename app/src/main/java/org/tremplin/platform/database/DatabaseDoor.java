package org.tremplin.platform.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.Environment;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.command.CommandPart;
import org.tremplin.platform.command.Refused;

/**
 * Opens the database to a command: the one that is named, that of the running application, or the embedded one, which
 * is started for as long as the command runs.
 */
@CommandPart
public final class DatabaseDoor implements DisposableBean {

    private final Environment environment;
    private final TremplinSettings settings;
    private @Nullable EmbeddedDatabase started;

    DatabaseDoor(Environment environment, TremplinSettings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    /** None while the embedded database was never started. */
    public Optional<DatabaseAddress> open() {
        if (named()) {
            return Optional.of(address(Map.of()));
        }
        Path dataDir = dataDir();
        if (started == null && EmbeddedDatabase.inUse(dataDir)) {
            return Optional.of(address(EmbeddedDatabase.running(dataDir, secret())));
        }
        return EmbeddedDatabase.made(dataDir) ? Optional.of(start(dataDir)) : Optional.empty();
    }

    /**
     * For a command that exchanges the database; makes the embedded one where there is none.
     *
     * @throws Refused while the application runs on the data folder
     */
    public DatabaseAddress own() {
        if (named()) {
            return address(Map.of());
        }
        if (started == null && EmbeddedDatabase.inUse(dataDir())) {
            throw new Refused("database.stop-first");
        }
        return start(dataDir());
    }

    /** Whether somebody else's server holds the database. */
    public boolean named() {
        return !environment.getProperty("spring.r2dbc.url", "").isBlank();
    }

    public Path dataDir() {
        return settings.dataDir().toAbsolutePath().normalize();
    }

    @Override
    public void destroy() {
        if (started != null) {
            started.stop();
        }
    }

    private DatabaseAddress start(Path dataDir) {
        EmbeddedDatabase running = started;
        if (running == null) {
            running = EmbeddedDatabase.start(dataDir, secret(), LogFactory.getLog(DatabaseDoor.class));
            started = running;
        }
        return address(running.settings());
    }

    private @Nullable String secret() {
        return settings.demo() ? null : settings.secret();
    }

    private DatabaseAddress address(Map<String, Object> embedded) {
        return new DatabaseAddress(
                setting("spring.flyway.url", embedded),
                setting("spring.flyway.user", embedded),
                setting("spring.flyway.password", embedded));
    }

    private String setting(String name, Map<String, Object> embedded) {
        return String.valueOf(embedded.getOrDefault(name, environment.getProperty(name, "")));
    }
}

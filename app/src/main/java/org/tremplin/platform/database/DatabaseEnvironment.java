package org.tremplin.platform.database;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.tremplin.platform.BadSetting;
import org.tremplin.platform.Mode;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.command.CommandStart;

/**
 * Completes the settings before anything starts: an embedded database where no other is named, a secret of its own in
 * demo, and Flyway on the database of the application.
 */
final class DatabaseEnvironment implements EnvironmentPostProcessor, Ordered {

    static final String COMPLETED = "tremplin-completed";
    static final String SECRET = "tremplin.secret";

    private static final String R2DBC_URL = "spring.r2dbc.url";

    private final Log log;

    /** @param logs keep what is said until logging has started */
    DatabaseEnvironment(DeferredLogFactory logs) {
        this.log = logs.getLog(DatabaseEnvironment.class);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> completed = new HashMap<>();
        environment.getPropertySources().addFirst(new MapPropertySource(COMPLETED, completed));
        if (!CommandStart.settingsOnly(environment)) {
            complete(environment, completed);
            return;
        }
        try {
            complete(environment, completed);
        } catch (BadSetting told) {
            completed.putAll(CommandStart.problem(String.valueOf(told.getMessage())));
        }
    }

    private void complete(ConfigurableEnvironment environment, Map<String, Object> completed) {
        boolean command = CommandStart.settingsOnly(environment);
        Path dataDir = Path.of(environment.getProperty("tremplin.data-dir", "./data"))
                .toAbsolutePath()
                .normalize();
        boolean demo = bound(environment, "tremplin.mode", Mode.class) == Mode.DEMO;
        if (environment.getProperty(SECRET, "").isBlank()) {
            if (!demo) {
                throw new BadSetting(
                        SECRET,
                        "The setting tremplin.secret is missing: outside demo it must be set, at least 32 characters"
                                + " (for example from `openssl rand -hex 32`).");
            }
            completed.put(SECRET, command ? Secret.keptOrPassing(dataDir) : Secret.keptOrMade(dataDir));
        }
        // a wrong setting is told before anything is started
        TremplinSettings settings = bound(environment, "tremplin", TremplinSettings.class);
        if (environment.getProperty(R2DBC_URL, "").isBlank()) {
            if (!command) {
                completed.putAll(embedded(environment, settings, dataDir));
            }
        } else if (environment.getProperty("spring.flyway.url", "").isBlank()) {
            completed.putAll(flywayFollows(environment));
        }
    }

    private Map<String, Object> embedded(Environment environment, TremplinSettings settings, Path dataDir) {
        String secret = settings.demo() ? null : settings.secret();
        if (CommandStart.shared(environment) && EmbeddedDatabase.inUse(dataDir)) {
            return EmbeddedDatabase.running(dataDir, secret);
        }
        EmbeddedDatabase database = EmbeddedDatabase.start(dataDir, secret, log);
        SpringApplication.getShutdownHandlers().add(database::stop);
        return database.settings();
    }

    private static <T> T bound(ConfigurableEnvironment environment, String prefix, Class<T> type) {
        try {
            return Binder.get(environment).bind(prefix, type).get();
        } catch (BindException wrong) {
            for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
                if (cause instanceof BadSetting told) {
                    throw told;
                }
            }
            String name = String.valueOf(wrong.getName());
            throw new BadSetting(
                    name,
                    name.equals("tremplin.mode")
                            ? "The setting tremplin.mode must be demo, single or platform."
                            : "The setting " + name + " has a value that cannot be read.");
        }
    }

    private static Map<String, Object> flywayFollows(ConfigurableEnvironment environment) {
        String url = environment.getRequiredProperty(R2DBC_URL);
        if (!url.matches("r2dbc:(pool:)?postgres(ql)?://.+")) {
            throw new BadSetting(
                    R2DBC_URL, "The setting spring.r2dbc.url must look like r2dbc:postgresql://host:5432/database.");
        }
        return Map.of(
                "spring.flyway.url", url.replaceFirst("r2dbc:(pool:)?postgres(ql)?:", "jdbc:postgresql:"),
                "spring.flyway.user", environment.getProperty("spring.r2dbc.username", ""),
                "spring.flyway.password", environment.getProperty("spring.r2dbc.password", ""));
    }
}

package org.tremplin.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.tremplin.platform.BadSetting;
import org.tremplin.platform.Mode;

/**
 * Completes the settings before anything starts: an embedded database where no other is named, a secret of its own in
 * demo, and Flyway on the database of the application.
 */
final class DatabaseEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final String R2DBC_URL = "spring.r2dbc.url";
    private static final String SECRET = "tremplin.secret";

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> completed = new HashMap<>();
        Path dataDir = Path.of(environment.getProperty("tremplin.data-dir", "./data"))
                .toAbsolutePath()
                .normalize();
        Mode mode = environment.getProperty("tremplin.mode", Mode.class, Mode.DEMO);
        String secret = environment.getProperty(SECRET, "");
        if (secret.isBlank()) {
            if (mode != Mode.DEMO) {
                throw new BadSetting(
                        SECRET,
                        "The setting tremplin.secret is missing: outside demo it must be set, at least 32 characters"
                                + " (for example from `openssl rand -hex 32`).");
            }
            secret = demoSecret(dataDir);
            completed.put(SECRET, secret);
        }
        if (environment.getProperty(R2DBC_URL, "").isBlank()) {
            EmbeddedDatabase database = EmbeddedDatabase.start(dataDir, mode == Mode.DEMO ? null : secret);
            SpringApplication.getShutdownHandlers().add(database::stop);
            completed.putAll(database.settings());
        } else if (environment.getProperty("spring.flyway.url", "").isBlank()) {
            completed.putAll(flywayFollows(environment));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("tremplin-completed", completed));
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

    private static String demoSecret(Path dataDir) {
        Path file = dataDir.resolve("secret");
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            byte[] bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            String secret = HexFormat.of().formatHex(bytes);
            Files.createDirectories(dataDir);
            Files.writeString(file, secret);
            return secret;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot keep the demo secret in " + dataDir, failure);
        }
    }
}

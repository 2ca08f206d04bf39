package org.tremplin.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.tremplin.platform.command.CommandPart;

/** The migrations of this version, for commands; Flyway is set as in the application. */
@CommandPart
public final class Migrations {

    private static final String ROOT = "db/migration/";

    private final Environment environment;
    private final List<MigrationFile> files = files();

    Migrations(Environment environment) {
        this.environment = environment;
    }

    /**
     * One migration.
     *
     * @param script module and file name
     * @param checksum of its text, as Flyway counts
     */
    public record Migration(String script, int checksum) {}

    /** Those this version brings. */
    public List<Migration> known() {
        return files.stream()
                .map(file -> new Migration(file.getRelativePath(), ChecksumCalculator.calculate(file)))
                .toList();
    }

    /** Schemas of the modules: a module's migrations live in a folder of its name. */
    public Set<String> schemas() {
        return files.stream()
                .map(file -> file.getRelativePath().replaceFirst("/.*", ""))
                .collect(Collectors.toSet());
    }

    /** Those a database has; none where nothing was ever migrated. */
    public List<Migration> applied(DatabaseAddress database) {
        return Arrays.stream(flyway(database, any -> true).info().applied())
                .filter(MigrationInfo::isVersioned)
                .filter(info -> info.getAppliedChecksum() != null)
                .map(info -> new Migration(info.getScript(), info.getAppliedChecksum()))
                .toList();
    }

    /** Those a database still lacks. */
    public List<String> missing(DatabaseAddress database) {
        return Arrays.stream(flyway(database, any -> true).info().pending())
                .map(MigrationInfo::getScript)
                .toList();
    }

    /** Applies the named ones only, as if later ones were not written yet. */
    public int apply(DatabaseAddress database, Set<String> scripts) {
        return flyway(database, scripts::contains).migrate().migrationsExecuted;
    }

    public int applyAll(DatabaseAddress database) {
        return flyway(database, any -> true).migrate().migrationsExecuted;
    }

    private Flyway flyway(DatabaseAddress database, Predicate<String> chosen) {
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .schemas(environment.getProperty("spring.flyway.schemas", "public"))
                .outOfOrder(environment.getProperty("spring.flyway.out-of-order", Boolean.class, true))
                .resourceProvider(new MigrationFile.Provider(files.stream()
                        .filter(file -> chosen.test(file.getRelativePath()))
                        .toList()))
                .load();
    }

    private static List<MigrationFile> files() {
        try {
            Resource[] found =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "*/V*.sql");
            return Arrays.stream(found)
                    .map(file -> new MigrationFile(file, path(file)))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The migrations cannot be read", failure);
        }
    }

    private static String path(Resource file) {
        try {
            String address = file.getURL().toString();
            return address.substring(address.lastIndexOf(ROOT) + ROOT.length());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package org.tremplin.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.tremplin.platform.command.Check;
import org.tremplin.platform.command.CommandPart;
import org.tremplin.platform.command.DataCheck;
import org.tremplin.platform.command.Finding;

/** The database answers, is recent enough, has the form this version expects, agrees on the time, and its data is sound. */
@CommandPart
@Order(10)
class DatabaseCheck implements Check {

    private static final int OLDEST = 150_000;
    private static final int MAJOR = 10_000;
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final DatabaseDoor door;
    private final Migrations migrations;
    private final List<DataCheck> dataChecks;
    private final Clock clock;

    DatabaseCheck(DatabaseDoor door, Migrations migrations, List<DataCheck> dataChecks, Clock clock) {
        this.door = door;
        this.migrations = migrations;
        this.dataChecks = dataChecks;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        try {
            Optional<DatabaseAddress> address = door.open();
            if (address.isEmpty()) {
                return List.of(Finding.good("doctor.database-to-come"));
            }
            try (Connection database = address.get().connect()) {
                findings.add(version(database));
                findings.add(time(database));
                if (form(address.get(), findings)) {
                    for (DataCheck check : dataChecks) {
                        findings.addAll(check.look(database));
                    }
                }
            }
        } catch (SQLException failure) {
            findings.add(Finding.bad("doctor.database-unreachable", String.valueOf(failure.getMessage())));
        }
        return findings;
    }

    private static Finding version(Connection database) throws SQLException {
        long version = number(database, "select current_setting('server_version_num')::bigint");
        return version < OLDEST
                ? Finding.bad("doctor.database-old", version / MAJOR)
                : Finding.good("doctor.database", version / MAJOR);
    }

    private Finding time(Connection database) throws SQLException {
        Instant before = clock.instant();
        long told = number(database, "select (extract(epoch from clock_timestamp()) * 1000)::bigint");
        return skew("doctor.clock-database", before, Instant.ofEpochMilli(told), clock.instant());
    }

    /** Whether the stored data can be looked at. */
    private boolean form(DatabaseAddress address, List<Finding> findings) {
        Set<Migrations.Migration> foreign = new HashSet<>(migrations.applied(address));
        boolean empty = foreign.isEmpty();
        foreign.removeAll(migrations.known());
        if (!foreign.isEmpty()) {
            findings.add(Finding.bad("doctor.migrations-foreign", foreign.size()));
            return false;
        }
        if (empty) {
            findings.add(Finding.good("doctor.migrations-to-come"));
            return false;
        }
        List<String> missing = migrations.missing(address);
        findings.add(
                missing.isEmpty()
                        ? Finding.good("doctor.migrations")
                        : Finding.warning("doctor.migrations-missing", missing.size()));
        return missing.isEmpty();
    }

    private static Finding skew(String key, Instant before, Instant told, Instant after) {
        Duration off = told.isBefore(before)
                ? Duration.between(told, before)
                : told.isAfter(after) ? Duration.between(after, told) : Duration.ZERO;
        return off.compareTo(SKEW) > 0 ? Finding.warning(key + "-off", off.toSeconds()) : Finding.good(key);
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}

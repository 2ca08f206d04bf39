package org.tremplin.platform.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.tremplin.platform.command.Refused;
import org.tremplin.platform.database.DatabaseAddress;

/** Makes a database beside the one in use and exchanges the two by their names, at once or not at all. */
final class Databases {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    /** One of them is there and open to everybody on nearly every server. */
    private static final List<String> NEUTRAL = List.of("postgres", "template1");

    private static final int LONGEST_NAME = 40;

    private final DatabaseAddress present;
    private final String stamp;

    Databases(DatabaseAddress present, Clock clock) {
        this.present = present;
        this.stamp = STAMP.format(clock.instant());
    }

    /** @throws Refused while anybody else uses the database, such as another instance of the application */
    void nobodyElse() throws SQLException {
        long others = number(present, """
                select count(*) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
                """);
        if (others > 0) {
            throw new Refused("database.in-use", others);
        }
    }

    /** Whether our account may make a database and rename the present one. */
    boolean mayExchange() throws SQLException {
        return number(present, """
                select count(*) from pg_roles role join pg_database base on base.datname = current_database()
                where role.rolname = current_user and (role.rolsuper or role.rolcreatedb and base.datdba = role.oid)
                """) > 0;
    }

    /** A new empty one, with the language rules of the present one. */
    DatabaseAddress create() throws SQLException {
        String name = part("new");
        String rules;
        try (Connection connection = present.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select format('encoding %L lc_collate %L lc_ctype %L',
                          pg_encoding_to_char(encoding), datcollate, datctype) as rules, datlocprovider::text = 'c' as plain
                        from pg_database where datname = current_database()
                        """)) {
            row.next();
            rules = row.getBoolean("plain") ? " template template0 " + row.getString("rules") : "";
        }
        neutral("create database " + quoted(name) + rules);
        return present.named(name);
    }

    void drop(String name) throws SQLException {
        neutral("drop database if exists " + quoted(name));
    }

    /** Gives the new one the name of the present one, which keeps all it held under the name that is returned. */
    String exchange(DatabaseAddress made) throws SQLException {
        String before = part("before");
        neutral(
                "begin",
                "alter database " + quoted(present.name()) + " rename to " + quoted(before),
                "alter database " + quoted(made.name()) + " rename to " + quoted(present.name()),
                "commit");
        return before;
    }

    private String part(String word) {
        String name = present.name();
        return (name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name) + "_" + word + "_" + stamp;
    }

    private void neutral(String... statements) throws SQLException {
        try (Connection connection = neutral();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection neutral() throws SQLException {
        SQLException refused = new SQLException("This server has no database but ours");
        for (String name : NEUTRAL) {
            try {
                return present.named(name).connect();
            } catch (SQLException failure) {
                refused = failure;
            }
        }
        throw refused;
    }

    private static long number(DatabaseAddress database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}

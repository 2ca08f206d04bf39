package org.tremplin.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Where a PostgreSQL database is, for commands, which may wait for it.
 *
 * @param url JDBC, with the name of the database as its path
 */
public record DatabaseAddress(String url, String user, String password) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The name of the database, as the server knows it. */
    public String name() {
        String path = url.replaceFirst("\\?.*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Another database of the same server. */
    public DatabaseAddress named(String other) {
        int end = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
        int start = url.lastIndexOf('/', end - 1) + 1;
        return new DatabaseAddress(url.substring(0, start) + other + url.substring(end), user, password);
    }
}

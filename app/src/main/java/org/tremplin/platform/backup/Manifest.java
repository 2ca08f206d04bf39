package org.tremplin.platform.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.database.Migrations.Migration;

/**
 * What a backup says of itself, before its rows.
 *
 * @param application version that made it
 * @param postgresql version of the server it was read from
 * @param markOfSecret which secret opens the keys that are sealed in it
 * @param secret only where it was not a setting but lay in the data folder
 * @param migrations the form of the rows
 */
record Manifest(
        String application,
        String postgresql,
        Instant createdAt,
        String mode,
        String baseUrl,
        String markOfSecret,
        @Nullable String secret,
        List<Migration> migrations,
        List<Table> tables,
        List<Sequence> sequences) {

    /** @param name quoted, with its schema; no table refers to a later one */
    record Table(String name, List<String> columns, long rows) {

        String copy(String direction) {
            return "copy " + name + " (" + String.join(", ", columns) + ") " + direction;
        }
    }

    record Sequence(String name, long value, boolean called) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}

package org.tremplin.platform.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a database holds for us: tables in an order in which rows can be written, and sequences. */
final class Catalogue {

    private static final String TABLES = """
            select format('%I.%I', space.nspname, class.relname) as name,
                   array_agg(quote_ident(attribute.attname) order by attribute.attnum) as columns
            from pg_class class
            join pg_namespace space on space.oid = class.relnamespace
            join pg_attribute attribute on attribute.attrelid = class.oid
            where class.relkind = 'r' and class.relpersistence = 'p' and space.nspname = any(?)
              and attribute.attnum > 0 and not attribute.attisdropped and attribute.attgenerated = ''
            group by space.nspname, class.relname
            """;

    /** A key that is checked at the end of a transaction does not ask for an order. */
    private static final String REFERENCES = """
            select distinct format('%I.%I', from_space.nspname, from_class.relname) as name,
                            format('%I.%I', to_space.nspname, to_class.relname) as needed
            from pg_constraint key
            join pg_class from_class on from_class.oid = key.conrelid
            join pg_namespace from_space on from_space.oid = from_class.relnamespace
            join pg_class to_class on to_class.oid = key.confrelid
            join pg_namespace to_space on to_space.oid = to_class.relnamespace
            where key.contype = 'f' and key.conrelid <> key.confrelid and not key.condeferred
              and from_space.nspname = any(?)
            """;

    private static final String SEQUENCES = """
            select format('%I.%I', space.nspname, class.relname) as name
            from pg_class class join pg_namespace space on space.oid = class.relnamespace
            where class.relkind = 'S' and space.nspname = any(?)
            order by 1
            """;

    private final Connection database;
    private final Set<String> schemas;

    Catalogue(Connection database, Set<String> schemas) {
        this.database = database;
        this.schemas = schemas;
    }

    /** With their columns. A table comes after those it refers to. */
    Map<String, List<String>> tables() throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        query(
                TABLES,
                row -> all.put(row.getString("name"), List.of((String[])
                        row.getArray("columns").getArray())));
        Map<String, Set<String>> needs = new TreeMap<>();
        query(
                REFERENCES,
                row -> needs.computeIfAbsent(row.getString("name"), name -> new LinkedHashSet<>())
                        .add(row.getString("needed")));
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        while (ordered.size() < all.size()) {
            List<String> next = all.keySet().stream()
                    .filter(table -> !ordered.containsKey(table))
                    .filter(table -> ordered.keySet().containsAll(needs.getOrDefault(table, Set.of())))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle: make one key deferred");
            }
            next.forEach(table -> ordered.put(table, all.get(table)));
        }
        return ordered;
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        List<String> names = new ArrayList<>();
        query(SEQUENCES, row -> names.add(row.getString("name")));
        List<Manifest.Sequence> sequences = new ArrayList<>();
        for (String name : names) {
            try (Statement statement = database.createStatement();
                    ResultSet row = statement.executeQuery("select last_value, is_called from " + name)) {
                row.next();
                sequences.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    long rows(String table) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }

    /** Whether there is any table of ours. */
    boolean inhabited() throws SQLException {
        return !tables().isEmpty();
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, Row each) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setArray(1, database.createArrayOf("text", schemas.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.read(rows);
                }
            }
        }
    }
}

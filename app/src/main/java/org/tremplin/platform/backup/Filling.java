package org.tremplin.platform.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.tremplin.platform.command.Refused;

/** Writes the rows of a backup, all in the caller's transaction, with every guard on. */
final class Filling {

    private final Connection database;
    private final CopyManager copy;
    private final List<WrittenTogether> groups;
    private final List<Manifest.Table> staged = new ArrayList<>();

    Filling(Connection database, List<WrittenTogether> groups) throws SQLException {
        this.database = database;
        this.copy = database.unwrap(PGConnection.class).getCopyAPI();
        this.groups = groups;
    }

    void fill(Archive.Reader archive) throws SQLException, IOException {
        for (Manifest.Table table : archive.manifest().tables()) {
            Optional<WrittenTogether> group = groups.stream()
                    .filter(together -> together.tables().contains(table.name()))
                    .findFirst();
            if (group.isEmpty()) {
                copy(table, archive);
            } else {
                stage(table, archive);
                writeIfWhole(group.get(), archive.manifest());
            }
        }
        archive.end();
        count(archive.manifest().sequences());
    }

    private void copy(Manifest.Table table, Archive.Reader archive) throws SQLException, IOException {
        if (copy.copyIn(table.copy("from stdin"), archive.table()) != table.rows()) {
            throw new Refused("backup.damaged");
        }
    }

    private void stage(Manifest.Table table, Archive.Reader archive) throws SQLException, IOException {
        Manifest.Table beside = new Manifest.Table(beside(table), table.columns(), table.rows());
        execute("create temporary table " + beside.name() + " (like " + table.name() + ") on commit drop");
        copy(beside, archive);
        staged.add(table);
    }

    /** By one statement, once the last of the group that this backup has was staged. */
    private void writeIfWhole(WrittenTogether group, Manifest manifest) throws SQLException {
        List<Manifest.Table> members = manifest.tables().stream()
                .filter(table -> group.tables().contains(table.name()))
                .toList();
        if (!staged.containsAll(members)) {
            return;
        }
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < members.size(); i++) {
            boolean last = i == members.size() - 1;
            String insert = insert(members.get(i));
            sql.append(last ? insert : (i == 0 ? "with " : "") + "part_" + i + " as (" + insert + ")");
            sql.append(i < members.size() - 2 ? ", " : " ");
        }
        execute(sql.toString());
    }

    private static String insert(Manifest.Table table) {
        String columns = String.join(", ", table.columns());
        // as COPY does: numbers that the database gave come along
        return "insert into " + table.name() + " (" + columns + ") overriding system value select " + columns + " from "
                + beside(table);
    }

    private static String beside(Manifest.Table table) {
        return "pg_temp.staged_" + table.name().replaceAll("\\W", "_");
    }

    private void count(List<Manifest.Sequence> sequences) throws SQLException {
        try (PreparedStatement set = database.prepareStatement("select setval(?::regclass, ?, ?)")) {
            for (Manifest.Sequence sequence : sequences) {
                set.setString(1, sequence.name());
                set.setLong(2, sequence.value());
                set.setBoolean(3, sequence.called());
                set.execute();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}

package org.tremplin.transparency.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tremplin.TestDatabase;
import org.tremplin.money.Money;
import org.tremplin.transparency.JournalHead;
import org.tremplin.transparency.verify.Frontier;
import org.tremplin.transparency.verify.Tree;

/** Journals that were written before there were trees: the migration grows theirs as if they always had one. */
@Tag("postgres")
class GrownTreesTest {

    private static final List<Integer> SIZES = List.of(0, 1, 2, 3, 4, 5, 7, 8, 9, 13, 64, 100);

    @Test
    void areThoseOfTheirLeaves() throws SQLException {
        TestDatabase database = TestDatabase.blank();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), TestDatabase.user(), TestDatabase.password())
                .locations("classpath:db/migration")
                .schemas("public")
                .target("202611221527?")
                .outOfOrder(true)
                .load()
                .migrate();
        Map<UUID, List<Leaf>> journals = write(database);
        database.flyway().migrate();

        JournalRoom room = new JournalRoom(database, Instant.parse("2026-11-22T18:00:00Z"));
        for (Map.Entry<UUID, List<Leaf>> journal : journals.entrySet()) {
            UUID campaign = journal.getKey();
            Frontier tree = new Frontier();
            Map<Tree.Node, String> nodes = new HashMap<>();
            journal.getValue().forEach(leaf -> tree.add(leaf.hash(), (node, hash) -> nodes.put(node, hex(hash))));

            assertThat(nodesOf(database, campaign)).isEqualTo(nodes);
            if (tree.size() > 0) {
                JournalHead head = room.head(campaign);
                assertThat(head.root()).isEqualTo(hex(tree.root()));
                room.give(campaign, 6);
                room.verifies(campaign, head);
            }
        }
        assertThat(number(
                        database,
                        "select count(*) from transparency.entry where kind = 'gift' and cents > 0"
                                + " and month = 202611 and day = '2026-11-16' and band is not null"))
                .isEqualTo(number(database, "select count(*) from transparency.leaf"))
                .isPositive();
        database.drop();
    }

    private static Map<UUID, List<Leaf>> write(TestDatabase database) throws SQLException {
        Map<UUID, List<Leaf>> journals = new HashMap<>();
        try (Connection connection = database.connect();
                PreparedStatement journal = connection.prepareStatement(
                        "insert into transparency.journal (campaign, origin, next_seq) values (?, ?, ?)");
                PreparedStatement leaf = connection.prepareStatement("insert into transparency.leaf"
                        + " (campaign, seq, bytes, hash, source_kind, source_id, purpose)"
                        + " values (?, ?, ?, ?, 'donation', gen_random_uuid(), 'gift')")) {
            for (int size : SIZES) {
                UUID campaign = UUID.randomUUID();
                journal.setObject(1, campaign);
                journal.setString(2, "dons.example.org/c/" + campaign);
                journal.setLong(3, size);
                journal.executeUpdate();
                List<Leaf> leaves = new ArrayList<>();
                for (int seq = 0; seq < size; seq++) {
                    Leaf one = gift(seq);
                    leaf.setObject(1, campaign);
                    leaf.setLong(2, seq);
                    leaf.setBytes(3, one.canonical().getBytes(StandardCharsets.UTF_8));
                    leaf.setBytes(4, one.hash());
                    leaf.addBatch();
                    leaves.add(one);
                }
                leaf.executeBatch();
                journals.put(campaign, leaves);
            }
        }
        return journals;
    }

    private static Leaf gift(long seq) {
        return new Leaf(
                seq,
                LeafKind.GIFT,
                LocalDate.of(2026, 11, 16),
                Money.euros(100 * (seq + 1)),
                null,
                "P1.2.a",
                List.of(),
                Map.of(),
                Map.of());
    }

    private static Map<Tree.Node, String> nodesOf(TestDatabase database, UUID campaign) throws SQLException {
        Map<Tree.Node, String> nodes = new HashMap<>();
        try (Connection connection = database.connect();
                PreparedStatement read = connection.prepareStatement(
                        "select level, place, encode(hash, 'hex') from transparency.node where campaign = ?")) {
            read.setObject(1, campaign);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    nodes.put(new Tree.Node(row.getInt(1), row.getLong(2)), row.getString(3));
                }
            }
        }
        return nodes;
    }

    private static long number(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement read = connection.prepareStatement(sql);
                ResultSet row = read.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}

package org.tremplin.transparency.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.money.Money;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.transparency.Inclusion;
import org.tremplin.transparency.JournalHead;
import org.tremplin.transparency.PublicJournals;
import org.tremplin.transparency.verify.Checkpoint;
import org.tremplin.transparency.verify.PublicKey;
import org.tremplin.transparency.verify.Tree;

@TestApplication
@Import(Samples.class)
class HeadsTest {

    @Autowired
    PublicJournals journals;

    @Autowired
    Journals writer;

    @Autowired
    SigningKeys keys;

    @Autowired
    HeadInMails mails;

    @Autowired
    Alarms alarms;

    @Autowired
    DatabaseClient database;

    @Test
    void signsTheHeadOfWhatStands() {
        UUID campaign = UUID.randomUUID();
        assertThat(journals.head(campaign).block()).isNull();
        append(campaign, 5);

        JournalHead head = head(campaign);
        Checkpoint.Signed read = Checkpoint.read(head.note()).orElseThrow();
        PublicKey key = Objects.requireNonNull(keys.numbered(1).block()).key();

        assertThat(head.size()).isEqualTo(5);
        assertThat(head.origin()).endsWith("/c/" + campaign);
        assertThat(read.checkpoint().rootHex()).isEqualTo(head.root());
        assertThat(read.signedBy(key)).isTrue();
        assertThat(read.text()).isEqualTo(head.note());
        assertThat(head(campaign)).isEqualTo(head);
    }

    @Test
    void extendsTheHeadItSignedBefore() {
        UUID campaign = UUID.randomUUID();
        append(campaign, 3);
        JournalHead first = head(campaign);
        append(campaign, 6);
        JournalHead second = head(campaign);

        assertThat(second.size()).isEqualTo(9);
        assertThat(second.note()).isNotEqualTo(first.note());
    }

    @Test
    void provesEachLeafToBeInTheHead() {
        UUID campaign = UUID.randomUUID();
        List<UUID> gifts = append(campaign, 11);

        for (int seq = 0; seq < gifts.size(); seq++) {
            Inclusion proof = Objects.requireNonNull(
                    journals.inclusion(campaign, gifts.get(seq)).block());
            assertThat(proof.seq()).isEqualTo(seq);
            assertThat(Tree.includes(
                            hex(proof.fingerprint()),
                            seq,
                            proof.head().size(),
                            proof.path().stream().map(step -> hex(step.hash())).toList(),
                            hex(proof.head().root())))
                    .isTrue();
            byte[] joined = hex(proof.fingerprint());
            for (Inclusion.Step step : proof.path()) {
                joined = step.left() ? Tree.join(hex(step.hash()), joined) : Tree.join(joined, hex(step.hash()));
            }
            assertThat(joined).isEqualTo(hex(proof.head().root()));
        }
        assertThat(journals.inclusion(campaign, UUID.randomUUID()).block()).isNull();
    }

    @Test
    void signsNothingThatDoesNotExtendWhatItSigned() {
        UUID campaign = UUID.randomUUID();
        append(campaign, 4);
        head(campaign);
        // somebody with all rights over the database rewrites what was signed
        rewrite("journal", "update transparency.journal set edge = sha256(edge) where campaign = '" + campaign + "'");
        append(campaign, 1);

        assertThatThrownBy(() -> head(campaign)).hasMessageContaining("does not extend");
        assertThat(alarmed(campaign)).isTrue();
    }

    /** Leaves, nodes, edge and the root of the head fit each other; the note still says what was signed. */
    @Test
    void signsNothingAfterARewritingThatLeftNoHashBehind() {
        UUID campaign = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        append(campaign, 4);
        head(campaign);
        append(other, 4, Money.euros(99_900));
        head(other);
        String those = " set hash = other.hash from transparency.";
        rewrite(
                "leaf",
                "update transparency.leaf mine set bytes = other.bytes," + those.substring(4)
                        + "leaf other where mine.campaign = '" + campaign + "' and other.campaign = '" + other
                        + "' and mine.seq = other.seq");
        rewrite(
                "node",
                "update transparency.node mine" + those + "node other where mine.campaign = '" + campaign
                        + "' and other.campaign = '" + other
                        + "' and mine.level = other.level and mine.place = other.place");
        rewrite(
                "journal",
                "update transparency.journal mine set edge = other.edge from transparency.journal other"
                        + " where mine.campaign = '" + campaign + "' and other.campaign = '" + other + "'");
        rewrite(
                "checkpoint",
                "update transparency.checkpoint mine set root = other.root"
                        + " from transparency.checkpoint other"
                        + " where mine.campaign = '" + campaign + "' and other.campaign = '" + other + "'");

        assertThatThrownBy(() -> head(campaign)).hasMessageContaining("does not extend");
        append(campaign, 1);
        assertThatThrownBy(() -> head(campaign)).hasMessageContaining("does not extend");
        assertThat(alarmed(campaign)).isTrue();
    }

    @Test
    void signsNothingOnceTheHeadsItSignedAreGone() {
        UUID campaign = UUID.randomUUID();
        append(campaign, 4);
        head(campaign);
        assertThatThrownBy(() -> database.sql("delete from transparency.checkpoint where campaign = '" + campaign + "'")
                        .then()
                        .block())
                .hasMessageContaining("refuse");
        rewrite("checkpoint", "delete from transparency.checkpoint where campaign = '" + campaign + "'");
        append(campaign, 1);

        assertThatThrownBy(() -> head(campaign)).hasMessageContaining("does not extend");
        assertThat(alarmed(campaign)).isTrue();
    }

    @Test
    void tellsOfANodeThatIsMissingAndLetsMailsAndPagesGoOn() {
        UUID campaign = UUID.randomUUID();
        List<UUID> gifts = append(campaign, 7);
        head(campaign);
        rewrite("node", "delete from transparency.node where campaign = '" + campaign + "'");

        assertThatThrownBy(() -> journals.inclusion(campaign, gifts.get(6)).block())
                .isInstanceOf(IllegalStateException.class);
        assertThat(alarmed(campaign)).isTrue();

        append(campaign, 2);
        assertThatThrownBy(() -> head(campaign)).hasMessageContaining("does not extend");
        assertThat(mails.about(campaign).block()).isNull();
    }

    @Test
    void opensNoKeyUnderAnotherSecret() {
        SigningKeys.Known key = Objects.requireNonNull(keys.numbered(1).block());
        byte[] other = key.sealed().clone();
        other[20] ^= 1;

        assertThatThrownBy(() -> keys.sign(new SigningKeys.Known(1, key.key(), other), "text"))
                .hasMessageContaining("another secret");
    }

    private boolean alarmed(UUID campaign) {
        return Objects.requireNonNull(alarms.open().collectList().block()).stream()
                .anyMatch(alarm -> alarm.kind().equals("journal.rewritten")
                        && alarm.subject().endsWith(campaign.toString()));
    }

    /** As somebody with all rights over the database could. */
    private void rewrite(String table, String sql) {
        for (String step : List.of(
                "alter table transparency." + table + " disable trigger all",
                sql,
                "alter table transparency." + table + " enable trigger all")) {
            database.sql(step).then().block();
        }
    }

    private JournalHead head(UUID campaign) {
        return Objects.requireNonNull(journals.head(campaign).block());
    }

    private List<UUID> append(UUID campaign, int leaves) {
        return append(campaign, leaves, Money.euros(3_000));
    }

    private List<UUID> append(UUID campaign, int leaves, Money amount) {
        List<UUID> gifts =
                IntStream.range(0, leaves).mapToObj(gift -> UUID.randomUUID()).toList();
        writer.append(gifts.stream()
                        .map(gift -> Leaves.gift(campaign, gift).amount(amount))
                        .toList())
                .block();
        return gifts;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}

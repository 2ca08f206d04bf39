package org.tremplin.transparency.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.TestDatabase;
import org.tremplin.platform.Mode;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.platform.security.Keys;
import org.tremplin.platform.web.Messages;
import org.tremplin.transparency.JournalHead;
import org.tremplin.transparency.verify.Checkpoint;
import org.tremplin.transparency.verify.JournalCheck;
import org.tremplin.transparency.verify.Problem;
import org.tremplin.transparency.verify.Verdict;
import reactor.core.publisher.Mono;

/** The room of the journal on a database of its own, as one start of the application would have it. */
final class JournalRoom {

    static final String SECRET = "s".repeat(32);

    final DatabaseClient client;
    final SigningKeys keys;
    final Alarms alarms = mock(Alarms.class);
    private final TransactionalOperator transaction;
    private final Journals journals;
    private final Heads heads;
    private final JournalExport export;

    JournalRoom(TestDatabase database, Instant now, String secret, @Nullable String previous) {
        when(alarms.raise(anyString(), anyString(), anyString(), anyString())).thenReturn(Mono.empty());
        when(alarms.close(anyString(), anyString())).thenReturn(Mono.empty());
        TremplinSettings settings = new TremplinSettings(
                Mode.DEMO, URI.create("https://dons.example.org"), secret, Path.of("data"), null, previous);
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        client = database.client();
        transaction = TestDatabase.transaction(client);
        keys = new SigningKeys(client, new Keys(settings), clock);
        journals = new Journals(client, new LeafWriter(client), new Announcements(client, keys, clock), settings);
        heads = new Heads(client, keys, new TreeNodes(client), journals, transaction, alarms, clock);
        export = new JournalExport(heads, new JournalLeaves(client, keys), new Messages());
    }

    JournalRoom(TestDatabase database, Instant now) {
        this(database, now, SECRET, null);
    }

    void give(UUID campaign, int gifts) {
        List<NewLeaf> leaves = IntStream.range(0, gifts)
                .mapToObj(gift -> Leaves.gift(campaign, UUID.randomUUID()))
                .toList();
        journals.append(leaves).as(transaction::transactional).block();
    }

    JournalHead head(UUID campaign) {
        return Objects.requireNonNull(heads.of(campaign).block());
    }

    /** What the verifier finds in the export of now, beside a head that was mailed. */
    @Nullable
    Problem problem(UUID campaign, @Nullable JournalHead mailed) {
        return verdict(campaign, mailed).problem();
    }

    Verdict verdict(UUID campaign, @Nullable JournalHead mailed) {
        String file = file(campaign);
        Checkpoint.Signed seen =
                mailed == null ? null : Checkpoint.read(mailed.note()).orElseThrow();
        try {
            return JournalCheck.check(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), seen);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    String file(UUID campaign) {
        return String.join(
                "",
                Objects.requireNonNull(
                        Objects.requireNonNull(export.jsonl(campaign).block())
                                .collectList()
                                .block()));
    }

    void verifies(UUID campaign, JournalHead... mailed) {
        assertThat(problem(campaign, null)).isNull();
        for (JournalHead head : mailed) {
            assertThat(problem(campaign, head)).as(head.note()).isNull();
        }
    }
}

package org.tremplin.patron.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.EvidenceFile;
import org.tremplin.transparency.EvidenceFiles;
import reactor.core.publisher.Mono;

/** A file of a comparison is read once, not at each visit. */
class LastReadTest {

    private final List<Integer> read = new ArrayList<>();
    private final LastRead last = new LastRead(new EvidenceFiles() {

        @Override
        public byte[] write(Evidence evidence) {
            throw new UnsupportedOperationException("Nothing is written here");
        }

        @Override
        public Mono<EvidenceFile.Seal> check(Evidence file, byte[] journal) {
            return Mono.empty();
        }

        @Override
        public Mono<EvidenceFile> read(byte[] file) {
            return Mono.fromSupplier(() -> {
                read.add(file.length);
                return new EvidenceFile.Refused(EvidenceFile.Reason.NOT_JSON, "");
            });
        }
    });

    @Test
    void readsAFileOnce() {
        visit("~one", 10);
        visit("~one", 10);
        assertThat(read).hasSize(1);
        visit("~other", 10);
        assertThat(read).hasSize(2);
    }

    @Test
    void forgetsTheOneThatWasAskedLongestAgo() {
        visit("~first", 10);
        visit("~second", 10);
        for (int more = 2; more < LastRead.MOST; more++) {
            visit("~" + more, 10);
        }
        visit("~first", 10);
        visit("~last", 10);
        read.clear();
        visit("~first", 10);
        assertThat(read).isEmpty();
        visit("~second", 10);
        assertThat(read).hasSize(1);
    }

    @Test
    void keepsFewLargeOnes() {
        int most = LastRead.MOST_BYTES / EvidenceFiles.MOST_BYTES;
        for (int file = 0; file <= most; file++) {
            visit("~" + file, EvidenceFiles.MOST_BYTES);
        }
        read.clear();
        visit("~" + most, EvidenceFiles.MOST_BYTES);
        visit("~1", EvidenceFiles.MOST_BYTES);
        assertThat(read).isEmpty();
        visit("~0", EvidenceFiles.MOST_BYTES);
        assertThat(read).hasSize(1);
    }

    private void visit(String reference, int size) {
        last.read(reference, Mono.fromSupplier(() -> new byte[size])).block();
    }
}

package org.tremplin.patron.compare;

import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.platform.security.Tokens;
import org.tremplin.transparency.EvidenceFile;
import org.tremplin.transparency.EvidenceFiles;
import reactor.core.publisher.Mono;

/** Files of comparisons that were read last: a page that is asked again does not hold them against the schema again. */
@Component
class LastRead {

    static final int MOST = 50;
    /** Of all of them as files; what is read of them takes a few times more. */
    static final int MOST_BYTES = 8 * EvidenceFiles.MOST_BYTES;

    private final EvidenceFiles files;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    LastRead(EvidenceFiles files) {
        this.files = files;
    }

    /** @param reference of a file that never changes; @param file asked for only when it was not read lately */
    Mono<EvidenceFile> read(String reference, Mono<byte[]> file) {
        String hash = HexFormat.of().formatHex(Tokens.sha256(reference));
        return Mono.defer(() -> {
            EvidenceFile found = find(hash);
            return found == null
                    ? file.flatMap(bytes -> files.read(bytes).doOnNext(read -> put(hash, new Kept(read, bytes.length))))
                    : Mono.just(found);
        });
    }

    private synchronized @Nullable EvidenceFile find(String hash) {
        Kept found = kept.get(hash);
        return found == null ? null : found.read();
    }

    private synchronized void put(String hash, Kept read) {
        Kept before = kept.put(hash, read);
        size += read.size() - (before == null ? 0 : before.size());
        Iterator<Kept> oldest = kept.values().iterator();
        while (kept.size() > MOST || size > MOST_BYTES) {
            size -= oldest.next().size();
            oldest.remove();
        }
    }

    /** @param size of the file */
    private record Kept(EvidenceFile read, int size) {}
}

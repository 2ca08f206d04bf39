package org.tremplin.platform.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of erasures beside the data, one a line, which no backup holds and no restore touches. Lines are only added;
 * one that was cut by a crash is passed over, and added anew.
 */
record ErasureList(Path file) {

    /** More are not looked at: decades of a large instance. */
    private static final long MOST = 1_000_000;

    List<Erasure> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.limit(MOST)
                    .map(ErasureList::erasure)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** On the disk when this returns. */
    void add(List<Erasure> erasures) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        String lines = erasures.stream()
                .map(one -> String.join(" ", one.id().toString(), one.at().toString(), one.kind(), one.subject()))
                .collect(Collectors.joining("\n", "\n", "\n"));
        Files.writeString(
                file,
                lines,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.DSYNC);
    }

    private static Optional<Erasure> erasure(String line) {
        String[] words = line.split(" ");
        if (words.length != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Erasure(UUID.fromString(words[0]), Instant.parse(words[1]), words[2], words[3]));
        } catch (IllegalArgumentException | DateTimeException cut) {
            return Optional.empty();
        }
    }
}

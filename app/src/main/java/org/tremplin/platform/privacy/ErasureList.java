package org.tremplin.platform.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of erasures beside the data, one a line, which no backup holds and no restore touches. Lines are only added;
 * one that was cut by a crash is passed over, and added anew.
 */
record ErasureList(Path file) {

    /** As they stand in the file, read as they are asked for; to be closed. Nothing is not the same as not readable. */
    Stream<Erasure> read() throws IOException {
        try {
            // what a crash left may be any bytes: every one is a character here
            return Files.lines(file, StandardCharsets.ISO_8859_1)
                    .map(ErasureList::erasure)
                    .flatMap(Optional::stream);
        } catch (NoSuchFileException nothingYet) {
            return Stream.empty();
        }
    }

    /** In bytes. */
    long size() throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException nothingYet) {
            return 0;
        }
    }

    /** Those of them that the list does not hold. */
    List<Erasure> without(List<Erasure> these) throws IOException {
        Map<UUID, Erasure> left = these.stream()
                .collect(Collectors.toMap(Erasure::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        try (Stream<Erasure> lines = read()) {
            lines.forEach(line -> left.remove(line.id()));
        }
        return List.copyOf(left.values());
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

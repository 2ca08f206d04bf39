package org.tremplin.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.logging.Log;
import org.tremplin.platform.BadSetting;

/** A database server that outlived the JVM which started it. It holds data folder and port, so it is stopped. */
final class Orphan {

    private static final Duration WAIT = Duration.ofSeconds(30);

    private Orphan() {}

    /** Only a server whose program lies in our own folder is stopped: the number may be another process's by now. */
    static void stop(Path cluster, Path binaries, Log log) throws IOException {
        Optional<ProcessHandle> orphan = find(cluster, binaries);
        if (orphan.isEmpty()) {
            return;
        }
        long pid = orphan.get().pid();
        log.warn("A database server of an earlier start still ran (process " + pid + "): it was stopped");
        CompletableFuture<ProcessHandle> ended = orphan.get().onExit();
        orphan.get().destroy();
        try {
            ended.get(WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            throw new BadSetting(
                    "tremplin.data-dir",
                    "A database server of an earlier start (process " + pid
                            + ") does not stop: end it, then start again.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** After a start that failed half-way, whose own failure is what matters. */
    static void stopQuietly(Path cluster, Path binaries, Log log) {
        try {
            stop(cluster, binaries, log);
        } catch (IOException | RuntimeException failure) {
            log.debug("The half-started server could not be stopped", failure);
        }
    }

    private static Optional<ProcessHandle> find(Path cluster, Path binaries) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile) || !Files.exists(binaries)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        String ours = binaries.toRealPath().toString();
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> process.info().command().orElse("").startsWith(ours));
    }
}

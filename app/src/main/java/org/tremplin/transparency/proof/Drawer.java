package org.tremplin.transparency.proof;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.commons.logging.impl.LogFactoryImpl;
import org.apache.commons.logging.impl.NoOpLog;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Has an uploaded file drawn by a process of its own, which knows no secret and no database, has little memory and
 * little time: a file made to harm ends that process, and nothing else. One at a time, a few wait.
 */
@Component
class Drawer implements DisposableBean {

    private static final String FAT_JAR = "jar:nested:";
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final int WAITING = 8;

    private final Duration time;
    private final Scheduler drawings = Schedulers.newBoundedElastic(1, WAITING, "drawings");

    Drawer(ProofSettings settings) {
        this.time = settings.drawingTime();
    }

    Mono<Drawing> draw(byte[] file) {
        if (file.length == 0) {
            return Mono.just(Drawing.refused("none"));
        }
        AtomicReference<@Nullable Process> running = new AtomicReference<>();
        return Mono.fromCallable(() -> run(file, running))
                .doOnCancel(() -> end(running.get()))
                // the time of the process alone: waiting for one's turn does not count
                .subscribeOn(drawings)
                .onErrorReturn(RejectedExecutionException.class, Drawing.refused("busy"));
    }

    private Drawing run(byte[] file, AtomicReference<@Nullable Process> running) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command());
        Map<String, String> environment = builder.environment();
        // nothing of ours, the secret least of all; where temporary files go may matter to the machine
        environment.keySet().removeIf(name -> !name.equals("PATH") && !name.equals("TMPDIR"));
        Process process = builder.directory(
                        Path.of(System.getProperty("java.io.tmpdir")).toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        running.set(process);
        Thread watch = watch(process);
        try {
            try (OutputStream in = process.getOutputStream()) {
                in.write(file);
            }
            return Drawing.read(new DataInputStream(new BufferedInputStream(process.getInputStream())));
        } catch (IOException ended) {
            return Drawing.refused(watch.isAlive() ? "heavy-inside" : "slow");
        } finally {
            watch.interrupt();
            end(process);
        }
    }

    /** Ends a process whose time is over; ends itself first when all went well. */
    private Thread watch(Process process) {
        Thread watch = new Thread(
                () -> {
                    try {
                        Thread.sleep(time.toMillis());
                        process.destroyForcibly();
                    } catch (InterruptedException done) {
                        Thread.currentThread().interrupt();
                    }
                },
                "drawing-watch");
        watch.setDaemon(true);
        watch.start();
        return watch;
    }

    private static void end(@Nullable Process process) {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private static List<String> command() {
        String tmp = System.getProperty("java.io.tmpdir");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + Rasteriser.MEMORY_MB + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + tmp,
                "-Dpdfbox.fontcache=" + tmp,
                // what a library logs would stand in the middle of the drawing
                "-D" + LogFactory.FACTORY_PROPERTY + "=" + LogFactoryImpl.class.getName(),
                "-D" + LogFactoryImpl.LOG_PROPERTY + "=" + NoOpLog.class.getName()));
        String place = Objects.requireNonNull(Rasteriser.class.getResource("Rasteriser.class"))
                .toString();
        boolean fat = place.startsWith(FAT_JAR);
        if (fat) {
            command.add("-Dloader.main=" + Rasteriser.class.getName());
        }
        command.addAll(List.of("-cp", classPath(), fat ? LAUNCHER : Rasteriser.class.getName()));
        return command;
    }

    /** Whole paths: the process starts in another folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public void destroy() {
        drawings.dispose();
    }
}

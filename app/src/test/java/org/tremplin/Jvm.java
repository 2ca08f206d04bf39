package org.tremplin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Starts another JVM, for what only a whole process shows. */
public final class Jvm {

    private Jvm() {}

    /** The application as it is shipped: without the classes and settings of tests. */
    public static Process application(Path dataDir, String... arguments) throws IOException {
        List<String> settings = new ArrayList<>(List.of(arguments));
        settings.add("--tremplin.data-dir=" + dataDir);
        return start(shipped(), TremplinApplication.class, settings);
    }

    /** A main class of tests. */
    public static Process main(Class<?> main, String... arguments) throws IOException {
        return start(System.getProperty("java.class.path"), main, List.of(arguments));
    }

    private static Process start(String classPath, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                main.getName()));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        // the same language on every machine
        process.environment().keySet().removeAll(List.of("LC_ALL", "LC_MESSAGES", "LANG"));
        return process.start();
    }

    private static String shipped() {
        String separator = System.getProperty("path.separator");
        return Arrays.stream(System.getProperty("java.class.path").split(separator))
                .filter(entry -> !entry.endsWith("test-classes")
                        && !entry.endsWith("fast/test")
                        && !entry.endsWith("src/test/resources"))
                .collect(Collectors.joining(separator));
    }
}

package org.tremplin.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tremplin.Jvm;

/**
 * The one browser of a test run: the Chromium that {@code CHROMIUM} or the PATH names, else one that Playwright
 * fetches.
 */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int MINUTES_TO_FETCH = 5;

    private static final @Nullable Browser BROWSER = launch();

    private Chromium() {}

    static Optional<Browser> find() {
        return Optional.ofNullable(BROWSER);
    }

    static boolean required() {
        return "required".equals(System.getenv("BROWSER"));
    }

    private static @Nullable Browser launch() {
        Optional<Path> installed = installed();
        try {
            if (installed.isEmpty() && !fetched()) {
                return null;
            }
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(flags());
            installed.ifPresent(options::setExecutablePath);
            return playwright.chromium().launch(options);
        } catch (RuntimeException | IOException failure) {
            System.err.println("The browser does not start: " + failure);
            return null;
        }
    }

    private static Optional<Path> installed() {
        String named = System.getenv("CHROMIUM");
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(named == null || named.isBlank() ? Stream.empty() : Stream.of(Path.of(named)), onPath)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Playwright's own browser; a machine without a network has none. */
    private static boolean fetched() throws IOException {
        Process fetch = Jvm.main(CLI.class, "install", "--only-shell", "chromium");
        try {
            if (!fetch.waitFor(MINUTES_TO_FETCH, TimeUnit.MINUTES)) {
                fetch.destroyForcibly();
                return false;
            }
            String said = new String(fetch.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (fetch.exitValue() != 0) {
                System.err.println(said);
            }
            return fetch.exitValue() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> flags() {
        List<String> flags = new ArrayList<>(List.of(
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
        if ("root".equals(System.getProperty("user.name"))) {
            flags.add("--no-sandbox");
        }
        return flags;
    }
}

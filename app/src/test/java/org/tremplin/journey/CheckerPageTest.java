package org.tremplin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tremplin.transparency.verify.Problem;
import org.tremplin.transparency.verify.TamperedJournals;

/** The page that checks a journal offline, opened from a disk as a donor would, on the same files as the command. */
@Tag("story")
@ExtendWith(BrowserNeeded.class)
class CheckerPageTest {

    private static final Path FILE = Path.of("src/main/resources/offline/verifier-journal.html");

    @Test
    void saysOfEveryJournalWhatTheCommandSays() {
        try (BrowserContext context = context()) {
            Page page = open(context);
            TamperedJournals.all().forEach(journal -> {
                Problem.What what = journal.what();
                assertThat(answer(page, journal)).as(journal.name()).isEqualTo(what == null ? "GOOD" : what.name());
                if (what != null) {
                    assertThat(page.locator("#answer").getAttribute("data-line"))
                            .as(journal.name())
                            .isEqualTo(Long.toString(journal.line()));
                }
            });
        }
    }

    @Test
    void speaksBothLanguagesAndAsksNobodyAnything() {
        try (BrowserContext context = context()) {
            List<String> asked = new ArrayList<>();
            Page page = open(context);
            page.onRequest(request -> asked.add(request.url()));
            answer(page, journal("one byte changed in an amount"));

            assertThat(page.locator("#answer").textContent()).contains("Ligne 6\u00a0: l’écriture a été changée");
            page.locator("[data-lang=en]").click();
            assertThat(page.locator("#answer").textContent()).contains("Line 6: the entry was changed");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            page.locator("#seen").fill("not a checkpoint");
            page.locator("button.main").click();
            assertThat(page.locator("#answer").getAttribute("data-code")).isEqualTo("NO_SEEN");
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void saysWhenTheBrowserCannotCheckTheSignature() {
        try (BrowserContext context = context()) {
            context.addInitScript("crypto.subtle.importKey = () => Promise.reject(new Error('unknown'))");
            Page page = open(context);

            assertThat(answer(page, journal("whole"))).isEqualTo("UNSIGNED");
            assertThat(page.locator("#answer").textContent()).contains("La signature n’a pas été vérifiée");
            assertThat(answer(page, journal("an entry rewritten with its fingerprint")))
                    .isEqualTo("ROOT");
        }
    }

    private static BrowserContext context() {
        return Chromium.find()
                .orElseThrow()
                .newContext(new Browser.NewContextOptions().setLocale("fr-FR").setOffline(true));
    }

    private static Page open(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(FILE.toAbsolutePath().toUri().toString());
        return page;
    }

    private static TamperedJournals journal(String name) {
        return TamperedJournals.all()
                .filter(journal -> journal.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String answer(Page page, TamperedJournals journal) {
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "journal.jsonl", "application/jsonl", journal.file().getBytes(StandardCharsets.UTF_8)));
        page.locator("#seen").fill(Objects.requireNonNullElse(journal.seen(), ""));
        page.evaluate("document.getElementById('answer').dataset.code = 'WAIT'");
        page.locator("button.main").click();
        page.waitForSelector("#answer[data-code]:not([data-code=WAIT])");
        return page.locator("#answer").getAttribute("data-code");
    }
}

package org.tremplin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** A page used with the keyboard alone. */
final class Keyboard {

    private static final int MOST_STEPS = 120;

    /** A ring around the control, or around the label that stands for it. */
    private static final String SHOWS_FOCUS = """
            () => {
              const at = document.activeElement;
              return at === document.body || [at, at.closest('label')].filter(Boolean)
                .some(place => getComputedStyle(place).outlineStyle !== 'none');
            }""";

    private Keyboard() {}

    static void type(Page page, String field, String text) {
        reach(page, "main [name=" + field + "]");
        page.keyboard().press("Control+A");
        page.keyboard().insertText(text);
    }

    static void press(Page page, String control, String next) {
        reach(page, control);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(next));
        page.waitForLoadState();
    }

    /** By the tabulator, in the order of the page; a control that is never reached, or shows no focus, fails. */
    static void reach(Page page, String control) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (Boolean.TRUE.equals(page.evaluate("control => document.activeElement.matches(control)", control))) {
                return;
            }
            page.keyboard().press("Tab");
            org.assertj.core.api.Assertions.assertThat(page.evaluate(SHOWS_FOCUS))
                    .as("focus is seen on %s", page.evaluate("() => document.activeElement.outerHTML"))
                    .isEqualTo(true);
        }
        throw new AssertionError("Not reached by the tabulator: " + control + " on " + page.url());
    }
}

package org.tremplin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.platform.TremplinSettings;

/** Something is wrong in a form: whoever uses the keyboard or hears the page is led there first. */
@Story
class FormThatComesBackTest {

    @Autowired
    TremplinSettings settings;

    @Test
    void takesTheFocusToWhatIsWrong() {
        try (Visit desk = Visit.of(settings).open("/aider")) {
            comesBack(desk);
            desk.isAccessible();
        }
    }

    @Test
    void takesItThereWithoutJavaScript() {
        try (Visit desk = Visit.of(settings).withoutJavaScript().open("/aider")) {
            comesBack(desk);
        }
    }

    private static void comesBack(Visit visit) {
        Page page = visit.page();
        Keyboard.type(page, "heures", "beaucoup");
        page.keyboard().press("Enter");
        page.waitForURL("**/aider");
        page.locator("main .note.bad").waitFor();
        assertThat(page.title()).startsWith("Erreur");
        assertThat(page.locator("main .note.bad:focus").count()).isEqualTo(1);
        page.keyboard().press("Tab");
        assertThat(page.locator("main .note.bad li:first-child a:focus").count())
                .isEqualTo(1);
        page.keyboard().press("Enter");
        assertThat(page.locator("main :target").count()).isEqualTo(1);
    }
}

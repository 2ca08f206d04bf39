package org.tremplin.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.platform.TremplinSettings;

/** The means of stories themselves. */
@Story
class BrowserTest {

    @Autowired
    TremplinSettings settings;

    @Test
    void seesAPageWithoutAComplaint() {
        try (Visit visit = Visit.of(settings).phone().open("/nulle-part")) {
            assertThat(visit.page().locator("h1").count()).isEqualTo(1);
            visit.isAccessible();
            visit.fitsTheWindow();
        }
    }

    @Test
    void seesTextThatIsTooSmallOrCutOff() {
        try (Visit visit = Visit.of(settings).open("/nulle-part")) {
            visit.page()
                    .setContent("<svg width=100 height=40><text x=5 y=20 font-size=9>petit</text>"
                            + "<text x=60 y=20 font-size=16>beaucoup trop long</text></svg>");
            assertThatThrownBy(visit::drawingsAreReadable)
                    .hasMessageContaining("petit: 9.0 px")
                    .hasMessageContaining("cut off");
        }
    }

    @Test
    void seesWhatAxeSees() {
        try (Visit visit = Visit.of(settings).open("/nulle-part")) {
            visit.page().setContent("<html lang=fr><title>x</title><main><img src=x></main>");
            assertThatThrownBy(visit::isAccessible).hasMessageContaining("image-alt");
        }
    }
}

package org.tremplin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TypographyTest {

    @Test
    void breaksNoLineBeforeAHighSign() {
        assertThat(Typography.french("Vraiment ? Oui ! Voici : « ceci » ; 50 € et 3 %"))
                .isEqualTo("Vraiment\u202F? Oui\u202F! Voici\u00A0: «\u00A0ceci\u00A0»\u202F; 50\u00A0€ et 3\u00A0%");
    }

    @Test
    void readsTheTextsOfBothLanguagesOnce() {
        Messages messages = new Messages();
        assertThat(messages.getMessage("frame.skip", null, Locale.FRANCE)).isNotBlank();
        assertThat(messages.getMessage("frame.skip", null, Locale.UK))
                .isNotEqualTo(messages.getMessage("frame.skip", null, Locale.FRANCE));
        assertThat(messages.getMessage("no.such.text", null, "none", Locale.UK)).isEqualTo("none");
    }
}

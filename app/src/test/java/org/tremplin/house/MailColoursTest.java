package org.tremplin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Mail programs know no tokens, so mails repeat them: the light ones only. */
class MailColoursTest {

    private static final Pattern COLOUR = Pattern.compile("(#[0-9A-Fa-f]{6})");
    private static final Pattern LIGHT = Pattern.compile("light-dark\\((#[0-9A-F]{6})");

    @Test
    void writesMailsInTheColoursOfThePages() {
        List<String> tokens =
                Sources.all(LIGHT, Sources.read(Sources.RESOURCES.resolve("assets/css/base/10-tokens.css")));
        assertThat(Sources.find(Sources.RESOURCES.resolve("templates/mail"), ".html"))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(tokens).containsAll(Sources.all(COLOUR, Sources.read(mail))));
    }
}

package org.tremplin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tremplin.platform.web.Messages;

/** Whatever is raised or noted anywhere has words for a person, in both languages. */
class AlarmTextsTest {

    private static final Pattern RAISED = Pattern.compile("\\.raise\\(\\s*\"([\\w.]+)\"");

    private static final Pattern NOTED = Pattern.compile("(?:\\.note(?:Once)?|noted)\\(\\s*\"([\\w.-]+)\"");

    private final Messages messages = new Messages();

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void hasATitleAMeaningAndANextStepForEveryAlarm(String language) {
        assertThat(found(RAISED)).allSatisfy(kind -> {
            for (String what : Set.of("title", "means", "next")) {
                String key = "alarm." + kind + "." + what;
                assertThat(messages.getMessage(key, null, "", Locale.forLanguageTag(language)))
                        .as(key)
                        .isNotBlank();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void saysEveryActOfTheLog(String language) {
        assertThat(found(NOTED))
                .contains("donation.refund-asked", "campaign.published", "member.role-changed")
                .allSatisfy(act -> assertThat(
                                messages.getMessage("audit.act." + act, null, "", Locale.forLanguageTag(language)))
                        .as(act)
                        .isNotBlank());
    }

    @Test
    void seesWhatItLooksFor() {
        assertThat(found(RAISED)).contains("event.stuck", "mail.refused", "webhook.unreadable");
    }

    private static Set<String> found(Pattern pattern) {
        Set<String> kinds = new TreeSet<>();
        for (Path java : Sources.find(Sources.JAVA, ".java")) {
            kinds.addAll(Sources.all(pattern, Sources.code(java)));
        }
        return kinds;
    }
}

package org.tremplin.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    @Test
    void speaksFrenchUnlessTheTerminalSpeaksEnglish() {
        assertThat(Console.language(null, null, "en_GB.UTF-8")).isEqualTo(Locale.UK);
        assertThat(Console.language("fr_FR.UTF-8", null, "en_GB.UTF-8")).isEqualTo(Locale.FRANCE);
        assertThat(Console.language(null, "", "de_DE.UTF-8")).isEqualTo(Locale.FRANCE);
        assertThat(Console.language(null, null, "C")).isEqualTo(Locale.FRANCE);
        assertThat(Console.language(null, null, null)).isEqualTo(Locale.FRANCE);
    }

    @Test
    void findsTheClassOfACommandByItsName() {
        assertThat(CommandStart.beanName("rebuild-totals")).isEqualTo("rebuildTotalsCommand");
        assertThat(CommandStart.beanName("sweep")).isEqualTo("sweepCommand");
    }
}

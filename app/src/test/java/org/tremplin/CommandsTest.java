package org.tremplin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandsTest {

    @Test
    void refusesACommandItDoesNotKnow() {
        assertThat(Commands.run("fly")).isEqualTo(2);
    }

    @Test
    void takesSettingsAloneForAStartOfTheApplication() {
        assertThat(Commands.asked()).isFalse();
        assertThat(Commands.asked("--server.port=1")).isFalse();
        assertThat(Commands.asked("backup", "x")).isTrue();
    }

    @Test
    void failsInOneSentenceWhenASettingStandsInTheWay() {
        assertThat(Commands.run("backup", "x", "--tremplin.mode=other")).isEqualTo(1);
        assertThat(Commands.run("backup")).isEqualTo(1);
    }
}

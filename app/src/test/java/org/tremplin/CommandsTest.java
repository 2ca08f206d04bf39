package org.tremplin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tremplin.platform.command.CommandStart;
import org.tremplin.platform.command.Refused;

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
    void saysWhatStandsInTheWayOfADatabaseThatOnlyTheCommandOpens(@TempDir Path folder) throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file, not a folder");
        assertThatThrownBy(() -> CommandStart.onSettings(
                        "demo-reset",
                        "--spring.r2dbc.url=",
                        "--tremplin.data-dir=" + taken.resolve("data"),
                        "--tremplin.secret=0123456789abcdef0123456789abcdef"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.arguments())
                                .singleElement()
                                .asString()
                                .contains("spring.r2dbc.url"));
    }

    @Test
    void failsInOneSentenceWhenASettingStandsInTheWay() {
        assertThat(Commands.run("backup", "x", "--tremplin.mode=other")).isEqualTo(1);
        assertThat(Commands.run("backup")).isEqualTo(1);
    }
}

package org.tremplin;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tremplin.platform.BadSetting;
import org.tremplin.platform.command.Command;
import org.tremplin.platform.command.CommandLine;
import org.tremplin.platform.command.CommandStart;
import org.tremplin.platform.command.Console;
import org.tremplin.platform.command.Refused;
import org.tremplin.platform.web.Messages;
import org.tremplin.transparency.JournalChecker;

/** The list of subcommands: {@code java -jar tremplin.jar NAME …}. Each is a class of its module. */
enum Commands {
    DOCTOR("doctor", "", Ground.ANY_SETTINGS),
    BACKUP("backup", " FILE", Ground.SETTINGS),
    RESTORE("restore", " FILE [--replace]", Ground.SETTINGS),
    SWEEP("sweep", "", Ground.APPLICATION),
    REBUILD_TOTALS("rebuild-totals", "", Ground.SETTINGS),
    VERIFY_JOURNAL("verify-journal", " FILE [--seen CHECKPOINT]", Ground.NOTHING),
    REOPEN_JOURNALS("reopen-journals", "", Ground.SETTINGS),
    ROTATE_JOURNAL_KEY("rotate-journal-key", "", Ground.SETTINGS),
    DEMO_RESET("demo-reset", "", Ground.SETTINGS),
    SCORE("score", " FILE", Ground.ANY_SETTINGS);

    /** What a command stands on. */
    private enum Ground {
        NOTHING,
        ANY_SETTINGS,
        SETTINGS,
        APPLICATION
    }

    private final String word;
    private final String operands;
    private final Ground ground;

    Commands(String word, String operands, Ground ground) {
        this.word = word;
        this.operands = operands;
        this.ground = ground;
    }

    /** Whether a command was typed, and not settings of the application. */
    static boolean asked(String... typed) {
        return typed.length > 0 && !typed[0].startsWith("-");
    }

    /** Runs the command of the first word and gives the exit code of the process. */
    static int run(String... typed) {
        Console console = Console.ofTerminal(new Messages());
        Optional<Commands> command = Arrays.stream(values())
                .filter(known -> known.word.equals(typed[0]))
                .findFirst();
        if (command.isEmpty()) {
            console.complain(console.text("command.unknown", typed[0], list()));
            return Command.MISUSED;
        }
        try {
            return command.get().start(console, Arrays.copyOfRange(typed, 1, typed.length));
        } catch (Refused refused) {
            console.complain(console.text(refused.key(), refused.arguments()));
        } catch (Exception failure) {
            // a bad setting of a whole application was told by its start already
            if (!(failure instanceof BadSetting)) {
                console.complain(console.text("command.failed", String.valueOf(failure)));
            }
        }
        return Command.FAILED;
    }

    private int start(Console console, String... typed) throws Exception {
        return switch (ground) {
            // whoever checks a journal has a file, and nothing of ours: no settings are read, nothing is started
            case NOTHING -> JournalChecker.command().run(CommandLine.of(typed), console);
            case ANY_SETTINGS -> CommandStart.onAnySettings(word, typed);
            case SETTINGS -> CommandStart.onSettings(word, typed);
            case APPLICATION -> CommandStart.onApplication(TremplinApplication.class, word, typed);
        };
    }

    private static String list() {
        return Arrays.stream(values()).map(known -> known.word + known.operands).collect(Collectors.joining(", "));
    }
}

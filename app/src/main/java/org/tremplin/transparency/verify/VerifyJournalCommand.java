package org.tremplin.transparency.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.command.Command;
import org.tremplin.platform.command.CommandLine;
import org.tremplin.platform.command.Console;
import org.tremplin.platform.command.Refused;

/**
 * {@code verify-journal FILE [--seen CHECKPOINT]}: checks an exported journal with nothing but the file. The checkpoint is
 * that of a mail, as a file or as text.
 */
public final class VerifyJournalCommand implements Command {

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        boolean compare = line.has("seen");
        if (line.operands().size() != (compare ? 2 : 1)) {
            throw new Refused(compare ? "verify.two-operands" : "verify.one-operand");
        }
        Path file = existing(line.operands().get(0));
        if (file == null) {
            throw new Refused("verify.no-file", line.operands().get(0));
        }
        Checkpoint.Signed seen = compare ? seen(line.operands().get(1)) : null;
        long begun = System.nanoTime();
        Verdict verdict;
        try (InputStream in = Files.newInputStream(file)) {
            verdict = JournalCheck.check(in, seen);
        }
        return tell(verdict, (System.nanoTime() - begun) / 1_000_000, seen, console);
    }

    private static int tell(Verdict verdict, long millis, Checkpoint.@Nullable Signed seen, Console console) {
        Problem problem = verdict.problem();
        if (problem != null) {
            console.say(
                    "verify.bad",
                    Long.toString(problem.line()),
                    console.text(
                            "verify.problem." + problem.what(),
                            text(problem.facts().toArray())));
            return FAILED;
        }
        Checkpoint head = Objects.requireNonNull(verdict.head());
        console.say("verify.good", verdict.entries(), millis);
        console.say("verify.head", head.origin(), Long.toString(head.size()), head.rootHex());
        if (verdict.withheld() > 0) {
            console.say("verify.withheld", verdict.withheld());
        }
        if (seen == null) {
            console.say("verify.not-compared");
        } else {
            console.say("verify.extends", Long.toString(seen.checkpoint().size()));
        }
        console.say("verify.limits");
        return DONE;
    }

    /** Numbers of entries are written as in the file: without the marks between thousands. */
    private static Object[] text(Object[] facts) {
        Object[] texts = new Object[facts.length];
        for (int at = 0; at < facts.length; at++) {
            texts[at] = facts[at].toString();
        }
        return texts;
    }

    private static Checkpoint.Signed seen(String given) throws IOException {
        Path file = existing(given);
        if (file != null && Files.size(file) > Checkpoint.LONGEST) {
            throw new Refused("verify.no-checkpoint");
        }
        String text = file == null ? given.replace("\\n", "\n") : Files.readString(file);
        return Checkpoint.read(text).orElseThrow(() -> new Refused("verify.no-checkpoint"));
    }

    private static @Nullable Path existing(String given) {
        try {
            Path path = Path.of(given);
            return Files.isRegularFile(path) ? path : null;
        } catch (InvalidPathException text) {
            return null;
        }
    }
}

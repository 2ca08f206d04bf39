package org.tremplin.capacity.vector;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.tremplin.capacity.Refusal;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.score.GridScoring;
import org.tremplin.platform.command.Command;
import org.tremplin.platform.command.CommandLine;
import org.tremplin.platform.command.CommandPart;
import org.tremplin.platform.command.Console;
import org.tremplin.platform.command.Refused;

/**
 * {@code score FILE}: prints the vectors of the file with what the diagnosis makes of each; what went wrong is said beside,
 * on the channel of errors.
 */
@CommandPart
class ScoreCommand implements Command {

    /** Some ten thousand vectors. */
    private static final long LARGEST_BYTES = 32L * 1024 * 1024;

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        Vectors.Scored scored;
        try {
            scored = new Vectors(new GridScoring(Grids.current()))
                    .score(text(line.operand()), refusal -> sentence(refusal, console));
        } catch (BadVector bad) {
            throw new Refused(bad.refusal().key(), bad.refusal().arguments().toArray());
        }
        console.line(scored.text());
        scored.ignored()
                .forEach(ignored ->
                        console.complain(console.text("vector.ignored", ignored.getKey(), ignored.getValue())));
        scored.problems()
                .forEach(problem -> console.complain(
                        console.text("vector.problem", problem.getKey(), sentence(problem.getValue(), console))));
        return scored.problems().isEmpty() ? DONE : FAILED;
    }

    private static String sentence(Refusal refusal, Console console) {
        return console.text(refusal.key(), refusal.arguments().toArray());
    }

    private static String text(String given) throws IOException {
        try {
            Path file = Path.of(given);
            if (!Files.isRegularFile(file)) {
                throw new Refused("vector.no-file", given);
            }
            if (Files.size(file) > LARGEST_BYTES) {
                throw new Refused("vector.too-large", LARGEST_BYTES / 1024 / 1024);
            }
            return Files.readString(file);
        } catch (InvalidPathException | CharacterCodingException unreadable) {
            throw new Refused("vector.no-file", given);
        }
    }
}

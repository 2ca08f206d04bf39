package org.tremplin.platform.command;

import java.util.Arrays;
import java.util.List;

/**
 * What was typed after the name of the command.
 *
 * @param operands such as a file, in order
 * @param options words that begin with two dashes; those of the form {@code --name=value} are settings
 */
public record CommandLine(List<String> operands, List<String> options) {

    private static final String DASHES = "--";

    public static CommandLine of(String... typed) {
        return new CommandLine(
                Arrays.stream(typed).filter(word -> !word.startsWith(DASHES)).toList(),
                Arrays.stream(typed).filter(word -> word.startsWith(DASHES)).toList());
    }

    public boolean has(String option) {
        return options.contains(DASHES + option);
    }

    /** @throws Refused unless exactly one was typed */
    public String operand() {
        if (operands.size() != 1) {
            throw new Refused("command.one-operand");
        }
        return operands.get(0);
    }
}

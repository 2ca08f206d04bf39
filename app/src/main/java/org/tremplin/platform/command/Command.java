package org.tremplin.platform.command;

/**
 * What {@code java -jar tremplin.jar NAME …} does. The class of the command {@code rebuild-totals} is called
 * {@code RebuildTotalsCommand}: that is how it is found. It is a {@link CommandPart}, or a component of the application
 * when {@link org.tremplin.platform.command} lists it so.
 */
public interface Command {

    int DONE = 0;
    int FAILED = 1;
    /** The command line itself cannot be understood. */
    int MISUSED = 2;

    /**
     * Does it, and says what it did.
     *
     * @return {@link #DONE}, or the exit code of the process
     * @throws Refused for what the operator can mend
     * @throws Exception for what should not happen; it is told in one line
     */
    int run(CommandLine line, Console console) throws Exception;
}

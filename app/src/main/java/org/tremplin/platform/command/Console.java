package org.tremplin.platform.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Where a command says what it did: French, or English when the terminal speaks English; UTF-8 always. */
public final class Console {

    private final MessageSource texts;
    private final Locale language;
    private final PrintStream out;
    private final PrintStream err;

    public Console(MessageSource texts, Locale language, PrintStream out, PrintStream err) {
        this.texts = texts;
        this.language = language;
        this.out = out;
        this.err = err;
    }

    public static Console ofTerminal(MessageSource texts) {
        return new Console(
                texts,
                language(System.getenv("LC_ALL"), System.getenv("LC_MESSAGES"), System.getenv("LANG")),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err));
    }

    /** The first that is set decides, as POSIX says. */
    static Locale language(@Nullable String... variables) {
        return Stream.of(variables)
                .filter(variable -> variable != null && !variable.isBlank())
                .findFirst()
                .filter(variable -> variable.startsWith("en"))
                .map(english -> Locale.UK)
                .orElse(Locale.FRANCE);
    }

    public String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, language);
    }

    public void say(String key, Object... arguments) {
        line(text(key, arguments));
    }

    public void line(String text) {
        out.println(text);
    }

    public void complain(String text) {
        err.println(text);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}

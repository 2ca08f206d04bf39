package org.tremplin.capacity.experience;

import java.util.List;
import java.util.stream.Stream;
import org.tremplin.capacity.network.Nameless;
import org.tremplin.platform.security.Tokens;

/**
 * What is told, without who tells it.
 *
 * @param language it is written in, {@code fr} or {@code en}
 * @param helped what helped most
 * @param otherwise what would be done otherwise
 * @param advice one advice to those who start
 * @param items of the diagnosis it speaks of, at most {@link #MOST_ITEMS}
 * @param template of campaigns; empty for none in particular
 * @param staff {@code NONE}, {@code FEW} (1 to 9), {@code MORE}; empty where it is not said
 * @param reach name of a {@link org.tremplin.capacity.Reach}; empty where it is not said
 */
record Told(
        String language,
        String helped,
        String otherwise,
        String advice,
        List<String> items,
        String template,
        String staff,
        String reach) {

    /** Characters of each answer. */
    static final int LONGEST = 600;

    static final int MOST_ITEMS = 3;

    static final List<String> STAFF = List.of("NONE", "FEW", "MORE");

    Told {
        items = List.copyOf(items);
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    Stream<String> answers() {
        return Stream.of(helped, otherwise, advice);
    }

    /** The same, each answer within its limit. */
    Told without(Nameless nameless) {
        return new Told(
                language,
                nameless.of(helped, LONGEST),
                nameless.of(otherwise, LONGEST),
                nameless.of(advice, LONGEST),
                items,
                template,
                staff,
                reach);
    }

    boolean whole() {
        return answers().noneMatch(String::isEmpty);
    }

    /** The same for the same words, whatever their accents, capitals and signs. */
    byte[] fingerprint() {
        return Tokens.sha256(language
                + '\n'
                + String.join("\n", answers().map(PlainWords::of).toList()));
    }

    /** Each word after a blank. */
    String search() {
        return ' ' + PlainWords.of(String.join(" ", answers().toList()));
    }
}

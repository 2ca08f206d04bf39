package org.tremplin.capacity.resource;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tremplin.capacity.experience.PlainWords;
import org.tremplin.platform.web.Typography;

/**
 * A practical sheet: one thing an association can do in an evening.
 *
 * @param id its address and the name of its file
 * @param order place in the list, from 1
 * @param minutes about how long doing it takes
 * @param items of the diagnosis it helps with, such as {@code P4}, or whole components, such as {@code NET}
 * @param gates of publication it helps to pass, 1 to 8
 * @param traps what often goes wrong
 * @param examples by the name of a campaign template
 */
record Sheet(
        String id,
        int order,
        int minutes,
        List<String> items,
        List<Integer> gates,
        Said title,
        Said lead,
        Said why,
        List<Said> steps,
        List<Said> traps,
        Map<String, Said> examples) {

    /** Whether every word looked for begins a word of the sheet; accents and capitals do not matter. */
    boolean answers(String words, Locale locale) {
        String text = ' ' + PlainWords.of(texts().map(said -> said.in(locale)).collect(Collectors.joining(" ")));
        return PlainWords.list(words).stream().allMatch(word -> text.contains(' ' + word));
    }

    private Stream<Said> texts() {
        return Stream.of(Stream.of(title, lead, why), steps.stream(), traps.stream(), examples.values().stream())
                .flatMap(said -> said);
    }

    /** A text in both languages. */
    record Said(String fr, String en) {

        String in(Locale locale) {
            return locale.getLanguage().equals("en") ? en : Typography.french(fr);
        }
    }
}

package org.tremplin.transparency.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It reads what a general reader finds to be in its one form, and gives up all else. */
class CanonicalReaderTest {

    private static final List<String> TEXTS = List.of(
            "", "Zoë", "\u0000\u001f\b\t\n\f\r\"\\/", "\u007f\u2028\u20ac", "\ud83d\ude00 \ufb33", "=1+1", "a", "b");
    private static final String SIGNS = "{}[]:,\"\\ u00019afbn-.eE+\n\u0001\ud83d\ude00é";

    private final Random random = new Random(4);

    @Test
    void agreesWithAGeneralReaderOnWhateverIsWrittenAndOnWhateverIsMistyped() {
        for (int round = 0; round < 3_000; round++) {
            String written = CanonicalJson.write(object(0));
            assertThat(CanonicalReader.read(written)).as(written).isNotNull();
            agrees(written);
            for (int slip = 0; slip < 8; slip++) {
                agrees(mistyped(written));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":-0}",
                "{\"a\":01}",
                "{\"a\":1.0}",
                "{\"a\":1e3}",
                "{\"a\":9007199254740992}",
                "{\"a\":123456789012345678901234567890}",
                "{\"a\":null}",
                "{\"a\":true}",
                "{\"a\":1,\"a\":1}",
                "{\"b\":1,\"a\":1}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":\"\\u001F\"}",
                "{\"a\":\"\\u000a\"}",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"\\ud83d\\ude00\"}",
                "{\"a\":\"\ud83d\"}",
                "{\"a\":\"\\",
                "{\"a\":\"\\u00",
                "{\"a\":1} ",
                "{\"a\":1}{}",
                " {}",
                "[]",
                "1",
                ""
            })
    void givesUpWhatIsNotInItsOneForm(String text) {
        assertThat(CanonicalReader.read(text)).isNull();
        assertThat(generally(text)).isNull();
    }

    private void agrees(String text) {
        Map<?, ?> read = CanonicalReader.read(text);
        Map<?, ?> expected = generally(text);
        assertThat(read == null ? null : CanonicalJson.write(read))
                .as(text)
                .isEqualTo(expected == null ? null : CanonicalJson.write(expected));
    }

    private static @Nullable Map<?, ?> generally(String text) {
        try {
            return JournalCheck.slowly(text, 1);
        } catch (Problem.Found refused) {
            return null;
        }
    }

    private String mistyped(String text) {
        int at = random.nextInt(text.length());
        String sign = SIGNS.substring(random.nextInt(SIGNS.length())).substring(0, 1);
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + sign + text.substring(at);
            default -> text.substring(0, at) + sign + text.substring(at + 1);
        };
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 4 ? 2 : 4)) {
            case 0 -> TEXTS.get(random.nextInt(TEXTS.size()));
            case 1 -> random.nextBoolean() ? (long) random.nextInt(20) - 10 : random.nextLong() >> 11;
            case 2 ->
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(item -> value(depth + 1))
                        .toList();
            default -> object(depth + 1);
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new TreeMap<>();
        for (int member = random.nextInt(4); member >= 0; member--) {
            members.put(TEXTS.get(random.nextInt(TEXTS.size())), value(depth));
        }
        return members;
    }
}

package org.tremplin.transparency.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors of RFC 8785, sections 3.2.2 and 3.2.3. */
class CanonicalJsonTest {

    @Test
    void escapesStringsAsTheRfcDoes() {
        assertThat(CanonicalJson.write("\u20ac$\17\nA'B\"\\\\\"/"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    @Test
    void usesTheShortEscapesAndNoOther() {
        assertThat(CanonicalJson.write("\b\t\n\f\r\u0000\u001f\u007f\u2028"))
                .isEqualTo("\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028\"");
    }

    @Test
    void sortsKeysByTheirUtf16CodeUnits() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("\u20ac", "Euro Sign");
        members.put("\r", "Carriage Return");
        members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        members.put("1", "One");
        members.put("\ud83d\ude00", "Emoji: Grinning Face");
        members.put("\u0080", "Control");
        members.put("\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.write(members))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void writesNestedValuesWithoutBlanks() {
        assertThat(CanonicalJson.write(Map.of("b", List.of(1, -2L, 0), "a", Map.of(), "c", List.of())))
                .isEqualTo("{\"a\":{},\"b\":[1,-2,0],\"c\":[]}");
    }

    @Test
    void keepsIntegersThatEveryReaderKeepsExact() {
        assertThat(CanonicalJson.write(9007199254740991L)).isEqualTo("9007199254740991");
        assertThat(CanonicalJson.write(-9007199254740991L)).isEqualTo("-9007199254740991");
        assertThatThrownBy(() -> CanonicalJson.write(9007199254740992L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "\ud83d\ud83d\ude00", "a\ude00\ud83d"})
    void refusesHalfASurrogatePair(String text) {
        assertThatThrownBy(() -> CanonicalJson.write(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatALeafNeverHolds() {
        assertThatThrownBy(() -> CanonicalJson.write(1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(true)).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.tremplin.association;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Vectors of rules.md 7.1 and what a check digit promises. */
class SirenTest {

    @Test
    void knowsARightFromAWrongOne() {
        assertThat(Siren.valid("732829320")).isTrue();
        assertThat(Siren.valid("404833047")).isFalse();
    }

    @Test
    void refusesWhatIsNotNineDigits() {
        assertThat(Siren.valid("")).isFalse();
        assertThat(Siren.valid("73282932")).isFalse();
        assertThat(Siren.valid("7328293200")).isFalse();
        assertThat(Siren.valid("٧٣٢٨٢٩٣٢٠")).isFalse();
        assertThat(Siren.valid("000000000")).isFalse();
    }

    @Test
    void takesOutTheBlanksOfPeople() {
        assertThat(Siren.normal("732 829\u00A0320")).isEqualTo("732829320");
    }

    @Test
    void tellsThatANumberIsASiret() {
        assertThat(Siren.siret("73282932000074")).isTrue();
        assertThat(Siren.siret("73282932000075")).isFalse();
    }

    @Property
    void hasOneRightLastDigitForEachEight(@ForAll @IntRange(min = 1, max = 99_999_999) int eight) {
        long right = java.util.stream.IntStream.range(0, 10)
                .filter(last -> Siren.valid("%08d%d".formatted(eight, last)))
                .count();
        assertThat(right).isEqualTo(1);
    }

    @Property
    void noticesEveryWrongDigit(
            @ForAll @IntRange(min = 1, max = 99_999_999) int eight,
            @ForAll @IntRange(min = 0, max = 8) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        StringBuilder digits = new StringBuilder(completed(eight));
        digits.setCharAt(place, (char) ('0' + (digits.charAt(place) - '0' + by) % 10));
        assertThat(Siren.valid(digits.toString())).isFalse();
    }

    private static String completed(int eight) {
        return java.util.stream.IntStream.range(0, 10)
                .mapToObj(last -> "%08d%d".formatted(eight, last))
                .filter(Siren::valid)
                .findFirst()
                .orElseThrow();
    }
}

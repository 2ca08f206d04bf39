package org.tremplin.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50|5000",
                "50,00|5000",
                "50.00|5000",
                "50,5|5050",
                " 7 |700",
                "0|0",
                "007,05|705",
                "999999999.99|99999999999"
            })
    void readsWhatPeopleType(String text, long cents) {
        assertThat(AmountText.cents(text)).hasValue(cents);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-5",
                "+5",
                "1e9",
                "12,345",
                "50 €",
                "€50",
                "٥٠",
                "５０",
                "1 000",
                "1.000,00",
                ",5",
                "5,",
                "0x10",
                "NaN"
            })
    void refusesWhatIsNoAmount(String text) {
        assertThat(AmountText.cents(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 200,00|120000", "1\u00a0234\u202f567|123456700", "50|5000", "1 200.5|120050"})
    void readsThousandsAsTheyStandOnAnInvoice(String text, long cents) {
        assertThat(AmountText.grouped(text)).hasValue(cents);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 20", "12 3456", "1  200", "1 200 €", "-1 200"})
    void refusesBlanksElsewhere(String text) {
        assertThat(AmountText.grouped(text)).isEmpty();
    }

    @Test
    void refusesThreeHundredDigits() {
        assertThat(AmountText.cents("9".repeat(300))).isEmpty();
    }

    @Property
    void neverFailsWhateverIsTyped(@ForAll String text) {
        AmountText.cents(text).ifPresent(cents -> assertThat(cents).isBetween(0L, 99_999_999_999L));
    }

    @Property
    void readsBackWhatItShows(@ForAll @LongRange(max = 99_999_999_999L) long cents) {
        String typed = "%d,%02d".formatted(cents / 100, cents % 100);
        assertThat(AmountText.cents(typed)).hasValue(cents);
        String shown = MoneyText.exact(cents, Locale.FRENCH).replaceAll("[\\u202F\\u00A0€]", "");
        assertThat(AmountText.cents(shown)).hasValue(cents);
    }

    @Test
    void showsAmountsInTheReadersWay() {
        assertThat(MoneyText.brief(950_000, Locale.FRENCH)).isEqualTo("9\u202F500\u00A0€");
        assertThat(MoneyText.brief(4_950, Locale.FRENCH)).isEqualTo("49,50\u00A0€");
        assertThat(MoneyText.exact(123_456_789, Locale.FRENCH)).isEqualTo("1\u202F234\u202F567,89\u00A0€");
        assertThat(MoneyText.exact(123_456_789, Locale.ENGLISH)).isEqualTo("€1,234,567.89");
        assertThat(MoneyText.exact(-50, Locale.FRENCH)).isEqualTo("\u22120,50\u00A0€");
        assertThat(MoneyText.brief(-500, Locale.ENGLISH)).isEqualTo("\u2212€5");
        assertThat(MoneyText.number(-1_234, Locale.FRENCH)).isEqualTo("\u22121\u202F234");
    }

    @Property
    void readsWhatItWrites(@ForAll @LongRange(min = 0, max = 99_999_999_999L) long cents) {
        assertThat(AmountText.cents(AmountText.of(cents))).hasValue(cents);
    }

    @Test
    void writesAmountsAsTheReaderTypesThem() {
        assertThat(AmountText.typed(50_05, Locale.FRANCE)).isEqualTo("50,05");
        assertThat(AmountText.typed(50_05, Locale.UK)).isEqualTo("50.05");
        assertThat(AmountText.typed(50_00, Locale.FRANCE)).isEqualTo("50");
    }
}

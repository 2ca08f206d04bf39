package org.tremplin.association;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR7630006000011234567890189",
                "FR1420041010050500013M02606",
                "BE68539007547034",
                "DE89370400440532013000",
                "MT84MALT011000012345MTLCAST001S"
            })
    void takesNumbersWhoseCheckDigitsFit(String iban) {
        assertThat(Iban.valid(iban)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FR76",
                "FR7630006000011234567890188",
                "FR7630006000011234567809189",
                "FR763000600001123456789018",
                "fr7630006000011234567890189",
                "DE89370400440532013001",
                "FR76-30006000011234567890189",
                "1234"
            })
    void refusesEveryOther(String iban) {
        assertThat(Iban.valid(iban)).isFalse();
    }

    @Test
    void readsItAsPeopleTypeItAndPrintsItInGroups() {
        assertThat(Iban.normal(" fr76 3000 6000 0112\u00A03456 7890 189 ")).isEqualTo("FR7630006000011234567890189");
        assertThat(Iban.text("FR7630006000011234567890189")).isEqualTo("FR76 3000 6000 0112 3456 7890 189");
        assertThat(Iban.text("DE89370400440532013000")).isEqualTo("DE89 3704 0044 0532 0130 00");
    }
}

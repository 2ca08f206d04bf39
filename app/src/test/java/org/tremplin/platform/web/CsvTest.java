package org.tremplin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33 6", "-2", "@SUM(A1)", "\t=1", "=\n1"})
    void letsNoFieldRunAsAFormula(String typed) {
        assertThat(Csv.line(List.of("Léa", typed))).contains("'" + typed);
    }

    @Test
    void quotesWhatWouldBreakTheLine() {
        assertThat(Csv.line(List.of("a;b", "dit \"Léo\"", "50,00"))).isEqualTo("\"a;b\";\"dit \"\"Léo\"\"\";50,00\r\n");
    }
}

package org.tremplin.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR76 3000 6000 0112 3456 7890 189",
                "IBAN FR7630006000011234567890189 BIC AGRIFRPP",
                "DE89 3704 0044 0532 0130 00",
                "FR76-3000-6000-0112-3456-7890-189"
            })
    void findsBankAccounts(String text) {
        assertThat(Finding.kinds(Finding.in(text))).contains(Finding.Kind.IBAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"06 12 34 56 78", "0612345678", "+33 6 12 34 56 78", "04.78.00.00.00", "+33 (0)6 12 34 56 78"})
    void findsTelephones(String text) {
        assertThat(Finding.kinds(Finding.in("Tél. " + text))).containsExactly(Finding.Kind.PHONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mme Lou Essai", "M. Essai", "Jean MARTIN", "MARTIN Jean", "Monsieur Martin"})
    void findsNames(String text) {
        assertThat(Finding.kinds(Finding.in("Client : " + text))).containsExactly(Finding.Kind.NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20 novembre 2026",
                "Total 184,20 EUR",
                "Planches mélèze, 27 mm",
                "Facture 2026-0418",
                "TVA 20 % 30,70 €",
                "SIRET 732 829 320 00074"
            })
    void leavesAloneWhatProves(String text) {
        assertThat(Finding.in(text)).isEmpty();
    }

    @Test
    void looksOnlyAtWhatCanBeSeenEvenInPart() {
        List<Word> words = List.of(
                new Word("Total", 0, 1000, 1000, 500, 100), new Word("lou@essai.example", 1, 1000, 2000, 3000, 100));
        assertThat(Finding.in(words, List.of(new Zone(1, 0, 900, 5000, 300)))).isEmpty();
        assertThat(Finding.in(words, List.of(new Zone(1, 3900, 2090, 200, 20))))
                .containsExactly(new Finding(Finding.Kind.EMAIL, "lou@essai.example"));
    }
}

package org.tremplin.donation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tremplin.donation.TaxEstimate.FirmRate;

/** Vectors of rules.md 1.2. */
class TaxEstimateTest {

    private static final FirmRate FIRM = new FirmRate(
            LocalDate.of(2020, 12, 31), null, 60, 40, 2_000_000_00L, 20_000_00, 5, 5, 25, "CGI art. 238 bis");

    @Test
    void costsACompanyTwoFifthsOfItsGift() {
        assertThat(FIRM.afterTaxCents(2_000_00, 0)).isEqualTo(800_00);
        assertThat(FIRM.afterTaxCents(9_000_00, 1_500_000_00L)).isEqualTo(9_000_00 - 5_400_00);
        assertThat(FIRM.afterTaxCents(20_000_00, 500_000_00L)).isEqualTo(20_000_00 - 12_000_00);
    }

    @Test
    void givesNothingForWhatIsAboveTheCeilingOfTheYear() {
        assertThat(FIRM.afterTaxCents(30_000_00, 0)).isEqualTo(30_000_00 - 12_000_00);
        assertThat(FIRM.afterTaxCents(30_000_00, 6_000_000_00L)).isEqualTo(12_000_00);
    }

    @Test
    void givesLessBeyondTwoMillions() {
        assertThat(FIRM.afterTaxCents(3_000_000_00L, 1_000_000_000_00L))
                .isEqualTo(3_000_000_00L - 1_200_000_00L - 400_000_00L);
    }

    @Test
    void knowsNoRateOfADayWithoutOne() {
        TaxEstimate tax = new TaxEstimate(List.of(), List.of(FIRM));
        assertThat(tax.firm(LocalDate.of(2020, 12, 30))).isEmpty();
        assertThat(tax.firm(LocalDate.of(2026, 11, 23))).contains(FIRM);
    }
}

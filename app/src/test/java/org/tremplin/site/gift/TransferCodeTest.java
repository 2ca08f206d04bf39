package org.tremplin.site.gift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tremplin.association.Payee;

class TransferCodeTest {

    @Test
    void saysWhatBanksRead() {
        assertThat(TransferCode.text(
                        new Payee.Transfer("Les Jardins du Coin", "FR7630006000011234567890189", "AGRIFRPP"),
                        5_005,
                        "ACDE-FGHJ"))
                .isEqualTo(
                        "BCD\n002\n1\nSCT\nAGRIFRPP\nLes Jardins du Coin\nFR7630006000011234567890189\nEUR50.05\n\n\nACDE-FGHJ");
        assertThat(TransferCode.text(new Payee.Transfer("Nous", "FR7630006000011234567890189", null), 100, "X"))
                .contains("SCT\n\nNous\n", "EUR1.00");
    }
}

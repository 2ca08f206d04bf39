package org.tremplin.site.gift;

import java.util.Locale;
import java.util.Objects;
import org.tremplin.association.Payee;

/** What a banking application reads from the QR of a transfer (EPC069-12, version 002). */
final class TransferCode {

    private TransferCode() {}

    /** @param remittance what stands on the statement, at most 140 signs */
    static String text(Payee.Transfer to, long cents, String remittance) {
        return String.join(
                "\n",
                "BCD",
                "002",
                // UTF-8
                "1",
                "SCT",
                Objects.requireNonNullElse(to.bic(), ""),
                to.holder(),
                to.iban(),
                String.format(Locale.ROOT, "EUR%d.%02d", cents / 100, cents % 100),
                // neither purpose nor structured reference
                "",
                "",
                remittance);
    }
}

package org.tremplin.ledger.export;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.ledger.AccountingExport.ChartAccount;

/** Names of journals, accounts and movements: French, whoever asks, for books are kept in French (Code de commerce, L123-22). */
@Component
class Wording {

    /** Classes of the chart have two digits at least. */
    private static final int SHORTEST = 2;

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    String journal(String code) {
        return text("export.journal." + code, code);
    }

    /** By what it is or, where that only counts gifts, by what it comes from. */
    String movement(String label, String sourceKind) {
        return text("export.movement." + label, text("export.movement." + sourceKind, label));
    }

    /** By its own number or, where that has no name, by the account it is a part of. */
    ChartAccount account(String number) {
        for (int digits = number.length(); digits >= SHORTEST; digits--) {
            String label = text("export.account." + number.substring(0, digits), "");
            if (!label.isEmpty()) {
                return new ChartAccount(number, label);
            }
        }
        return new ChartAccount(number, number);
    }

    private String text(String key, String otherwise) {
        String found = messages.getMessage(key, null, otherwise, Locale.FRENCH);
        return found == null ? otherwise : found;
    }
}

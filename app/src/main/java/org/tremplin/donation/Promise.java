package org.tremplin.donation;

import java.time.LocalDate;
import org.tremplin.association.Means;

/**
 * A gift its donor announced and sends by other ways than the provider.
 *
 * @param reference what the donor writes on it
 * @param expiresOn last day, in the association's zone
 */
public record Promise(Means means, OfflineState state, String reference, LocalDate expiresOn) {

    /** In two groups, as it is shown. */
    public String referenceText() {
        return text(reference);
    }

    public static String text(String reference) {
        return reference.substring(0, reference.length() / 2) + "-" + reference.substring(reference.length() / 2);
    }
}

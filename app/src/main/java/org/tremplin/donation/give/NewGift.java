package org.tremplin.donation.give;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Means;

/**
 * A gift as validated.
 *
 * @param cents what is paid, covered fees included
 */
record NewGift(
        long cents,
        boolean coversFees,
        @Nullable UUID line,
        String language,
        String email,
        String firstName,
        String lastName,
        boolean publicName,
        @Nullable Address receipt,
        @Nullable Company company,
        @Nullable String message,
        @Nullable String dedication,
        boolean news,
        boolean objection,
        Means means) {

    /** Where a tax receipt goes; there only when one was asked for. */
    record Address(String street, String postalCode, String city, String country) {}

    record Company(String name, String siren, String legalForm) {}
}

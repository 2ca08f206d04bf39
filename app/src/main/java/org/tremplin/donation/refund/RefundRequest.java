package org.tremplin.donation.refund;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.donation.Aftermath;

/**
 * A donor's wish to have a gift back.
 *
 * @param reason in the donor's words, empty when none was given
 * @param answer of the association when it declined
 */
record RefundRequest(
        UUID id,
        UUID donation,
        Aftermath.Request state,
        String reason,
        Instant askedAt,
        @Nullable String answer) {}

package org.tremplin.campaign.vote;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.web.Language;

/**
 * Somebody who is asked.
 *
 * @param person a member of the association, none for an address that was typed
 * @param role of the member as the vote was opened, else empty
 * @param email empty once forgotten
 * @param token of their link, none once forgotten
 * @param words what to change
 */
record Voter(
        UUID id,
        UUID vote,
        @Nullable UUID person,
        String role,
        String email,
        Language language,
        @Nullable String token,
        @Nullable Answer answer,
        String words,
        @Nullable Instant answeredAt) {

    boolean typed() {
        return person == null;
    }

    String page() {
        return "/vote/" + token;
    }
}

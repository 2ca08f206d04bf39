package org.tremplin.donation;

import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** Gives without a browser: the same checks, rows and provider as the gift form. The sample data takes this way. */
public interface Giving {

    /**
     * @param campaign slug of an open campaign
     * @param fields what the gift form would send, by the names of the contract; {@code cle} is the once-only key
     * @return the address of the payment page; an error when the form would have been refused
     */
    Mono<URI> give(String campaign, Map<String, String> fields, Language language);

    /**
     * The same for what was promised before: also after the last day of the campaign, as long as somebody takes the means.
     * Nobody waits in line for it.
     */
    Mono<URI> fulfil(String campaign, Map<String, String> fields, Language language);

    /** How far the gifts with these once-only keys are; what was never begun, or ran out, is missing. */
    Mono<Map<String, Begun>> begun(UUID campaign, Collection<String> keys);

    /** @param payment the try to pay, or the promise, that counts */
    record Begun(
            UUID donation,
            String token,
            DonationState state,
            @Nullable UUID payment) {}
}

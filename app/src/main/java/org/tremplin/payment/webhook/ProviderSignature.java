package org.tremplin.payment.webhook;

import org.jspecify.annotations.Nullable;

/** Says whether bytes come from the provider; never throws, whatever the header holds. */
public interface ProviderSignature {

    boolean valid(byte[] body, @Nullable String header);

    /** Signs as the provider would: for the simulated one. */
    String sign(byte[] body);
}

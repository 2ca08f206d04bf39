package org.tremplin.payment.checkout;

import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.tremplin.platform.security.Keys;

/** Names this instance in what it sends to the provider, so that its events are told from those of others. */
@Component
public class Instance {

    private final String id;

    Instance(Keys keys) {
        this.id = HexFormat.of().formatHex(keys.derive("instance"), 0, 8);
    }

    public String id() {
        return id;
    }
}

package org.tremplin.platform.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;

/** Leads a browser on with a GET, whatever it sent. */
public final class SeeOther {

    private SeeOther() {}

    /** @param address with its language, or of another site */
    public static Rendering to(String address) {
        return Rendering.redirectTo(URI.create(address).toString())
                .contextRelative(false)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}

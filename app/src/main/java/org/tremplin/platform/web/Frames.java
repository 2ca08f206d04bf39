package org.tremplin.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.TremplinSettings;

/** Makes the frame of a page. */
@Component
public class Frames {

    private final TremplinSettings settings;
    private final Assets assets;

    Frames(TremplinSettings settings, Assets assets) {
        this.settings = settings;
        this.assets = assets;
    }

    /** A frame that is the same for everyone: for pages whose bytes are cached. */
    public Frame shared(Language language, String path) {
        return shared(language, path, "");
    }

    /** @param query {@code ?a=b}, encoded, or empty */
    public Frame shared(Language language, String path, String query) {
        return new Frame(language, path, query, settings.absolute(""), settings.demo(), null, assets);
    }

    Frame of(ServerWebExchange exchange, @Nullable String person) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        String query = exchange.getRequest().getURI().getRawQuery();
        return new Frame(
                Language.of(exchange),
                path,
                query == null ? "" : "?" + query,
                settings.absolute(""),
                settings.demo(),
                person,
                assets);
    }
}

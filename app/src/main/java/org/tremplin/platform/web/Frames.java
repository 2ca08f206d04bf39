package org.tremplin.platform.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.TremplinSettings;

/** Makes the frame of a page. */
@Component
public class Frames {

    private static final Pattern SLASHES = Pattern.compile("/{2,}");

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

    /** An error is told about the address as it came: with {@code /en}, and with slashes that would name another host. */
    private static String inFrench(String path) {
        String one = SLASHES.matcher(path).replaceAll("/");
        return one.equals("/en") ? "/" : one.startsWith("/en/") ? one.substring("/en".length()) : one;
    }

    Frame of(ServerWebExchange exchange, @Nullable String person) {
        String path =
                inFrench(exchange.getRequest().getPath().pathWithinApplication().value());
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

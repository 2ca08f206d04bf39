package org.tremplin.patron.compare;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a patron copied from the bar of her browser, as the address of a file of evidence. */
final class Link {

    private static final int LONGEST = 500;
    private static final Pattern TYPED = Pattern.compile(
            "(?:(https?)://)?([^/?#@:\\[\\s]+(?::\\d{1,5})?|\\[[^/\\s]+)(/[^?#\\s]*)?(\\?[^#\\s]*)?(#.*)?");
    private static final Pattern CAMPAIGN =
            Pattern.compile("(?:/en)?/c/([a-z0-9][a-z0-9-]{0,79})(?:/(?:mecene|fonds|preuves\\.json)?)?");

    private Link() {}

    /** The file of a campaign whose page was given, else the address itself; empty for what is none. */
    static Optional<URI> evidence(String typed) {
        Matcher parts = TYPED.matcher(typed.strip());
        if (typed.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        String path = or(parts.group(3), "/");
        Matcher campaign = CAMPAIGN.matcher(path);
        String rest = campaign.matches() ? "/c/" + campaign.group(1) + "/preuves.json" : path + or(parts.group(4), "");
        try {
            String host = parts.group(2);
            return Optional.of(new URI(or(parts.group(1), "https") + "://"
                            + (host.startsWith("[") ? host : IDN.toASCII(host)) + rest)
                    .normalize());
        } catch (IllegalArgumentException | URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** The campaign of this very site that an address names; empty for any other. */
    static Optional<String> here(URI evidence, URI site) {
        Matcher campaign = CAMPAIGN.matcher(evidence.getPath());
        return String.valueOf(evidence.getHost()).equals(site.getHost())
                        && evidence.getPort() == site.getPort()
                        && campaign.matches()
                ? Optional.of(campaign.group(1))
                : Optional.empty();
    }

    /** An address that a file gives, on the very server that gave the file; empty for any other. */
    static Optional<URI> beside(String told, URI file) {
        try {
            URI address = new URI(told);
            return String.valueOf(address.getScheme()).equals(file.getScheme())
                            && String.valueOf(address.getHost()).equals(file.getHost())
                            && address.getPort() == file.getPort()
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static String or(@Nullable String part, String otherwise) {
        return part == null ? otherwise : part;
    }
}

package org.tremplin.patron.compare;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a patron copied from the bar of her browser, as the address of a file of evidence. */
final class Link {

    private static final int LONGEST = 500;
    private static final Pattern TYPED = Pattern.compile(
            "(?:((?i:https?))://)?([^/?#@:\\[\\s]+(?::\\d{1,5})?|\\[[^/\\s]+)(/[^?#\\s]*)?(\\?[^#\\s]*)?(#.*)?");
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
            String scheme = or(parts.group(1), "https").toLowerCase(Locale.ROOT);
            // one server, one address: else it looks like another
            String host = parts.group(2)
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst(scheme.equals("https") ? ":0*443$" : ":0*80$", "");
            return Optional.of(
                    new URI(scheme + "://" + (host.startsWith("[") ? host : IDN.toASCII(host)) + rest).normalize());
        } catch (IllegalArgumentException | URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** The campaign that the path of an address names. */
    static Optional<String> campaign(URI evidence) {
        Matcher campaign = CAMPAIGN.matcher(evidence.getPath());
        return campaign.matches() ? Optional.of(campaign.group(1)) : Optional.empty();
    }

    /** Whether two addresses lead to the same server, by whichever scheme. */
    static boolean sameServer(URI one, URI other) {
        return String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost()) && port(one) == port(other);
    }

    /** −1 for the usual one of either scheme. */
    private static int port(URI address) {
        return address.getPort() == 443 || address.getPort() == 80 ? -1 : address.getPort();
    }

    /** An address that a file gives, on the very server that gave the file; empty for any other. */
    static Optional<URI> beside(String told, URI file) {
        try {
            URI address = new URI(told);
            return String.valueOf(address.getScheme()).equalsIgnoreCase(file.getScheme()) && sameServer(address, file)
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

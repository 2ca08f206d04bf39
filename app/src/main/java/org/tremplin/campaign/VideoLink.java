package org.tremplin.campaign;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a pitch video. Only a known host with an id of its exact shape may ever be embedded, after a click;
 * any other https address is a plain link that leaves the page.
 *
 * @param watch where to watch it, rebuilt from the id, so that tracking codes are gone; the typed address elsewhere
 * @param host name people know, such as {@code YouTube}, or the domain
 * @param embed address of the player without cookies, none when it may not be embedded
 */
public record VideoLink(String watch, String host, @Nullable String embed) {

    private static final int LONGEST = 500;
    private static final Set<String> YOUTUBE = Set.of(
            "youtube.com", "www.youtube.com", "m.youtube.com", "youtube-nocookie.com", "www.youtube-nocookie.com");
    private static final Set<String> VIMEO = Set.of("vimeo.com", "www.vimeo.com", "player.vimeo.com");
    private static final Pattern YOUTUBE_ID = Pattern.compile("[A-Za-z0-9_-]{11}");
    private static final Pattern YOUTUBE_PATH = Pattern.compile("/(?:embed|shorts|live|v)/([A-Za-z0-9_-]{11})/?");
    private static final Pattern YOUTUBE_QUERY = Pattern.compile("(?:^|&)v=([A-Za-z0-9_-]{11})(?:&|$)");
    private static final Pattern VIMEO_PATH =
            Pattern.compile("/(?:video/|channels/[A-Za-z0-9]+/)?([0-9]{6,12})(?:/([0-9a-f]{8,12}))?/?");
    private static final Pattern DOMAIN = Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,24}");

    /** Nothing when the text is no https address of a public host. */
    public static Optional<VideoLink> of(String typed) {
        String text = typed.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException garbage) {
            return Optional.empty();
        }
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        boolean plain = "https".equalsIgnoreCase(address.getScheme())
                && address.getRawUserInfo() == null
                && (address.getPort() == -1 || address.getPort() == 443)
                && DOMAIN.matcher(host).matches();
        return plain ? Optional.of(of(address, host)) : Optional.empty();
    }

    private static VideoLink of(URI address, String host) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        if (host.equals("youtu.be") || YOUTUBE.contains(host)) {
            String id = youtubeId(host, path, query);
            if (id != null) {
                return new VideoLink(
                        "https://www.youtube.com/watch?v=" + id,
                        "YouTube",
                        "https://www.youtube-nocookie.com/embed/" + id);
            }
        }
        if (VIMEO.contains(host)) {
            Matcher vimeo = VIMEO_PATH.matcher(path);
            if (vimeo.matches()) {
                return vimeo(vimeo.group(1), vimeo.group(2));
            }
        }
        return new VideoLink(address.toASCIIString(), named(host), null);
    }

    private static @Nullable String youtubeId(String host, String path, String query) {
        if (host.equals("youtu.be")) {
            String id = path.replaceAll("^/|/$", "");
            return YOUTUBE_ID.matcher(id).matches() ? id : null;
        }
        Matcher inPath = YOUTUBE_PATH.matcher(path);
        if (inPath.matches()) {
            return inPath.group(1);
        }
        Matcher inQuery = YOUTUBE_QUERY.matcher(query);
        return (path.equals("/watch") || path.equals("/watch/")) && inQuery.find() ? inQuery.group(1) : null;
    }

    /** @param secret the part that opens an unlisted video */
    private static VideoLink vimeo(String id, @Nullable String secret) {
        return new VideoLink(
                "https://vimeo.com/" + id + (secret == null ? "" : "/" + secret),
                "Vimeo",
                "https://player.vimeo.com/video/" + id + "?dnt=1" + (secret == null ? "" : "&h=" + secret));
    }

    private static String named(String host) {
        return host.equals("youtu.be") || YOUTUBE.contains(host)
                ? "YouTube"
                : VIMEO.contains(host) ? "Vimeo" : host.replaceFirst("^www\\.", "");
    }

    public boolean embeddable() {
        return embed != null;
    }
}

package org.tremplin.site.card;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A link that opens the reader's mail program with a mail he only has to address. */
public final class ReadyMail {

    private ReadyMail() {}

    public static String link(String subject, String body) {
        return "mailto:?subject=" + encoded(subject) + "&body=" + encoded(body);
    }

    /** A blank is {@code %20}: mail programs show a plus sign as it stands. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

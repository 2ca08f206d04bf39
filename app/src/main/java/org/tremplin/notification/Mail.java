package org.tremplin.notification;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.web.Language;

/**
 * A mail to be sent once.
 *
 * @param kind stable name of why it is sent, {@code identity.sign-in}
 * @param about key of what it is about; the same kind about the same thing is queued once
 * @param to a plain address, {@link MailAddress#plausible}
 * @param template folder under {@code templates/mail}, with {@code fr} and {@code en}, each {@code .txt} (its first line
 *     is the subject) and {@code .html}
 * @param values what the template shows: texts, numbers, booleans, lists and maps of them; written as JSON and sealed.
 *     {@code base} (the public address, no slash at the end) is added
 * @param usefulUntil for a mail that holds a secret: it is not sent after this instant, and the values are forgotten as
 *     soon as it is sent
 */
public record Mail(
        String kind,
        String about,
        String to,
        Language language,
        String template,
        Map<String, ?> values,
        @Nullable Instant usefulUntil) {

    /** Name of the value that says where to stop such mails. */
    static final String UNSUBSCRIBE = "unsubscribe";

    public static Mail of(
            String kind, UUID about, String to, Language language, String template, Map<String, ?> values) {
        return new Mail(kind, about.toString(), to, language, template, values, null);
    }

    /**
     * A mail that can be stopped by one press (RFC 8058).
     *
     * @param path where mail programs POST, from the root of the site
     */
    public Mail unsubscribe(String path) {
        Map<String, Object> with = new HashMap<>(values);
        with.put(UNSUBSCRIBE, path);
        return new Mail(kind, about, to, language, template, with, usefulUntil);
    }

    public Mail usefulUntil(Instant end) {
        return new Mail(kind, about, to, language, template, values, end);
    }
}

package org.tremplin.notification;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it is read: the same content as plain text and as HTML.
 *
 * @param unsubscribe address at which one press stops such mails, or none
 */
record RenderedMail(
        String subject, String text, String html, @Nullable String unsubscribe) {}

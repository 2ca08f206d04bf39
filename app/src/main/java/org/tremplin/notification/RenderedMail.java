package org.tremplin.notification;

/** A mail as it is read: the same content as plain text and as HTML. */
record RenderedMail(String subject, String text, String html) {}

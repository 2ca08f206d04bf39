package org.tremplin.platform.paper;

/**
 * A file inside a paper.
 *
 * @param name under which a reader saves it
 * @param type its media type
 * @param about what it is, in a few words
 */
public record Attachment(String name, String type, String about, byte[] bytes) {}

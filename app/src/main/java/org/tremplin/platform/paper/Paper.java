package org.tremplin.platform.paper;

import java.util.ArrayList;
import java.util.List;
import org.tremplin.platform.web.Language;

/** A paper to be: a title and paragraphs in the order of reading. {@link Press} makes a PDF of it. */
public final class Paper {

    /** More than this is no paper of ours: it would fill the memory. */
    private static final int MOST = 2_000;

    private final Language language;
    private final String title;
    private final List<Paragraph> paragraphs = new ArrayList<>();

    private Paper(Language language, String title) {
        this.language = language;
        this.title = title;
        add(Kind.TITLE, title);
    }

    /** @param title at the head of the first page, and of the window that shows it */
    public static Paper in(Language language, String title) {
        return new Paper(language, title);
    }

    public Paper heading(String text) {
        return add(Kind.HEADING, text);
    }

    public Paper text(String text) {
        return add(Kind.TEXT, text);
    }

    /** One of a list. */
    public Paper item(String text) {
        return add(Kind.ITEM, text);
    }

    /** A note, in smaller letters. */
    public Paper small(String text) {
        return add(Kind.SMALL, text);
    }

    private Paper add(Kind kind, String text) {
        if (!text.isBlank() && paragraphs.size() < MOST) {
            paragraphs.add(new Paragraph(kind, text.strip()));
        }
        return this;
    }

    Language language() {
        return language;
    }

    String title() {
        return title;
    }

    List<Paragraph> paragraphs() {
        return paragraphs;
    }

    record Paragraph(Kind kind, String text) {}

    /** How a paragraph looks; lengths in points. */
    enum Kind {
        TITLE("H1", 20, 0, 0),
        HEADING("H2", 14, 18, 0),
        TEXT("P", 11, 7, 0),
        ITEM("LI", 11, 4, 14),
        SMALL("P", 9, 7, 0);

        final String tag;
        final float size;
        final float above;
        final float indent;

        Kind(String tag, float size, float above, float indent) {
            this.tag = tag;
            this.size = size;
            this.above = above;
            this.indent = indent;
        }
    }
}

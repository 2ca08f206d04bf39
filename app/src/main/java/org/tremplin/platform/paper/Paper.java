package org.tremplin.platform.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tremplin.platform.web.Language;

/** A paper to be: a title and its parts in the order of reading. {@link Press} makes a PDF of it. */
public final class Paper {

    /** More than this is no paper of ours: it would fill the memory. */
    private static final int MOST = 2_000;

    private static final int MOST_FILES = 16;

    /** Of plain text, in points. */
    private static final float SIZE = 11;

    /** Of a paper of one page: the first that fits. */
    private static final List<Float> ONE_PAGE = List.of(10.5f, 9.5f, 8.5f, 7.5f, 6.5f);

    private final Language language;
    private final String title;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> items = new ArrayList<>();
    private List<Float> sizes = List.of(SIZE);
    private final List<Attachment> attachments = new ArrayList<>();
    private String foot = "";
    private int count;

    private Paper(Language language, String title) {
        this.language = language;
        this.title = title;
        add(title, said -> printing -> printing.heading(1, said));
    }

    /** @param title at the head of the first page, and of the window that shows it */
    public static Paper in(Language language, String title) {
        return new Paper(language, title);
    }

    /** Its letters shrink until it has room on one page. */
    public Paper onOnePage() {
        sizes = ONE_PAGE;
        return this;
    }

    /** @param text at the end of each page, before its number */
    public Paper foot(String text) {
        foot = text;
        return this;
    }

    public Paper heading(String text) {
        return add(text, said -> printing -> printing.heading(2, said));
    }

    /** Below a heading. */
    public Paper subheading(String text) {
        return add(text, said -> printing -> printing.heading(3, said));
    }

    public Paper text(String text) {
        return add(text, said -> printing -> printing.text(said));
    }

    /** One of a list. */
    public Paper item(String text) {
        if (!text.isBlank() && count < MOST) {
            count++;
            items.add(text.strip());
        }
        return this;
    }

    public Paper items(List<String> texts) {
        texts.forEach(this::item);
        return this;
    }

    /** A note, in smaller letters. */
    public Paper small(String text) {
        return add(text, said -> printing -> printing.small(said));
    }

    /**
     * @param rows the first cell of each is its heading
     * @param widths one a column, beside each other
     */
    public Paper table(List<String> head, List<List<String>> rows, float... widths) {
        listed();
        List<List<String>> held = rows.subList(0, Math.min(rows.size(), MOST - count));
        count += held.size();
        if (!held.isEmpty()) {
            parts.add(printing -> printing.table(head, held, widths));
        }
        return this;
    }

    /** A file inside, at most {@value #MOST_FILES}. */
    public Paper attach(Attachment attachment) {
        if (attachments.size() < MOST_FILES) {
            attachments.add(attachment);
        }
        return this;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    private Paper add(String text, Said part) {
        listed();
        if (!text.isBlank() && count < MOST) {
            count++;
            parts.add(part.of(text.strip()));
        }
        return this;
    }

    /** Items that stand together are one list. */
    private void listed() {
        if (!items.isEmpty()) {
            List<String> list = List.copyOf(items);
            items.clear();
            parts.add(printing -> printing.list(list));
        }
    }

    Language language() {
        return language;
    }

    String title() {
        return title;
    }

    String foot() {
        return foot;
    }

    List<Float> sizes() {
        return sizes;
    }

    List<Part> parts() {
        listed();
        return parts;
    }

    interface Part {
        void on(Printing printing) throws IOException;
    }

    private interface Said {
        Part of(String text);
    }
}

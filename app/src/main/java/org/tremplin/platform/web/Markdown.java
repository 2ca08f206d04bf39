package org.tremplin.platform.web;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Turns the text of an association into safe HTML: paragraphs, headings, lists, quotes, emphasis and links. HTML that
 * was typed shows as the characters it is made of; pictures become their text.
 */
public final class Markdown {

    private static final int LONGEST = 60_000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[’'\\-‑][\\p{L}\\p{N}]+)*");
    private static final Pattern LINK_TARGET = Pattern.compile("\\]\\([^)\\s]*\\)");

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    /** The wall: whatever the renderer lets through, only this reaches a page. */
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "blockquote", "br", "a")
            .allowAttributes("start")
            .matching(Pattern.compile("[0-9]{1,6}"))
            .onElements("ol")
            .allowAttributes("href")
            .matching((element, attribute, value) -> safe(value) ? value : null)
            .onElements("a")
            .allowStandardUrlProtocols()
            .allowUrlProtocols("http", "https", "mailto")
            .requireRelsOnLinks("nofollow", "noopener", "ugc")
            .toFactory();

    private Markdown() {}

    /** Headings start at {@code h2}, since a page has its own {@code h1}. */
    public static String html(String text) {
        return html(text, 2);
    }

    /** @param top level of the highest heading, 2 to 4 */
    public static String html(String text, int top) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        Node document = PARSER.parse(bounded);
        document.accept(new Headings(top));
        return ALLOWED.sanitize(RENDERER.render(document));
    }

    /** Words a reader reads; an address inside a link is none. */
    public static int words(String text) {
        return (int) WORD.matcher(LINK_TARGET.matcher(text).replaceAll("]"))
                .results()
                .count();
    }

    /** Only an address with its scheme: a relative one would pass for a page of ours. */
    private static boolean safe(String address) {
        return List.of("https://", "http://", "mailto:").stream()
                .anyMatch(scheme -> address.regionMatches(true, 0, scheme, 0, scheme.length()));
    }

    /** Moves headings so that the highest of the text stands at the wanted level, and none below 4. */
    private static final class Headings extends AbstractVisitor {
        private final int top;
        private int highest;

        Headings(int top) {
            this.top = top;
        }

        @Override
        public void visit(Document document) {
            highest = 6;
            for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
                if (node instanceof Heading heading) {
                    highest = Math.min(highest, heading.getLevel());
                }
            }
            visitChildren(document);
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(4, top + Math.max(0, heading.getLevel() - highest)));
        }
    }
}

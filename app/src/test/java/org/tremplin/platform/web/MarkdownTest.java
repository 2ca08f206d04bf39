package org.tremplin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    private static final Set<String> ALLOWED =
            Set.of("p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "blockquote", "br", "a");

    @Test
    void rendersWhatAnAssociationWrites() {
        assertThat(Markdown.html("## Titre\n\nDu **gras** et de l’*italique*.\n\n- un\n- deux\n\n> dit-elle"))
                .contains("<h2>Titre</h2>")
                .contains("<strong>gras</strong>")
                .contains("<li>un</li>")
                .contains("<blockquote>");
    }

    @Test
    void movesHeadingsUnderTheTitleOfThePage() {
        assertThat(Markdown.html("# A\n\n## B\n\n###### C")).contains("<h2>A</h2>", "<h3>B</h3>", "<h4>C</h4>");
        assertThat(Markdown.html("## A", 3)).contains("<h3>A</h3>");
    }

    @Test
    void marksLinksAsWrittenByOthers() {
        Element link = Jsoup.parseBodyFragment(Markdown.html("[la mairie](https://ville.example/a?b=1&c=2)"))
                .selectFirst("a");
        assertThat(link.attr("href")).isEqualTo("https://ville.example/a?b=1&c=2");
        assertThat(link.attr("rel").split(" ")).contains("nofollow", "noopener", "ugc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "![x](https://tracker.example/pixel.png)",
                "![x](javascript:alert(1))",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:msgbox(1))",
                "[x](//evil.example)",
                "[x](/espace/fermer)",
                "<javascript:alert(1)>",
                "<a href=\"https://x.example\" onclick=\"alert(1)\">x</a>",
                "<svg><script>alert(1)</script></svg>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<form action=/don><input name=a></form>",
                "<style>*{display:none}</style>",
                "<div hx-get=/x hx-trigger=load style=\"position:fixed\" class=banner id=contenu>x</div>",
                "[x](https://a.example \"onmouseover=alert(1)\")",
                "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "`<script>`",
                "    <script>alert(1)</script>",
                "</main></body>",
                "&lt;script&gt;alert(1)&lt;/script&gt;"
            })
    void letsNothingThroughThatActs(String hostile) {
        safe(Markdown.html("Bonjour\n\n" + hostile + "\n\nà tous"));
    }

    @Property
    void isSafeWhateverIsTyped(@ForAll String text) {
        safe(Markdown.html(text));
        safe(Markdown.html("[" + text + "](" + text + ")"));
        safe(Markdown.html("<" + text + ">"));
    }

    @Test
    void standsDeepNesting() {
        safe(Markdown.html(">".repeat(20_000) + " a"));
        safe(Markdown.html("[".repeat(20_000)));
        safe(Markdown.html("*a ".repeat(15_000)));
        safe(Markdown.html("- ".repeat(20_000) + "a"));
    }

    @Test
    void countsWordsAsAReaderDoes() {
        assertThat(Markdown.words("")).isZero();
        assertThat(Markdown.words("## Aujourd’hui, **trois** [liens](https://a.example/b/c) rendez-vous"))
                .isEqualTo(4);
    }

    private static void safe(String html) {
        for (Element element : Jsoup.parseBodyFragment(html).body().select("*")) {
            if (element.normalName().equals("body")) {
                continue;
            }
            assertThat(ALLOWED).as(html).contains(element.normalName());
            for (Attribute attribute : element.attributes()) {
                assertThat(Set.of("href", "rel", "start")).as(html).contains(attribute.getKey());
            }
            if (element.hasAttr("href")) {
                assertThat(element.attr("href")).matches("(?is)(https?://|mailto:).*");
            }
        }
    }
}

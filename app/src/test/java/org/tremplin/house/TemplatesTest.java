package org.tremplin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateparser.markup.HTMLTemplateParser;
import org.thymeleaf.templateresource.StringTemplateResource;

class TemplatesTest {

    private static final Path TEMPLATES = Sources.RESOURCES.resolve("templates");
    private static final Pattern FRAGMENT = Pattern.compile("~\\{([\\w/-]+)\\s*(?:::[^}]*)?}");
    private static final Pattern ICON = Pattern.compile("frame\\.icon\\('([\\w-]+)'\\)");
    private static final Pattern EXPRESSION = Pattern.compile("(?<!_)[$*]\\{([^{}]*(?:\\{[^{}]*}[^{}]*)*)}");
    private static final Pattern INLINE = Pattern.compile(
            "\\s(style|on[a-z]+)=\"|<style\\b|<script(?![^>]*(\\bsrc=|application/ld\\+json))[^>]*>|th:style=");

    static Stream<Path> templates() {
        return Sources.find(TEMPLATES, ".html").stream();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void parses(Path template) {
        new HTMLTemplateParser(2, 4096)
                .parseStandalone(
                        new SpringTemplateEngine().getConfiguration(),
                        null,
                        template.toString(),
                        null,
                        new StringTemplateResource(Sources.read(template)),
                        TemplateMode.HTML,
                        false,
                        new AbstractTemplateHandler() {});
    }

    @ParameterizedTest
    @MethodSource("templates")
    void askTheTableOfRoutesWhoMayActAndNeverTheRole(Path template) {
        assertThat(Sources.read(template)).doesNotContainPattern("espace\\.role *[!=]=");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void writesExpressionsThatCanBeRead(Path template) {
        var parser = new org.springframework.expression.spel.standard.SpelExpressionParser();
        EXPRESSION
                .matcher(Sources.read(template)
                        .replace("&amp;", "&")
                        .replace("&gt;", ">")
                        .replace("&lt;", "<"))
                .results()
                .map(hit -> hit.group(1))
                .filter(expression -> !expression.contains("__") && !expression.isBlank())
                .forEach(parser::parseExpression);
    }

    @Test
    void namesOnlyTemplatesAndIconsThatExist() {
        String sprite = Files.exists(Sources.RESOURCES.resolve("assets/images/icons.svg"))
                ? Sources.read(Sources.RESOURCES.resolve("assets/images/icons.svg"))
                : "";
        List<String> missing = new ArrayList<>();
        templates().forEach(template -> {
            String text = Sources.read(template);
            Sources.all(FRAGMENT, text).stream()
                    .filter(name -> name.contains("/") && !Files.exists(TEMPLATES.resolve(name + ".html")))
                    .forEach(name -> missing.add(template + ": " + name));
            Sources.all(ICON, text).stream()
                    .filter(icon -> !sprite.contains("id=\"" + icon + "\""))
                    .forEach(icon -> missing.add(template + ": icon " + icon));
        });
        assertThat(missing).isEmpty();
    }

    /** The content policy refuses them. A mail and a file that is kept without a network carry their own style. */
    @ParameterizedTest
    @MethodSource("templates")
    void holdsNothingInline(Path template) {
        if (!template.toString().contains("/mail/") && !template.endsWith("patron/compare-file.html")) {
            assertThat(Sources.read(template)).doesNotContainPattern(INLINE);
        }
    }
}

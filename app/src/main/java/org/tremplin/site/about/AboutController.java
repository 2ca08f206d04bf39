package org.tremplin.site.about;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.web.About;
import org.tremplin.platform.web.CachedPages;
import org.tremplin.platform.web.Frames;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Pages;

/** Legal notice, privacy, accessibility: sections of plain text from the bundle. */
@RestController
class AboutController {

    private final CachedPages cached;
    private final Pages pages;
    private final Frames frames;
    private final MessageSource messages;
    private final SiteSettings settings;

    AboutController(CachedPages cached, Pages pages, Frames frames, MessageSource messages, SiteSettings settings) {
        this.cached = cached;
        this.pages = pages;
        this.frames = frames;
        this.messages = messages;
        this.settings = settings;
    }

    @GetMapping("/mentions")
    ResponseEntity<byte[]> notice(ServerWebExchange exchange) {
        return answer(exchange, "mentions", List.of("publisher", "host", "gifts", "software", "content"));
    }

    @GetMapping("/accessibilite")
    ResponseEntity<byte[]> accessibility(ServerWebExchange exchange) {
        return answer(exchange, "accessibilite", List.of("state", "checks", "limits", "defect", "remedy"));
    }

    private ResponseEntity<byte[]> answer(ServerWebExchange exchange, String name, List<String> sections) {
        Language language = Language.of(exchange);
        return cached.answer(exchange, name, settings, () -> {
            Locale locale = language.locale();
            AboutPage page = new AboutPage(
                    text("about." + name + ".h1", locale),
                    text("about." + name + ".lead", locale),
                    sections.stream()
                            .map(section -> section("about." + name + "." + section, locale))
                            .toList(),
                    About.of(text("about." + name + ".h1", locale), text("about." + name + ".lead", locale)));
            return pages.render("site/about", frames.shared(language, "/" + name), Map.of("page", page));
        });
    }

    /** A line that starts with a hyphen is an item of a list. */
    private AboutPage.Section section(String key, Locale locale) {
        Object[] facts = {
            given(settings.publisher(), locale), given(settings.contact(), locale), given(settings.host(), locale)
        };
        List<String> lines =
                messages.getMessage(key + ".text", facts, locale).lines().toList();
        return new AboutPage.Section(
                text(key, locale),
                lines.stream().filter(line -> !line.startsWith("- ")).toList(),
                lines.stream()
                        .filter(line -> line.startsWith("- "))
                        .map(line -> line.substring(2))
                        .toList());
    }

    private String given(@Nullable String fact, Locale locale) {
        return fact == null || fact.isBlank() ? text("about.missing", locale) : fact;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    record AboutPage(String title, String lead, List<Section> sections, About about) {
        record Section(String title, List<String> paragraphs, List<String> items) {}
    }
}

package org.tremplin.site.about;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Associations;
import org.tremplin.platform.web.About;
import org.tremplin.platform.web.CachedPages;
import org.tremplin.platform.web.Csv;
import org.tremplin.platform.web.Frames;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Pages;
import reactor.core.publisher.Mono;

/** What is kept of people: for everybody, and for an association as the register the law asks of it. */
@Controller
class PrivacyController {

    /** More names would hide the rest of the page. */
    private static final int MOST = 30;

    private final CachedPages cached;
    private final Pages pages;
    private final Frames frames;
    private final Register register;
    private final Associations associations;
    private final DatabaseClient database;
    private final MessageSource messages;

    PrivacyController(
            CachedPages cached,
            Pages pages,
            Frames frames,
            Register register,
            Associations associations,
            DatabaseClient database,
            MessageSource messages) {
        this.cached = cached;
        this.pages = pages;
        this.frames = frames;
        this.register = register;
        this.associations = associations;
        this.database = database;
        this.messages = messages;
    }

    @GetMapping("/donnees")
    @ResponseBody
    Mono<ResponseEntity<byte[]>> everybody(ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return controllers()
                .map(names -> page(names, language.locale()))
                .map(page -> cached.answer(
                        exchange,
                        "donnees",
                        page,
                        () -> pages.render("site/privacy", frames.shared(language, "/donnees"), Map.of("page", page))));
    }

    /** The register of processing of one association (GDPR, article 30). */
    @GetMapping("/espace/{association}/donnees")
    Mono<Rendering> association(@PathVariable("association") String slug, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return associations
                .at(slug)
                .map(association -> Rendering.view("site/privacy-register")
                        .modelAttribute("slug", slug)
                        .modelAttribute("name", association.name())
                        .modelAttribute("page", page(List.of(), locale))
                        .build());
    }

    @GetMapping("/espace/{association}/donnees.csv")
    @ResponseBody
    Mono<ResponseEntity<String>> table(@PathVariable("association") String slug, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return associations
                .at(slug)
                .map(association -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"registre-donnees-" + slug + ".csv\"")
                        .body(csv(association.name(), locale)));
    }

    private PrivacyPage page(List<PrivacyPage.Controller> names, Locale locale) {
        return new PrivacyPage(
                register.publisher(locale),
                register.contact(locale),
                names.stream().limit(MOST).toList(),
                names.size() > MOST,
                register.rows(locale),
                register.processors(locale),
                register.simulated(),
                About.of(text("about.donnees.h1", locale), text("about.donnees.lead", locale)));
    }

    private Mono<List<PrivacyPage.Controller>> controllers() {
        return database.sql("select name, slug from association.public_association order by name, slug limit :most")
                .bind("most", MOST + 1)
                .map(row -> new PrivacyPage.Controller(row.get("name", String.class), row.get("slug", String.class)))
                .all()
                .collectList();
    }

    private String csv(String name, Locale locale) {
        Stream<List<String>> head = Stream.of(
                List.of(text("privacy.controller", locale), name),
                Stream.of("data", "what", "why", "basis", "kept", "erased")
                        .map(column -> text("privacy.column." + column, locale))
                        .toList());
        Stream<List<String>> rows = register.rows(locale).stream()
                .map(row -> List.of(row.title(), row.what(), row.why(), row.basis(), row.kept(), row.erased()));
        Stream<List<String>> processors = register.processors(locale).stream()
                .map(one -> List.of(text("privacy.processor", locale), one.name(), one.what()));
        return Csv.MARK
                + Stream.of(head, rows, processors)
                        .flatMap(part -> part)
                        .map(Csv::line)
                        .collect(Collectors.joining());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

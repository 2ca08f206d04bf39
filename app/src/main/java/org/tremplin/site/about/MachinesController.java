package org.tremplin.site.about;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** What search engines and researchers of weaknesses look for. */
@RestController
class MachinesController {

    /** The format allows 50,000 addresses; each page stands there in two languages. */
    private static final int MOST = 20_000;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int SECURITY_DAYS = 180;

    private final DatabaseClient database;
    private final TremplinSettings settings;
    private final SiteSettings site;
    private final Clock clock;

    MachinesController(DatabaseClient database, TremplinSettings settings, SiteSettings site, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.site = site;
        this.clock = clock;
    }

    /** A demonstration is fictional: it stays out of search engines. */
    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        String rules = settings.demo()
                ? "User-agent: *\nDisallow: /\n"
                : "User-agent: *\nDisallow: /don/\nDisallow: /espace\nSitemap: " + settings.absolute("/sitemap.xml")
                        + "\n";
        return text(rules);
    }

    @GetMapping("/.well-known/security.txt")
    ResponseEntity<String> security() {
        String contact = site.contact().contains("@") && !site.contact().contains(" ")
                ? "mailto:" + site.contact()
                : settings.absolute("/mentions");
        return text("Contact: " + contact + "\nExpires: "
                + clock.instant().truncatedTo(ChronoUnit.DAYS).plus(SECURITY_DAYS, ChronoUnit.DAYS)
                + "\nPreferred-Languages: fr, en\nCanonical: "
                + settings.absolute("/.well-known/security.txt") + "\n");
    }

    @GetMapping("/sitemap.xml")
    Mono<ResponseEntity<String>> sitemap() {
        return database.sql("""
                select path from (
                  select '/' as path, 0 as rank
                  union all select '/ressources', 0
                  union all select '/methode', 0
                  union all select '/mecenes', 0
                  union all select '/c/' || slug, 1 from campaign.public_campaign
                  union all select '/a/' || slug, 2 from association.public_association
                ) page order by rank, path limit :most
                """)
                .bind("most", MOST)
                .map(row -> String.valueOf(row.get("path", String.class)))
                .all()
                .reduceWith(StringBuilder::new, this::address)
                .map(addresses -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/xml;charset=UTF-8"))
                        .cacheControl(CacheControl.maxAge(HOUR).cachePublic())
                        .body("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset"
                                + " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" + addresses
                                + "</urlset>\n"));
    }

    /** Slugs and paths are plain ASCII: nothing to escape. */
    private StringBuilder address(StringBuilder addresses, String path) {
        for (Language language : Language.values()) {
            addresses
                    .append("<url><loc>")
                    .append(settings.absolute(language.to(path)))
                    .append("</loc></url>\n");
        }
        return addresses;
    }

    private static ResponseEntity<String> text(String body) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(HOUR).cachePublic())
                .body(body);
    }
}

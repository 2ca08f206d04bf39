package org.tremplin.journey;

import static java.util.Map.entry;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.tremplin.platform.security.Route;
import org.tremplin.platform.security.RouteTable;

/** Which lines of the table of routes were shown in a browser. */
final class VisitedPages {

    /** What nobody sees as a page, and why. */
    private static final Map<String, String> NO_PAGE = Map.ofEntries(
            entry("/assets/{name}", "a file"),
            entry("/fichiers/{id}", "a file"),
            entry("/modeles/{template}/couverture.svg", "a picture"),
            entry("/justificatifs/{fingerprint}.png", "a picture"),
            entry("/nouvelles/{fingerprint}.txt", "a plain text"),
            entry("/bilans/{fingerprint}.txt", "a plain text"),
            entry("/bilans/{fingerprint}.json", "figures"),
            entry("/espace/{association}/depenses/{expense}/justificatifs/{proof}/pages/{page}", "a picture"),
            entry("/espace/{association}/depenses/{expense}/justificatifs/{proof}/copie.png", "a picture"),
            entry("/espace/{association}/depenses/{expense}/justificatifs/{proof}/original", "a file to download"),
            entry("/c/{slug}/qr.svg", "a picture"),
            entry("/c/{slug}/direct", "a stream"),
            entry("/c/{slug}/nouvelles.atom", "a feed"),
            entry("/c/{slug}/journal.jsonl", "a file to download"),
            entry("/c/{slug}/journal.csv", "a table to download"),
            entry("/don/{token}/preuve.json", "a file to download"),
            entry("/c/{slug}/preuves.json", "a file for other programs"),
            entry("/mecenes.csv", "a table to download"),
            entry("/mecenes/dossiers/{token}/dossier.pdf", "a file to download"),
            entry("/mecenes/comparer.csv", "a table to download"),
            entry("/mecenes/comparer.xlsx", "a table to download"),
            entry("/mecenes/comparer.html", "a file to download"),
            entry("/mecenes/promesses/{token}/convention.pdf", "a paper to download"),
            entry("/espace/{association}/c/{id}/promesses/{promise}/convention.pdf", "a paper to download"),
            entry("/preuves-v1.schema.json", "a file for other programs"),
            entry("/demo/visite/journal-retouche.jsonl", "a file to download"),
            entry("/demo/visite/journal-resigne.jsonl", "a file to download"),
            entry("/verifier-journal.html", "a file to download, opened in CheckerPageTest"),
            entry("/espace/{association}/dons/recus-demandes.csv", "a table to download"),
            entry("/espace/{association}/partenaires/partenaires.csv", "a table to download"),
            entry("/espace/{association}/strategie/strategie.pdf", "a paper to download"),
            entry("/espace/{association}/diagnostic/export.pdf", "a paper to download"),
            entry("/espace/{association}/diagnostic/export.json", "a file for other programs"),
            entry("/espace/{association}/donnees.csv", "a table to download"),
            entry("/espace/{association}/c/{id}/vote/{vote}/compte-rendu.pdf", "a file to download"),
            entry("/espace/{association}/comptabilite/ecritures.csv", "a table to download"),
            entry("/espace/{association}/comptabilite/ecritures.txt", "a file to download"),
            entry("/donnees/dossier.json", "a file to download"),
            entry("/admin/experiences/fichier", "a file for other instances"),
            entry("/robots.txt", "for machines"),
            entry("/sitemap.xml", "for machines"),
            entry("/.well-known/security.txt", "a text"),
            entry("/don/{token}/attente/suite", "leads to the payment page"),
            entry("/suivi/{token}/arret", "leads to the choices of the follower"),
            entry("/don/{token}/retour", "leads to the page of the gift"),
            entry("/espace/{association}/c/{id}", "leads to its publication"));

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    void see(String address, RouteTable table) {
        String path = URI.create(address).getRawPath().replaceFirst("^/en(?=/|$)", "");
        PathContainer parsed = PathContainer.parsePath(path.isEmpty() ? "/" : path);
        pages(table).stream()
                .filter(route -> route.pattern().matches(parsed))
                .findFirst()
                .ifPresent(route -> seen.add(route.pattern().getPatternString()));
    }

    /** Pages of the table that nobody saw. */
    List<String> left(RouteTable table) {
        return pages(table).stream()
                .map(route -> route.pattern().getPatternString())
                .filter(page -> !seen.contains(page) && !NO_PAGE.containsKey(page))
                .toList();
    }

    private static List<Route> pages(RouteTable table) {
        return table.routes().stream()
                .filter(route -> route.method().equals(HttpMethod.GET))
                .toList();
    }
}

package org.tremplin.association.member;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.tremplin.association.Membership;
import org.tremplin.platform.security.RouteTable;

/**
 * Where a member is in the workspace of an association and where they may go; templates know it as {@code espace}. A
 * section shows when the table of routes has its address and lets this role read it.
 */
record EspaceNav(String slug, String name, String city, String role, List<Section> sections, RouteTable table) {

    /** In the order of the menu; of several addresses the first one the role may read. */
    private static final List<Kind> SECTIONS = List.of(
            new Kind("espace.nav.todo", "list", List.of("")),
            new Kind("espace.nav.campaigns", "flag", List.of("/campagnes", "/c")),
            new Kind("espace.nav.gifts", "coin", List.of("/dons", "/comptabilite")),
            new Kind("espace.nav.expenses", "receipt", List.of("/depenses")),
            new Kind("espace.nav.diagnosis", "compass", List.of("/diagnostic", "/partenaires", "/plan", "/strategie")),
            new Kind("espace.nav.team", "people", List.of("/equipe", "/invitations")),
            new Kind(
                    "espace.nav.profile",
                    "home",
                    List.of("/profil", "/recus", "/moyens-de-paiement", "/adresse", "/registre")));

    /** @param below what follows {@code /espace/{association}} in the address of this request */
    static EspaceNav of(Membership membership, String below, RouteTable table) {
        String home = home(membership.slug());
        String role = membership.role().name();
        List<Section> sections = SECTIONS.stream()
                .map(kind -> kind.section(home, below, role, table))
                .filter(Objects::nonNull)
                .toList();
        return new EspaceNav(membership.slug(), membership.name(), membership.city(), role, sections, table);
    }

    public String home() {
        return home(slug);
    }

    /** Whether this role may read the address that ends so. */
    public boolean may(String below) {
        return may("GET", below);
    }

    /** Whether this role may use the address that ends so; any word may stand for an id. */
    public boolean may(String method, String below) {
        return table.lets(HttpMethod.valueOf(method), home() + below, role);
    }

    private static String home(String slug) {
        return "/espace/" + slug;
    }

    /** One entry of the menu. */
    record Section(String label, String icon, String address, boolean current) {}

    private record Kind(String label, String icon, List<String> below) {

        @Nullable
        Section section(String home, String here, String role, RouteTable table) {
            return below.stream()
                    .map(end -> home + end)
                    .filter(address -> table.lets(HttpMethod.GET, address, role))
                    .findFirst()
                    .map(address -> new Section(label, icon, address, isAt(here)))
                    .orElse(null);
        }

        private boolean isAt(String here) {
            return below.stream().anyMatch(end -> here.equals(end) || !end.isEmpty() && here.startsWith(end + "/"));
        }
    }
}

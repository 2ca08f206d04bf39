package org.tremplin;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tremplin.platform.security.Access;
import org.tremplin.platform.security.Route;
import org.tremplin.platform.security.RouteTable;

/**
 * The table of routes and roles: every address of the application and who may use it. What is missing here is not found
 * by anybody, and fails the build; English addresses ({@code /en/…}) follow their French one.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final Access EVERYONE = new Access.Everyone();
    private static final Access SIGNED_IN = new Access.SignedIn();
    private static final Access OPERATOR = new Access.Operator();
    private static final Access PRESIDENT = member("PRESIDENT");
    private static final Access MONEY = member("PRESIDENT", "TREASURER");
    private static final Access BOOKS = member("PRESIDENT", "TREASURER", "ACCOUNTANT");
    /** Not an accountant from outside, who reads books until a date and nothing of what weighs on people. */
    private static final Access TEAM = member("PRESIDENT", "TREASURER", "EDITOR", "READER");

    private static final Access EVERY_MEMBER = member("PRESIDENT", "TREASURER", "ACCOUNTANT", "EDITOR", "READER");

    @Bean
    RouteTable routeTable() {
        // the first line that fits decides: a fixed word stands before a variable
        return new RouteTable(Stream.of(
                        platform(),
                        people(),
                        giving(),
                        spending(),
                        association(),
                        partners(),
                        diagnosis(),
                        plan(),
                        experience(),
                        campaign(),
                        proof(),
                        site(),
                        patrons(),
                        promises(),
                        operation())
                .flatMap(List::stream)
                .toList());
    }

    private static List<Route> promises() {
        String one = "/espace/{association}/c/{id}/promesses/{promise}";
        return List.of(
                Route.of(GET, "/c/{slug}/mecene/promesse", EVERYONE),
                Route.of(POST, "/c/{slug}/mecene/promesse", EVERYONE),
                Route.of(GET, "/mecenes/promesses/{token}", EVERYONE),
                Route.of(GET, "/mecenes/promesses/{token}/convention.pdf", EVERYONE),
                Route.of(POST, "/mecenes/promesses/{token}/accord", EVERYONE),
                Route.of(POST, "/mecenes/promesses/{token}/retrait", EVERYONE),
                Route.of(POST, "/mecenes/promesses/{token}/public", EVERYONE),
                Route.of(POST, "/mecenes/promesses/{token}/versements/{number}", EVERYONE),
                // names and addresses of who signs: not every member
                Route.of(GET, "/espace/{association}/c/{id}/promesses", BOOKS),
                Route.of(GET, one, BOOKS),
                Route.of(GET, one + "/convention.pdf", BOOKS),
                Route.of(POST, one + "/accord", PRESIDENT).confirmedFrom(one),
                Route.of(POST, one + "/refus", PRESIDENT).confirmedFrom(one),
                Route.of(POST, one + "/fin", PRESIDENT).confirmedFrom(one),
                Route.of(POST, one + "/versements/{number}", MONEY).confirmedFrom(one));
    }

    private static List<Route> platform() {
        return List.of(Route.of(GET, "/assets/{name}", EVERYONE), Route.of(GET, "/fichiers/{id}", EVERYONE));
    }

    private static List<Route> people() {
        return List.of(
                Route.of(GET, "/connexion", EVERYONE),
                Route.of(POST, "/connexion", EVERYONE),
                Route.of(GET, "/connexion/code", EVERYONE),
                Route.of(POST, "/connexion/code", EVERYONE),
                Route.of(GET, "/connexion/lien", EVERYONE),
                Route.of(POST, "/connexion/lien", EVERYONE),
                Route.of(GET, "/connexion/confirmation", SIGNED_IN),
                Route.of(POST, "/connexion/confirmation", SIGNED_IN),
                Route.of(GET, "/connexion/confirmation/code", SIGNED_IN),
                Route.of(POST, "/connexion/confirmation/code", SIGNED_IN),
                Route.of(POST, "/deconnexion", EVERYONE),
                Route.of(GET, "/compte", SIGNED_IN),
                Route.of(POST, "/compte", SIGNED_IN),
                Route.of(POST, "/compte/sessions/fermetures", SIGNED_IN),
                Route.of(POST, "/compte/sessions/retraits", SIGNED_IN),
                Route.of(POST, "/compte/donnees", SIGNED_IN),
                Route.of(GET, "/donnees/demande", EVERYONE),
                Route.of(POST, "/donnees/demande", EVERYONE),
                Route.of(GET, "/donnees/dossier", EVERYONE),
                Route.of(GET, "/donnees/dossier.json", EVERYONE),
                Route.of(GET, "/donnees/effacement", EVERYONE),
                Route.of(POST, "/donnees/effacement", EVERYONE),
                // demo only
                Route.of(GET, "/demo", EVERYONE),
                Route.of(POST, "/demo/roles", EVERYONE),
                Route.of(GET, "/demo/visite", EVERYONE),
                Route.of(GET, "/demo/visite/exercice", EVERYONE),
                Route.of(GET, "/demo/visite/journal-retouche.jsonl", EVERYONE),
                Route.of(GET, "/demo/visite/journal-resigne.jsonl", EVERYONE),
                Route.of(GET, "/demo/visite/{stop}", EVERYONE),
                Route.of(GET, "/demo/courrier", EVERYONE),
                Route.of(GET, "/demo/courrier/{id}", EVERYONE));
    }

    private static List<Route> giving() {
        return List.of(
                Route.of(GET, "/c/{slug}/don", EVERYONE),
                Route.of(POST, "/c/{slug}/don", EVERYONE),
                Route.of(GET, "/don/{token}/retour", EVERYONE),
                Route.of(GET, "/don/{token}/paiement", EVERYONE),
                Route.of(POST, "/don/{token}/paiement", EVERYONE),
                Route.of(GET, "/don/{token}/attente", EVERYONE),
                Route.of(GET, "/don/{token}/attente/suite", EVERYONE),
                Route.of(POST, "/don/{token}/attente/lien", EVERYONE),
                Route.of(GET, "/demo/paiement/{session}", EVERYONE),
                Route.of(POST, "/demo/paiement/{session}", EVERYONE),
                Route.of(POST, "/webhooks/stripe", EVERYONE),
                Route.of(GET, "/don/{token}/remboursement", EVERYONE),
                Route.of(POST, "/don/{token}/remboursement", EVERYONE),
                Route.of(GET, "/don/{token}/nom", EVERYONE),
                Route.of(POST, "/don/{token}/nom", EVERYONE),
                Route.of(GET, "/don/{token}/accord", EVERYONE),
                Route.of(POST, "/don/{token}/accord", EVERYONE),
                Route.of(GET, "/don/{token}/donnees", EVERYONE),
                Route.of(POST, "/don/{token}/donnees", EVERYONE),
                // what an association reads of its gifts: personal data, so not every member
                Route.of(GET, "/espace/{association}/dons", BOOKS),
                Route.of(GET, "/espace/{association}/dons/recus-demandes.csv", BOOKS)
                        .confirmedFrom("/espace/{association}/dons?recus=true"),
                Route.of(GET, "/espace/{association}/dons/hors-ligne", MONEY),
                Route.of(POST, "/espace/{association}/dons/hors-ligne", MONEY),
                Route.of(GET, "/espace/{association}/dons/hors-ligne/suivi", BOOKS),
                Route.of(POST, "/espace/{association}/dons/hors-ligne/remises", MONEY),
                Route.of(POST, "/espace/{association}/dons/hors-ligne/encaissements", MONEY),
                Route.of(POST, "/espace/{association}/dons/hors-ligne/{payment}/reception", MONEY),
                Route.of(POST, "/espace/{association}/dons/hors-ligne/{payment}/rejet", MONEY),
                Route.of(POST, "/espace/{association}/dons/hors-ligne/{payment}/annulation", MONEY),
                Route.of(GET, "/espace/{association}/dons/{donation}", BOOKS).confirmed(),
                Route.of(POST, "/espace/{association}/dons/{donation}/retours", MONEY)
                        .confirmedFrom("/espace/{association}/dons/{donation}"),
                Route.of(POST, "/espace/{association}/dons/{donation}/remboursements", MONEY)
                        .confirmedFrom("/espace/{association}/dons/{donation}"),
                Route.of(POST, "/espace/{association}/dons/{donation}/refus", MONEY),
                Route.of(GET, "/espace/{association}/dons/{donation}/effacement", MONEY)
                        .confirmed(),
                Route.of(POST, "/espace/{association}/dons/{donation}/effacement", MONEY)
                        .confirmedFrom("/espace/{association}/dons/{donation}/effacement"),
                // holds no name, but all that moved
                Route.of(GET, "/espace/{association}/comptabilite", BOOKS),
                Route.of(GET, "/espace/{association}/comptabilite/ecritures.txt", BOOKS)
                        .confirmedFrom("/espace/{association}/comptabilite"),
                Route.of(GET, "/espace/{association}/comptabilite/ecritures.csv", BOOKS)
                        .confirmedFrom("/espace/{association}/comptabilite"),
                Route.of(GET, "/espace/{association}/comptabilite/clotures", MONEY),
                Route.of(POST, "/espace/{association}/comptabilite/clotures", MONEY),
                Route.of(GET, "/espace/{association}/comptabilite/comptes", MONEY),
                Route.of(POST, "/espace/{association}/comptabilite/comptes", MONEY),
                Route.of(GET, "/espace/{association}/c/{id}/limites", MONEY),
                Route.of(POST, "/espace/{association}/c/{id}/limites", MONEY));
    }

    /** Whoever writes campaigns may enter an expense; deciding is for those who keep the money, never on their own. */
    private static List<Route> spending() {
        Access writers = member("PRESIDENT", "TREASURER", "EDITOR");
        Access readers = member("PRESIDENT", "TREASURER", "ACCOUNTANT", "EDITOR");
        String all = "/espace/{association}/depenses";
        String one = all + "/{expense}";
        return List.of(
                Route.of(GET, all, readers),
                Route.of(GET, all + "/nouvelle", writers),
                Route.of(POST, all + "/nouvelle", writers),
                Route.of(GET, all + "/ressources", readers),
                Route.of(POST, all + "/ressources", MONEY),
                Route.of(GET, one, readers),
                Route.of(GET, one + "/saisie", writers),
                Route.of(POST, one + "/saisie", writers),
                Route.of(POST, one + "/envoi", writers),
                Route.of(POST, one + "/reprise", writers),
                Route.of(POST, one + "/suppression", writers),
                Route.of(POST, one + "/abandon", MONEY),
                Route.of(POST, one + "/approbation", MONEY),
                Route.of(POST, one + "/refus", MONEY),
                Route.of(POST, one + "/question", MONEY),
                Route.of(POST, one + "/paiement", MONEY),
                Route.of(GET, one + "/correction", MONEY),
                Route.of(POST, one + "/correction", MONEY),
                Route.of(POST, one + "/retrait", MONEY),
                Route.of(POST, one + "/annulation", MONEY));
    }

    private static List<Route> diagnosis() {
        String all = "/espace/{association}/diagnostic";
        // everybody of the team answers for themselves; those who write campaigns begin and conclude
        Access writers = member("PRESIDENT", "TREASURER", "EDITOR");
        return List.of(
                Route.of(GET, all, TEAM),
                Route.of(POST, all, writers),
                Route.of(GET, all + "/questions", TEAM),
                Route.of(POST, all + "/questions", TEAM),
                Route.of(POST, all + "/feuilles", writers),
                Route.of(GET, all + "/papier", TEAM),
                Route.of(GET, all + "/resultat", TEAM),
                Route.of(POST, all + "/resultat", writers),
                Route.of(POST, all + "/conseils", writers),
                Route.of(POST, all + "/cible", writers),
                Route.of(POST, all + "/commentaires/{comment}", writers),
                Route.of(GET, all + "/partage", writers),
                Route.of(GET, all + "/partage/nouveau", PRESIDENT).confirmed(),
                Route.of(POST, all + "/partage/nouveau", PRESIDENT).confirmedFrom(all + "/partage/nouveau"),
                Route.of(POST, all + "/partage/chiffres", PRESIDENT),
                Route.of(GET, all + "/partage/public", writers),
                Route.of(POST, all + "/partage/public", PRESIDENT).confirmedFrom(all + "/partage/public"),
                Route.of(GET, all + "/partage/{grant}", writers),
                Route.of(POST, all + "/partage/{grant}", PRESIDENT).confirmedFrom(all + "/partage/{grant}"),
                Route.of(POST, all + "/partage/{grant}/fin", PRESIDENT),
                Route.of(POST, all + "/partage/{grant}/lien", PRESIDENT).confirmedFrom(all + "/partage/{grant}"),
                // whom it is open to is asked of the grants, at each request
                Route.of(GET, "/conseil", SIGNED_IN),
                Route.of(GET, "/conseil/{association}", SIGNED_IN),
                Route.of(POST, "/conseil/{association}/commentaires", SIGNED_IN),
                Route.of(GET, "/invitation/conseil", EVERYONE),
                Route.of(POST, "/invitation/conseil", EVERYONE),
                Route.of(GET, "/partage/{token}", EVERYONE));
    }

    /** The whole team reads what is planned; those who write campaigns write it. */
    private static List<Route> plan() {
        Access writers = member("PRESIDENT", "TREASURER", "EDITOR");
        String plan = "/espace/{association}/plan";
        String strategy = "/espace/{association}/strategie";
        return List.of(
                Route.of(GET, plan, TEAM),
                Route.of(GET, plan + "/nouvelle", writers),
                Route.of(POST, plan + "/nouvelle", writers),
                Route.of(GET, plan + "/{action}", writers),
                Route.of(POST, plan + "/{action}", writers),
                Route.of(POST, plan + "/{action}/etat", writers),
                Route.of(GET, strategy, TEAM),
                Route.of(GET, strategy + "/strategie.pdf", TEAM),
                Route.of(GET, strategy + "/texte", writers),
                Route.of(POST, strategy + "/texte", writers),
                Route.of(POST, strategy + "/origine", writers),
                Route.of(POST, strategy + "/reprise", writers),
                Route.of(GET, "/espace/{association}/diagnostic/export.json", writers),
                Route.of(GET, "/espace/{association}/diagnostic/export.pdf", writers));
    }

    /** What was learnt of a campaign: written in the workspace, read again by the operator, then everybody's. */
    private static List<Route> experience() {
        Access writers = member("PRESIDENT", "TREASURER", "EDITOR");
        String all = "/espace/{association}/experience";
        String one = "/espace/{association}/c/{id}/experience";
        return List.of(
                Route.of(GET, all, EVERY_MEMBER),
                Route.of(GET, all + "/commentaire", writers),
                Route.of(POST, all + "/commentaire", writers),
                Route.of(POST, all + "/commentaire/retrait", writers),
                Route.of(GET, one, writers),
                Route.of(POST, one, writers),
                Route.of(POST, one + "/retrait", writers),
                Route.of(POST, one + "/pas-maintenant", writers),
                Route.of(POST, one + "/effacement", writers),
                Route.of(GET, "/ressources/experiences/{experience}", EVERYONE),
                Route.of(GET, "/ressources/experiences/{experience}/commenter", SIGNED_IN),
                Route.of(GET, "/admin/experiences", OPERATOR),
                Route.of(GET, "/admin/experiences/fichier", OPERATOR),
                Route.of(POST, "/admin/experiences/fichier", OPERATOR),
                Route.of(POST, "/admin/experiences/{experience}", OPERATOR),
                Route.of(POST, "/admin/experiences/commentaires/{comment}", OPERATOR));
    }

    private static List<Route> association() {
        return List.of(
                Route.of(GET, "/espace", SIGNED_IN),
                Route.of(GET, "/espace/nouvelle-association", SIGNED_IN),
                Route.of(POST, "/espace/nouvelle-association", SIGNED_IN),
                Route.of(GET, "/espace/{association}/profil", PRESIDENT),
                Route.of(POST, "/espace/{association}/profil", PRESIDENT),
                Route.of(POST, "/espace/{association}/adresse", PRESIDENT),
                Route.of(GET, "/espace/{association}/recus", MONEY),
                Route.of(POST, "/espace/{association}/recus", MONEY),
                Route.of(GET, "/espace/{association}/moyens-de-paiement", MONEY).confirmed(),
                Route.of(POST, "/espace/{association}/moyens-de-paiement", PRESIDENT)
                        .confirmedFrom("/espace/{association}/moyens-de-paiement"),
                Route.of(GET, "/espace/{association}/equipe", EVERY_MEMBER),
                Route.of(GET, "/espace/{association}/equipe/{member}", PRESIDENT)
                        .confirmed(),
                Route.of(POST, "/espace/{association}/equipe/{member}", PRESIDENT)
                        .confirmedFrom("/espace/{association}/equipe/{member}"),
                Route.of(POST, "/espace/{association}/equipe/{member}/fin", PRESIDENT),
                Route.of(POST, "/espace/{association}/invitations", PRESIDENT)
                        .confirmedFrom("/espace/{association}/equipe"),
                Route.of(GET, "/espace/{association}/registre", PRESIDENT),
                Route.of(GET, "/espace/{association}/donnees", MONEY),
                Route.of(GET, "/espace/{association}/donnees.csv", MONEY),
                Route.of(POST, "/espace/{association}/invitations/{invitation}/retrait", PRESIDENT),
                Route.of(POST, "/espace/{association}/depart", EVERY_MEMBER),
                Route.of(GET, "/invitation", EVERYONE),
                Route.of(POST, "/invitation", EVERYONE));
    }

    /** The whole team may read who the association works with; nobody else ever does. */
    private static List<Route> partners() {
        Access writers = member("PRESIDENT", "TREASURER", "EDITOR");
        String all = "/espace/{association}/partenaires";
        String one = all + "/{partner}";
        return List.of(
                Route.of(GET, all, TEAM),
                Route.of(GET, all + "/nouveau", writers),
                Route.of(POST, all + "/nouveau", writers),
                Route.of(GET, all + "/liens", writers),
                Route.of(POST, all + "/liens", writers),
                Route.of(GET, all + "/strategie", TEAM),
                Route.of(GET, all + "/partenaires.csv", writers),
                Route.of(GET, one, writers),
                Route.of(POST, one, writers),
                Route.of(GET, one + "/bilan", writers),
                Route.of(POST, one + "/bilan", writers),
                Route.of(POST, one + "/retrait", writers),
                Route.of(POST, one + "/retour", writers),
                Route.of(POST, one + "/accord", writers),
                // the partner itself, by the mailed link
                Route.of(GET, "/partenaire/{token}", EVERYONE),
                Route.of(POST, "/partenaire/{token}", EVERYONE));
    }

    /** Whoever writes may not always publish; every member may see where a campaign stands. */
    private static List<Route> campaign() {
        Access writers = member("PRESIDENT", "TREASURER", "EDITOR");
        String one = "/espace/{association}/c/{id}";
        List<Route> routes = new ArrayList<>();
        for (String step : List.of("/projet", "/budget", "/recit", "/diffusion")) {
            routes.add(Route.of(GET, one + step, writers));
            routes.add(Route.of(POST, one + step, writers));
        }
        routes.addAll(List.of(
                Route.of(GET, "/modeles/{template}/couverture.svg", EVERYONE),
                Route.of(GET, "/c/{slug}/suivre", EVERYONE),
                Route.of(POST, "/c/{slug}/suivre", EVERYONE),
                Route.of(GET, "/c/{slug}/aider", EVERYONE),
                Route.of(POST, "/c/{slug}/aider", EVERYONE),
                Route.of(GET, "/aider", EVERYONE),
                Route.of(POST, "/aider", EVERYONE),
                Route.of(GET, "/aide/{token}", EVERYONE),
                Route.of(POST, "/aide/{token}", EVERYONE),
                Route.of(POST, "/aide/{token}/accord", EVERYONE),
                Route.of(POST, "/aide/{token}/refus", EVERYONE),
                Route.of(POST, "/aide/{token}/retrait", EVERYONE),
                Route.of(GET, one + "/aide", writers),
                Route.of(POST, one + "/aide", writers),
                Route.of(POST, one + "/aide/reponses/{match}/accord", writers),
                Route.of(POST, one + "/aide/reponses/{match}/refus", writers),
                Route.of(POST, one + "/aide/reponses/{match}/bilan", writers),
                Route.of(POST, one + "/aide/{need}/publication", writers),
                Route.of(POST, one + "/aide/{need}/retrait", writers),
                Route.of(GET, "/vote/{token}", EVERYONE),
                Route.of(POST, "/vote/{token}", EVERYONE),
                Route.of(POST, "/vote/{token}/retrait", EVERYONE),
                Route.of(GET, one + "/vote", EVERY_MEMBER),
                Route.of(POST, one + "/vote", PRESIDENT),
                Route.of(GET, one + "/vote/{vote}", EVERY_MEMBER),
                Route.of(GET, one + "/vote/{vote}/compte-rendu.pdf", EVERY_MEMBER),
                Route.of(POST, one + "/vote/{vote}/cloture", PRESIDENT),
                Route.of(POST, one + "/vote/{vote}/retrait", PRESIDENT),
                Route.of(GET, one + "/passer-outre", PRESIDENT),
                Route.of(POST, one + "/passer-outre", PRESIDENT),
                Route.of(POST, one + "/passer-outre/retrait", PRESIDENT),
                Route.of(GET, "/suivi/{token}", EVERYONE),
                Route.of(POST, "/suivi/{token}", EVERYONE),
                Route.of(GET, "/suivi/{token}/arret", EVERYONE),
                Route.of(POST, "/suivi/{token}/arret", EVERYONE),
                Route.of(GET, one + "/nouvelles", EVERY_MEMBER),
                Route.of(POST, one + "/nouvelles", writers),
                Route.of(GET, one + "/nouvelles/{update}", writers),
                Route.of(POST, one + "/nouvelles/{update}", writers),
                Route.of(POST, one + "/nouvelles/{update}/publication", writers),
                Route.of(POST, one + "/nouvelles/{update}/correction", writers),
                Route.of(POST, one + "/nouvelles/{update}/retrait", writers),
                Route.of(POST, one + "/nouvelles/{update}/abandon", writers),
                Route.of(POST, one + "/nouvelles/{update}/photos", writers),
                Route.of(POST, one + "/nouvelles/{update}/photos/{photo}/retrait", writers),
                Route.of(GET, one + "/bilans", EVERY_MEMBER),
                Route.of(POST, one + "/bilans", writers),
                Route.of(GET, one + "/bilans/{report}", writers),
                Route.of(POST, one + "/bilans/{report}", writers),
                Route.of(POST, one + "/bilans/{report}/publication", writers),
                Route.of(POST, one + "/bilans/{report}/abandon", writers),
                Route.of(POST, one + "/bilans/{report}/photos", writers),
                Route.of(POST, one + "/bilans/{report}/photos/{photo}/retrait", writers),
                Route.of(GET, "/espace/{association}/campagnes/nouvelle", writers),
                Route.of(POST, "/espace/{association}/campagnes/nouvelle", writers),
                Route.of(GET, one + "/suppression", member("PRESIDENT", "EDITOR")),
                Route.of(POST, one + "/suppression", member("PRESIDENT", "EDITOR")),
                Route.of(GET, one, EVERY_MEMBER),
                Route.of(POST, one + "/annulation", writers),
                Route.of(POST, one + "/couverture", writers),
                Route.of(GET, one + "/preparation", TEAM),
                Route.of(GET, one + "/preparation/reponses", writers),
                Route.of(POST, one + "/preparation/reponses", writers),
                Route.of(GET, one + "/pieces", writers),
                Route.of(POST, one + "/pieces", writers),
                Route.of(GET, one + "/publication", EVERY_MEMBER),
                Route.of(POST, one + "/publication", MONEY),
                Route.of(POST, one + "/editions", MONEY),
                Route.of(POST, one + "/cloture", MONEY),
                Route.of(GET, one + "/reliquat", MONEY),
                Route.of(POST, one + "/reliquat", MONEY),
                Route.of(GET, one + "/a-decider", MONEY),
                Route.of(POST, one + "/a-decider", MONEY)));
        return routes;
    }

    /** Originals are for those who answer for the money and for their accountant; the public copy is for everybody. */
    private static List<Route> proof() {
        String all = "/espace/{association}/depenses/{expense}/justificatifs";
        String one = all + "/{proof}";
        return List.of(
                Route.of(GET, all, BOOKS),
                Route.of(POST, all, MONEY),
                Route.of(GET, all + "/attestation", MONEY),
                Route.of(POST, all + "/attestation", MONEY),
                Route.of(GET, one, BOOKS),
                Route.of(GET, one + "/pages/{page}", BOOKS),
                Route.of(GET, one + "/original", BOOKS),
                Route.of(POST, one + "/zones", MONEY),
                Route.of(POST, one + "/copie-caviardee", MONEY),
                Route.of(GET, one + "/copie", BOOKS),
                Route.of(GET, one + "/copie.png", BOOKS),
                Route.of(POST, one + "/publication", MONEY),
                Route.of(GET, one + "/retrait", MONEY),
                Route.of(POST, one + "/retrait", MONEY),
                Route.of(POST, one + "/abandon", MONEY));
    }

    /** Pages that belong to several modules: only read. */
    private static List<Route> site() {
        return List.of(
                Route.of(GET, "/", EVERYONE),
                Route.of(GET, "/a/{slug}", EVERYONE),
                Route.of(GET, "/c/{slug}", EVERYONE),
                Route.of(GET, "/c/{slug}/direct", EVERYONE),
                Route.of(GET, "/c/{slug}/nouvelles", EVERYONE),
                Route.of(GET, "/c/{slug}/nouvelles.atom", EVERYONE),
                Route.of(GET, "/c/{slug}/journal", EVERYONE),
                Route.of(GET, "/c/{slug}/journal.jsonl", EVERYONE),
                Route.of(GET, "/c/{slug}/journal.csv", EVERYONE),
                Route.of(GET, "/verifier-journal.html", EVERYONE),
                Route.of(GET, "/c/{slug}/fonds", EVERYONE),
                Route.of(GET, "/c/{slug}/mecene", EVERYONE),
                Route.of(GET, "/c/{slug}/preuves.json", EVERYONE),
                Route.of(GET, "/preuves-v1.schema.json", EVERYONE),
                Route.of(GET, "/c/{slug}/qr.svg", EVERYONE),
                Route.of(GET, "/don/{token}", EVERYONE),
                Route.of(GET, "/justificatifs/{fingerprint}.png", EVERYONE),
                Route.of(GET, "/nouvelles/{fingerprint}.txt", EVERYONE),
                Route.of(GET, "/bilans/{fingerprint}.txt", EVERYONE),
                Route.of(GET, "/bilans/{fingerprint}.json", EVERYONE),
                Route.of(GET, "/don/{token}/preuve.json", EVERYONE),
                Route.of(GET, "/ressources", EVERYONE),
                Route.of(GET, "/ressources/aides", EVERYONE),
                Route.of(GET, "/ressources/{sheet}", EVERYONE),
                Route.of(GET, "/methode", EVERYONE),
                Route.of(GET, "/mentions", EVERYONE),
                Route.of(GET, "/donnees", EVERYONE),
                Route.of(GET, "/accessibilite", EVERYONE),
                Route.of(GET, "/robots.txt", EVERYONE),
                Route.of(GET, "/sitemap.xml", EVERYONE),
                Route.of(GET, "/.well-known/security.txt", EVERYONE),
                Route.of(GET, "/espace/{association}/c/{id}/apercu", EVERY_MEMBER),
                Route.of(GET, "/espace/{association}/campagnes", EVERY_MEMBER),
                Route.of(GET, "/espace/{association}", EVERY_MEMBER));
    }

    private static List<Route> patrons() {
        return List.of(
                Route.of(GET, "/mecenes", EVERYONE),
                Route.of(GET, "/mecenes.csv", EVERYONE),
                Route.of(GET, "/mecenes/comparer", EVERYONE),
                Route.of(GET, "/mecenes/comparer.csv", EVERYONE),
                Route.of(GET, "/mecenes/comparer.xlsx", EVERYONE),
                Route.of(GET, "/mecenes/comparer.html", EVERYONE),
                Route.of(GET, "/mecenes/comparer/fichiers", EVERYONE),
                Route.of(POST, "/mecenes/comparer/fichiers", EVERYONE),
                Route.of(POST, "/mecenes/comparer/relectures", EVERYONE),
                Route.of(GET, "/mecenes/dossiers/{token}", EVERYONE),
                Route.of(GET, "/mecenes/dossiers/{token}/dossier.pdf", EVERYONE),
                Route.of(GET, "/espace/{association}/c/{id}/dossier", MONEY),
                Route.of(POST, "/espace/{association}/c/{id}/dossier", MONEY),
                Route.of(POST, "/espace/{association}/c/{id}/dossier/pieces", MONEY),
                Route.of(POST, "/espace/{association}/c/{id}/dossier/pieces/retrait", MONEY),
                Route.of(POST, "/espace/{association}/c/{id}/dossier/fin", MONEY),
                // what belongs to an organisation is asked of its people, at each request
                Route.of(GET, "/mecenes/organisation", SIGNED_IN),
                Route.of(POST, "/mecenes/organisation", SIGNED_IN),
                Route.of(POST, "/mecenes/organisation/invitations", SIGNED_IN),
                Route.of(POST, "/mecenes/organisation/invitations/{invitation}/retrait", SIGNED_IN),
                Route.of(POST, "/mecenes/organisation/personnes/{person}/fin", SIGNED_IN),
                Route.of(GET, "/invitation/mecene", EVERYONE),
                Route.of(POST, "/invitation/mecene", EVERYONE),
                Route.of(GET, "/mecenes/compte", SIGNED_IN),
                Route.of(GET, "/mecenes/compte/listes/{kind}", SIGNED_IN),
                Route.of(POST, "/mecenes/compte/listes/{kind}", SIGNED_IN),
                Route.of(POST, "/mecenes/compte/listes/{list}/retrait", SIGNED_IN),
                Route.of(GET, "/mecenes/projets/{slug}", SIGNED_IN),
                Route.of(POST, "/mecenes/projets/{slug}/note", SIGNED_IN),
                Route.of(POST, "/mecenes/projets/{slug}/questions", SIGNED_IN),
                Route.of(GET, "/reponse/{token}", EVERYONE),
                Route.of(POST, "/reponse/{token}", EVERYONE),
                Route.of(GET, "/espace/{association}/questions", EVERY_MEMBER),
                Route.of(POST, "/espace/{association}/questions/{thread}", member("PRESIDENT", "TREASURER", "EDITOR")));
    }

    private static List<Route> operation() {
        return List.of(
                Route.of(GET, "/admin", OPERATOR),
                Route.of(GET, "/admin/registre", OPERATOR),
                Route.of(GET, "/admin/reglages", OPERATOR),
                Route.of(GET, "/admin/aides", OPERATOR),
                Route.of(GET, "/admin/aides/nouvelle", OPERATOR),
                Route.of(POST, "/admin/aides/nouvelle", OPERATOR),
                Route.of(GET, "/admin/aides/{helper}", OPERATOR),
                Route.of(POST, "/admin/aides/{helper}", OPERATOR),
                Route.of(POST, "/admin/aides/{helper}/retrait", OPERATOR),
                Route.of(POST, "/admin/aides/{helper}/reprise", OPERATOR),
                Route.of(POST, "/admin/alarmes/{alarm}/fermeture", OPERATOR),
                Route.of(POST, "/admin/livraisons/reprises", OPERATOR));
    }

    private static Access member(String... roles) {
        return new Access.Member("association", Set.of(roles));
    }
}

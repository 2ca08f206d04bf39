package org.tremplin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.tremplin.CardGifts;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.Giving;
import org.tremplin.platform.file.PrivateFiles;
import org.tremplin.platform.security.Access;
import org.tremplin.platform.security.Route;
import org.tremplin.platform.security.RouteTable;
import org.tremplin.platform.web.Language;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.Spending;

/**
 * What belongs to one association is not found under the address of another, whoever asks: every address of a member
 * that names a row is asked for with a neighbour's row. A new kind of row must be added to {@link Rows}.
 */
@TestApplication
@Import({Samples.class, CardGifts.class})
class IsolationTest {

    /** Found, and refused: a form that is wrong, an act that came too late. */
    private static final List<Integer> REFUSALS = List.of(409, 422);

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** A picture of one point. */
    private static final byte[] PNG = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Autowired
    RouteTable table;

    @Autowired
    Visitors visitors;

    @Autowired
    Samples samples;

    @Autowired
    CampaignDesign design;

    @Autowired
    Giving giving;

    @Autowired
    CardGifts gifts;

    @Autowired
    Spending spending;

    @Autowired
    PrivateFiles files;

    @Autowired
    DatabaseClient database;

    private Rows ours;
    private Rows theirs;

    @BeforeEach
    void found() {
        ours = rows();
        theirs = rows();
    }

    @Test
    void findsNoRowOfANeighbourAndChangesNothing() {
        Map<String, String> before = everything();
        List<String> open = new ArrayList<>();
        for (Route route : routesToRows()) {
            for (String campaign : List.of(theirs.draft, theirs.running)) {
                for (String language : List.of("", "/en")) {
                    String path = language + address(route, ours.slug, theirs.with(campaign));
                    for (EntityExchangeResult<byte[]> answer : ask(route.method(), path, ours.president)) {
                        if (answer.getStatus().value() != 404) {
                            open.add(route.method() + " " + path + ": " + answer.getStatus());
                        }
                    }
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(everything()).isEqualTo(before);
    }

    /** Else the walk above would prove nothing. */
    @Test
    void findsEachRowAtItsOwnAddress() {
        List<String> missed = new ArrayList<>();
        for (Route route : routesToRows()) {
            Rows own = rows();
            // only what was never published can be deleted
            boolean deletes = route.pattern().getPatternString().endsWith("/suppression");
            String path = address(route, own.slug, own.with(deletes ? own.draft : own.running));
            EntityExchangeResult<byte[]> answer =
                    ask(route.method(), path, own.president).get(0);
            if (answer.getStatus().isError()
                    && !REFUSALS.contains(answer.getStatus().value())) {
                missed.add(route.method() + " " + path + ": " + answer.getStatus());
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void turnsNoPageOfGiftsAfterAGiftOfANeighbour() {
        String gifts = "/espace/" + ours.slug + "/dons?avant=";
        ours.president.get(gifts + theirs.gift).expectStatus().isNotFound();
        ours.president.get(gifts + ours.gift).expectStatus().isOk();
    }

    @Test
    void listsNothingOfANeighbour() {
        for (String path : List.of(
                "",
                "/equipe",
                "/dons",
                "/dons?recus=true",
                "/dons/recus-demandes.csv",
                "/profil",
                "/dons/hors-ligne",
                "/dons/hors-ligne/suivi",
                "/comptabilite",
                "/comptabilite/ecritures.csv?de=2026-01&a=2026-12",
                "/moyens-de-paiement")) {
            String page = ours.president.page("/espace/" + ours.slug + path);
            assertThat(page).as(path).doesNotContain(theirs.slug, theirs.draft, theirs.running, theirs.donor);
        }
        assertThat(ours.president.page("/espace")).doesNotContain(theirs.slug);
    }

    @Test
    void givesForNoLineOfANeighboursCampaign() {
        String line = text("""
                select line ->> 'id' from campaign.edition e, jsonb_array_elements(e.plan -> 'lines') line
                where e.campaign_id = '%s' limit 1
                """.formatted(theirs.running));
        visitors.anonymous()
                .post(
                        "/c/" + ours.campaignSlug + "/don",
                        "montant",
                        "50",
                        "email",
                        "a@dons.example",
                        "prenom",
                        "Ada",
                        "nom",
                        "Essai",
                        "cle",
                        "key-" + UUID.randomUUID(),
                        "ligne",
                        line)
                .expectStatus()
                .isEqualTo(422);
    }

    /** The addresses of members that name more than their association. */
    private List<Route> routesToRows() {
        return table.routes().stream()
                .filter(route -> route.access() instanceof Access.Member)
                .filter(route -> route.pattern()
                        .getPatternString()
                        .replace("{association}", "")
                        .contains("{"))
                .toList();
    }

    private static String address(Route route, String association, Map<String, String> ids) {
        Matcher variable = VARIABLE.matcher(route.pattern().getPatternString());
        return variable.replaceAll(found -> found.group(1).equals("association")
                ? association
                : Objects.requireNonNull(
                        ids.get(found.group(1)), () -> "which row is " + found.group() + " of " + route));
    }

    /** A form, and where a picture is taken a form with one too. */
    private static List<EntityExchangeResult<byte[]>> ask(HttpMethod method, String path, Visitor visitor) {
        if (method.equals(HttpMethod.GET)) {
            return List.of(visitor.get(path).expectBody().returnResult());
        }
        if (!path.endsWith("/couverture") && !path.endsWith("/photos")) {
            MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
            Map.of("version", "1", "role", "READER", "fin", "", "etape", "projet", "raison", "Une raison")
                    .forEach(form::add);
            Map.of("montant", "10", "cle", "key-" + UUID.randomUUID(), "reponse", "Non merci")
                    .forEach(form::add);
            return List.of(visitor.post(path, form).expectBody().returnResult());
        }
        MultipartBodyBuilder removal = new MultipartBodyBuilder();
        removal.part("retirer", "oui");
        MultipartBodyBuilder picture = new MultipartBodyBuilder();
        picture.part("image", PNG).filename("point.png").contentType(MediaType.IMAGE_PNG);
        picture.part("alt", "Un point");
        return List.of(upload(path, visitor, removal), upload(path, visitor, picture));
    }

    private static EntityExchangeResult<byte[]> upload(String path, Visitor visitor, MultipartBodyBuilder parts) {
        parts.part("_csrf", Visitor.csrfField());
        WebTestClient.ResponseSpec answer = visitor.web()
                .post()
                .uri(path)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(parts.build())
                .exchange();
        return answer.expectBody().returnResult();
    }

    private Rows rows() {
        Association association = samples.association("Voisinage " + UUID.randomUUID());
        String slug = "projet-" + UUID.randomUUID();
        PublishedCampaign published = samples.campaign(association, slug);
        String running = published.campaign().id().value().toString();
        UUID expense = expense(association, published);
        String draft = design.create(association.id(), "brouillon-" + UUID.randomUUID(), samples.plan("Un brouillon"))
                .map(id -> id.value().toString())
                .block();
        UUID founder = samples.founder(association);
        Visitor president = visitors.person(founder);
        samples.member(association, Role.READER);
        president
                .post(
                        "/espace/" + association.slug() + "/invitations",
                        "email",
                        UUID.randomUUID() + "@essai.example",
                        "role",
                        "EDITOR",
                        "fin",
                        "")
                .expectStatus()
                .isSeeOther();
        String invitation = text("select id::text from association.invitation where association_id = '"
                + association.id().value() + "'");
        String donor = UUID.randomUUID() + "@dons.example";
        gifts.give(
                published,
                Map.of(
                        "email", donor,
                        "recu", "on",
                        "adresse", "1 rue des Essais",
                        "codePostal", "69008",
                        "ville", "Valmorin"));
        String gift = text("select id::text from donation.donation where email = '" + donor + "'");
        return new Rows(
                association.slug(),
                president,
                slug,
                running,
                draft,
                text("select id::text from association.member where role = 'READER' and association_id = '"
                        + association.id().value() + "'"),
                invitation,
                gift,
                promise(president, association, slug),
                begun(president, association, running, "nouvelles"),
                begun(president, association, running, "bilans"),
                donor,
                need(running),
                match(running),
                expense,
                proof(association, expense),
                partner(president, association),
                vote(president, association, running, founder),
                grant(association),
                comment(association),
                pledge(association, running),
                planned(president, association),
                asked(association, running));
    }

    /** A patron's question. */
    private String asked(Association association, String campaign) {
        String id = UUID.randomUUID().toString();
        database.sql("""
                with company as (
                  insert into patron.company (id, name, kind, created_at) values ('%1$s', 'Essai', 'FIRM', now()) returning id)
                insert into patron.thread (id, company_id, campaign_id, association_id, begun_at)
                select '%1$s', id, '%2$s', '%3$s', now() from company
                """.formatted(id, campaign, association.id().value()))
                .then()
                .block();
        return id;
    }

    /** The president asks themself whether the campaign may go on. */
    private String vote(Visitor president, Association association, String campaign, UUID founder) {
        president
                .post(
                        "/espace/" + association.slug() + "/c/" + campaign + "/vote",
                        "membre-" + founder,
                        "on",
                        "jours",
                        "7",
                        "reponses",
                        "1")
                .expectStatus()
                .isSeeOther();
        String vote = text("select id::text from campaign.board_vote where campaign_id = '" + campaign + "'");
        // counted: its minutes are a page
        database.sql("update campaign.board_vote set closed_at = opened_at, outcome = 'TOO_FEW' where id = '" + vote
                        + "'")
                .then()
                .block();
        return vote;
    }

    private String grant(Association association) {
        String id = UUID.randomUUID().toString();
        database.sql("""
                with grant_ as (
                  insert into capacity.share_grant (id, association_id, audience, email, language, token_hash, consent,
                    granted_by, granted_at, until_on)
                  values ('%1$s', '%2$s', 'ADVISER', '%1$s@conseil.example', 'fr', sha256('%1$s'), 'Oui', '%1$s',
                    now(), current_date + 300) returning id)
                insert into capacity.share_scope select '%1$s', id, '{SECTIONS}', id, now() from grant_
                """.formatted(id, association.id().value())).then().block();
        return id;
    }

    private String comment(Association association) {
        String id = UUID.randomUUID().toString();
        database.sql("""
                insert into capacity.advice_comment (id, association_id, grant_id, words, written_at)
                select '%s', association_id, id, 'Commencez par là', now() from capacity.share_grant
                where association_id = '%s'
                """.formatted(id, association.id().value())).then().block();
        return id;
    }

    /** Its patron accepted: the association may read it. */
    private UUID pledge(Association association, String campaign) {
        UUID id = UUID.randomUUID();
        database.sql("""
                with pledge as (
                  insert into patron.pledge (id, association_id, campaign_id, edition, kind, cents, organisation, legal_form,
                    siren, street, postal_code, city, first_name, last_name, signs_as, email, language, name_public,
                    amount_public, agreement, reading, fingerprint, ends_on, answer_by, state, address_block, proposed_at,
                    patron_accepted_at)
                  values ('%1$s', '%2$s', '%3$s', 1, 'MONEY', 1000, 'Un atelier', 'SARL', '999999998', 'Rue', '69008',
                    'Valmorin', 'Lou', 'Essai', 'gérante', '', 'fr', true, true, '# Objet', '# Purpose', repeat('0', 64),
                    current_date + 300, now() + interval '60 days', 'PROPOSED', '', now(), now()) returning id)
                insert into patron.instalment (pledge_id, number, cents, condition, due_on, about, reference, pay_key)
                select id, 1, 1000, 'DATE', current_date + 30, '', left(id::text, 9), id::text from pledge
                """.formatted(id, association.id().value(), campaign))
                .then()
                .block();
        return id;
    }

    private String planned(Visitor president, Association association) {
        president
                .post("/espace/" + association.slug() + "/plan/nouvelle", "quoi", "Ouvrir une page")
                .expectStatus()
                .isSeeOther();
        return text("select id::text from capacity.plan_action where association_id = '"
                + association.id().value() + "'");
    }

    private String partner(Visitor president, Association association) {
        president
                .post(
                        "/espace/" + association.slug() + "/partenaires/nouveau",
                        "nom",
                        "Mairie de " + association.slug(),
                        "type",
                        "PUBLIC",
                        "portee",
                        "LOCAL")
                .expectStatus()
                .isSeeOther();
        return text("select id::text from capacity.partner where association_id = '"
                + association.id().value() + "'");
    }

    /** What publishing declared. */
    private String need(String campaign) {
        return text(
                "select id::text from capacity.need where campaign_id = '" + campaign + "' order by origin limit 1");
    }

    private String match(String campaign) {
        String id = UUID.randomUUID().toString();
        database.sql("""
                with offer as (
                  insert into capacity.offer (id, name, email, language, kind, what, department, remote, until_on, token,
                    address_block, asked_at, confirmed_at)
                  values (gen_random_uuid(), 'Camille', 'camille@essai.example', 'fr', 'TIME', 'Deux heures', '69', true,
                    current_date + 300, gen_random_uuid(), '', now(), now()) returning id)
                insert into capacity.help_match (id, need_id, offer_id, state, created_at)
                select '%s', '%s', id, 'PROPOSED', now() from offer
                """.formatted(id, need(campaign))).then().block();
        return id;
    }

    private UUID expense(Association association, PublishedCampaign campaign) {
        Expense.Part part = new Expense.Part(
                campaign.campaign().id().value(), campaign.plan().lines().get(0).id(), 100, "606", "C1.1.a", true);
        LocalDate day = LocalDate.of(2026, 11, 20);
        Expense.Invoice invoice = new Expense.Invoice(
                day, "Un fournisseur", false, "Un achat", Expense.Paid.BANK, day, "", null, false, List.of(part));
        return spending.draft(association.id().value(), Expense.Kind.EXPENSE, invoice, UUID.randomUUID())
                .block()
                .id();
    }

    /** Uploaded and prepared, with a page. */
    private UUID proof(Association association, UUID expense) {
        UUID id = UUID.randomUUID();
        database.sql("""
                insert into transparency.proof (id, association_id, expense, kind, state, added_by, added_at, file_name,
                  original_type, original_size, original_file, original_sha256, copy_file, copy_sha256)
                values (:id, :association, :expense, 'INVOICE', 'PREPARED', :id, now(), '', 'image/png', 1, :original,
                  sha256('x'), :copy, sha256('y'))
                """)
                .bind("id", id)
                .bind("association", association.id().value())
                .bind("expense", expense)
                .bind("original", file())
                .bind("copy", file())
                .then()
                .block();
        database.sql("insert into transparency.proof_page values (:id, 1, 1, 1, 'image/png', :image, null)")
                .bind("id", id)
                .bind("image", file())
                .then()
                .block();
        return id;
    }

    private UUID file() {
        return files.store(PNG, "image/png").block();
    }

    /** A draft of an update or of a report. */
    private static String begun(Visitor president, Association association, String campaign, String kind) {
        String page = String.valueOf(
                Visitor.next(president.post("/espace/" + association.slug() + "/c/" + campaign + "/" + kind)));
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private String promise(Visitor president, Association association, String campaign) {
        president
                .post(
                        "/espace/" + association.slug() + "/moyens-de-paiement",
                        "cheque",
                        "on",
                        "ordre",
                        association.name(),
                        "envoi",
                        "1 rue des Essais")
                .expectStatus()
                .isSeeOther();
        Map<String, String> fields = Map.of(
                "montant",
                "40",
                "moyen",
                "cheque",
                "email",
                "promesse@" + UUID.randomUUID() + ".example",
                "prenom",
                "Ada",
                "nom",
                "Essai",
                "cle",
                "key-" + UUID.randomUUID());
        giving.give(campaign, fields, Language.FR).block();
        return text("select id::text from donation.offline_payment where association_id = '"
                + association.id().value() + "'");
    }

    private String text(String sql) {
        return database.sql(sql).map(row -> row.get(0, String.class)).first().block();
    }

    /** A fingerprint of each table; sessions apart, which know when they were last used. */
    private Map<String, String> everything() {
        Map<String, String> all = new TreeMap<>();
        for (String name : database.sql("""
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema', 'public')
                  and (schemaname, tablename) <> ('platform', 'session')
                """)
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block()) {
            all.put(
                    name,
                    text("select count(*) || ' ' || coalesce(md5(string_agg(row::text, '|' order by row::text)), '')"
                            + " from " + name + " row"));
        }
        return all;
    }

    /** An association with one row of every kind that an address can name. */
    private record Rows(
            String slug,
            Visitor president,
            String campaignSlug,
            String running,
            String draft,
            String member,
            String invitation,
            String gift,
            String promise,
            String update,
            String report,
            String donor,
            String need,
            String match,
            UUID expense,
            UUID proof,
            String partner,
            String vote,
            String grant,
            String comment,
            UUID pledge,
            String action,
            String thread) {

        /** By the names of the variables in the table of routes. */
        Map<String, String> with(String campaign) {
            return Map.ofEntries(
                    Map.entry("id", campaign),
                    Map.entry("member", member),
                    Map.entry("invitation", invitation),
                    Map.entry("donation", gift),
                    Map.entry("payment", promise),
                    Map.entry("update", update),
                    Map.entry("report", report),
                    Map.entry("need", need),
                    Map.entry("match", match),
                    Map.entry("photo", UUID.randomUUID().toString()),
                    Map.entry("expense", expense.toString()),
                    Map.entry("proof", proof.toString()),
                    Map.entry("action", action),
                    Map.entry("thread", thread),
                    Map.entry("partner", partner),
                    Map.entry("vote", vote),
                    Map.entry("promise", pledge.toString()),
                    Map.entry("number", "1"),
                    Map.entry("grant", grant),
                    Map.entry("comment", comment),
                    Map.entry("page", "1"));
        }
    }
}

package org.tremplin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitors;
import org.tremplin.platform.privacy.Keeper;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import org.tremplin.platform.web.Messages;

/**
 * Nothing of a person is stored without somebody having said what it is, how long it stays, and that to everybody. A
 * new column that can hold a text fails here until {@code privacy/columns.txt} names it.
 */
@TestApplication(
        properties = {
            "tremplin.donation.keep.unpaid=41d",
            "tremplin.donation.keep.receipts=9y",
            "tremplin.site.host=Les Serveurs du Coin",
            "tremplin.site.host-country=Belgique"
        })
@Import(Samples.class)
class PrivacyTest {

    @Autowired
    DatabaseClient database;

    @Autowired
    List<Keeper> keepers;

    @Autowired
    List<Retention> retentions;

    @Autowired
    Visitors visitors;

    @Autowired
    Samples samples;

    @Test
    void knowsWhatEveryColumnHolds() {
        Set<String> stored = Objects.requireNonNull(database.sql("""
                        select c.table_schema || '.' || c.table_name || '.' || c.column_name as name
                        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                        where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema', 'public')
                          and c.data_type not in ('uuid', 'boolean', 'smallint', 'integer', 'bigint', 'numeric', 'double precision',
                            'date',
                            'timestamp with time zone')
                        """)
                .map(row -> row.get("name", String.class))
                .all()
                .collect(Collectors.toSet())
                .block());
        assertThat(columns().keySet()).containsExactlyInAnyOrderElementsOf(stored);
    }

    @Test
    void hasAHoldingForEveryKindOfColumnAndNoOther() {
        Set<String> codes =
                keepers.stream().map(keeper -> keeper.holding().code()).collect(Collectors.toSet());
        assertThat(codes).hasSameSizeAs(keepers);
        Set<String> named =
                columns().values().stream().filter(code -> !code.equals("-")).collect(Collectors.toSet());
        assertThat(codes).containsAll(named);
        // amounts and days only
        assertThat(codes.stream().filter(code -> !named.contains(code))).containsExactly("books");
    }

    /** One source: what the job applies is what the page says. */
    @Test
    void tellsEverybodyTheVeryTermsThatAreApplied() {
        Document page = Jsoup.parse(visitors.anonymous().page("/donnees"));
        assertThat(page.select(".register > li")).hasSameSizeAs(keepers);
        Messages messages = new Messages();
        for (Retention retention : retentions) {
            String code = retention.holding().code();
            Element row = row(page, messages.getMessage("privacy." + code, null, "", Locale.FRENCH));
            for (Term term : retention.holding().terms()) {
                int count = term.time().getYears()
                        + term.time().getMonths()
                        + term.time().getDays();
                assertThat(row.select("dd").get(0).text())
                        .as(code)
                        .contains(count + " ")
                        .matches("(?s).*\\p{L}.*");
            }
        }
        assertThat(row(page, "Dons commencés et non payés").text()).contains("41 jours");
        assertThat(row(page, "Identité des reçus fiscaux").text()).contains("9 ans");
    }

    @Test
    void namesOnlyTheProcessorsThatAreSet() {
        String french = Jsoup.parse(visitors.anonymous().page("/donnees")).text();
        assertThat(french)
                .contains("Les Serveurs du Coin", "Belgique", "Les paiements sont simulés")
                .doesNotContain("Stripe", "envoie les courriels");
        assertThat(visitors.anonymous().page("/en/donnees")).contains("Payments are simulated", "41 days");
    }

    @Test
    void namesTheAssociationsThatAnswerForTheirGifts() {
        String name = samples.association("Les Responsables " + java.util.UUID.randomUUID())
                .name();
        assertThat(visitors.anonymous().page("/donnees")).contains(name);
    }

    @Test
    void givesAnAssociationItsRegister() {
        var association = samples.association("=Registre " + java.util.UUID.randomUUID());
        var treasurer = visitors.member(association.slug(), "TREASURER");
        String home = "/espace/" + association.slug() + "/donnees";
        assertThat(Jsoup.parse(treasurer.page(home)).select("table.register tbody tr"))
                .hasSameSizeAs(keepers);
        assertThat(treasurer.page(home + ".csv"))
                .startsWith("\uFEFFResponsable;'" + association.name() + "\r\n")
                .contains(";41 jours après");
        visitors.member(association.slug(), "READER").get(home).expectStatus().isForbidden();
    }

    private static Element row(Document page, String title) {
        return Objects.requireNonNull(page.select(".register > li").stream()
                .filter(row ->
                        Objects.requireNonNull(row.selectFirst("h3")).text().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title)));
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new TreeMap<>();
        Sources.read(Sources.RESOURCES.resolve("privacy/columns.txt"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" "))
                .forEach(line ->
                        assertThat(columns.put(line[0], line[1])).as(line[0]).isNull());
        return columns;
    }
}

package org.tremplin.transparency.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitors;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.money.Money;
import org.tremplin.transparency.PublicJournals;
import org.tremplin.transparency.verify.Checkpoint;
import org.tremplin.transparency.verify.JournalCheck;
import org.tremplin.transparency.verify.Verdict;
import reactor.core.publisher.Flux;

@TestApplication
@Import(Samples.class)
class JournalPageTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Journals journals;

    @Autowired
    PublicJournals published;

    @Test
    void showsEachEntryWithItsNumberAmountAndLine() {
        Told told = new Told(3);

        Document page = told.page("");
        assertThat(page.select("h1").text()).isEqualTo("Journal public");
        assertThat(page.select(".ledger .what").eachText())
                .containsExactly("Remboursement", "Don d’une société", "Don de <Zoë>", "Don anonyme");
        assertThat(page.select(".ledger .sum").eachText())
                .containsExactly("− 10,00 €", "+ 30,00 €", "+ 20,00 €", "+ 10,00 €");
        assertThat(page.select(".ledger .meta").first().text())
                .startsWith("n° 3")
                .endsWith("à propos de : 0");
        assertThat(page.select(".month").eachText()).containsExactly("novembre 2026");
        assertThat(page.select(".verify .note").text()).contains("4 écritures");
        assertThat(page.select("pre.hash").text()).contains("/c/" + told.id);
    }

    @Test
    void speaksEnglish() {
        Document page = Jsoup.parse(visitors.anonymous().page("/en/c/" + new Told(3).slug + "/journal"));

        assertThat(page.select("h1").text()).isEqualTo("Public journal");
        assertThat(page.select(".ledger .what").eachText())
                .containsExactly("Refund", "Gift of a company", "Gift of <Zoë>", "Anonymous gift");
    }

    @Test
    void choosesByKindLineMonthAndAmount() {
        Told told = new Told(3);

        assertThat(told.page("?genre=refund").select(".ledger li")).hasSize(1);
        assertThat(told.page("?genre=gift&montant=2").select(".ledger .sum").eachText())
                .containsExactly("+ 30,00 €", "+ 20,00 €");
        assertThat(told.page("?mois=2026-11").select(".ledger li")).hasSize(4);
        assertThat(told.page("?mois=2026-10").select("[role=status]").text()).contains("Aucune écriture");
        assertThat(told.page("?ligne=" + told.line).select(".ledger li")).hasSize(1);
        assertThat(told.page("?ligne=" + told.line).select("option[selected]").text())
                .isNotEmpty();
        assertThat(told.page("?genre=x&ligne=;&mois=13&montant=99&avant=-1").select(".ledger li"))
                .hasSize(4);
    }

    @Test
    void leadsFromPageToPageWithoutLosingOrRepeatingAnEntry() {
        Told told = new Told(60);
        Document first = told.page("");
        Document second = told.page(first.select("a[rel=next]").attr("href").replaceFirst("^[^?]*", ""));

        assertThat(first.select(".ledger li").eachAttr("id")).containsExactlyElementsOf(ids(60, 36));
        assertThat(second.select(".ledger li").eachAttr("id")).containsExactlyElementsOf(ids(35, 11));
        assertThat(told.page("?avant=11").select("a[rel=next]")).isEmpty();
    }

    private static List<String> ids(int from, int to) {
        return IntStream.rangeClosed(to, from)
                .map(at -> from + to - at)
                .mapToObj(at -> "n" + at)
                .toList();
    }

    @Test
    void asksAsManyQuestionsHoweverLongTheJournalIs() {
        Told brief = new Told(3);
        Told longer = new Told(300);
        brief.page("");
        longer.page("");

        assertThat(queries(() -> longer.page("")))
                .isEqualTo(queries(() -> brief.page("")))
                .isBetween(3, 12);
    }

    private static int queries(Runnable visit) {
        Logger logger = (Logger) LoggerFactory.getLogger("io.r2dbc.postgresql.QUERY");
        Level before = logger.getLevel();
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(heard);
        try {
            visit.run();
        } finally {
            logger.detachAppender(heard);
            logger.setAdditive(true);
            logger.setLevel(before);
        }
        return (int) heard.list.stream()
                .filter(event -> event.getFormattedMessage().contains("transparency.")
                        || event.getFormattedMessage().contains("campaign.")
                        || event.getFormattedMessage().contains("association."))
                .count();
    }

    @Test
    void givesAFileThatVerifiesAndExtendsWhatWasSeen() throws IOException {
        Told told = new Told(450);
        String note = published.head(told.id).block().note();
        journals.append(List.of(Leaves.gift(told.id, UUID.randomUUID()))).block();
        byte[] file = told.file("/journal.jsonl");

        Verdict verdict = JournalCheck.check(
                new ByteArrayInputStream(file), Checkpoint.read(note).orElseThrow());
        assertThat(verdict.problem()).isNull();
        assertThat(verdict.entries()).isEqualTo(452);
        assertThat(verdict.seen()).isTrue();
        file[file.length / 2] ^= 1;
        assertThat(JournalCheck.check(new ByteArrayInputStream(file), null).problem())
                .isNotNull();
    }

    @Test
    void saysOfAnErasedNameThatItIsWithheld() throws IOException {
        Told told = new Told(3);
        journals.withhold(List.of(told.id), Source.DONATION, told.gifts).block();

        assertThat(told.page("").select(".ledger .what").eachText())
                .contains("Don, prénom retiré")
                .doesNotContain("Don de <Zoë>");
        Verdict verdict = JournalCheck.check(new ByteArrayInputStream(told.file("/journal.jsonl")), null);
        assertThat(verdict.problem()).isNull();
        assertThat(verdict.withheld()).isEqualTo(1);
    }

    @Test
    void givesATableWithoutFormulas() {
        Told told = new Told(3, "=1+1");
        String csv = new String(told.file("/journal.csv"));

        assertThat(csv.lines()).hasSize(5);
        assertThat(csv)
                .startsWith("\uFEFFNuméro;Jour;Mouvement;")
                .contains("1;2026-11-16;Don;Don de =1+1;20,00;;;EUR;", "Prénom: =1+1")
                .contains("3;2026-11-16;Remboursement;Remboursement;;10,00;;EUR;;P1.2.a;0;");
        assertThat(csv).doesNotContain(";=", "\n=", ";-", ";+", ";@");
    }

    @Test
    void isCalmBeforeTheFirstEntry() {
        PublishedCampaign campaign = campaign();
        Document page = Jsoup.parse(
                visitors.anonymous().page("/c/" + campaign.campaign().slug() + "/journal"));

        assertThat(page.select(".book-main").text()).contains("Rien n’est encore inscrit");
        visitors.anonymous()
                .get("/c/" + campaign.campaign().slug() + "/journal.jsonl")
                .expectStatus()
                .isNotFound();
        visitors.anonymous().get("/c/personne/journal").expectStatus().isNotFound();
    }

    @Test
    void givesTheCheckerAsAFileToTakeAway() {
        visitors.anonymous()
                .get("/verifier-journal.html")
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"verifier-journal.html\"");
    }

    private PublishedCampaign campaign() {
        String once = UUID.randomUUID().toString().substring(24);
        return samples.campaign(samples.association("Jardins " + once), "jardin-" + once);
    }

    /** A campaign whose journal tells some gifts, and that the first one was given back. */
    private final class Told {

        final UUID id;
        final String slug;
        final String line;
        final List<UUID> gifts;

        Told(int gifts) {
            this(gifts, "<Zoë>");
        }

        Told(int count, String name) {
            PublishedCampaign campaign = campaign();
            id = campaign.campaign().id().value();
            slug = campaign.campaign().slug();
            UUID first = campaign.plan().lines().get(0).id();
            line = LineCode.of(id, first);
            gifts = Flux.range(0, count)
                    .map(gift -> UUID.randomUUID())
                    .collectList()
                    .block();
            journals.append(IntStream.range(0, count)
                            .mapToObj(at -> gift(gifts.get(at), at, name, first))
                            .toList())
                    .then(journals.append(
                            List.of(NewLeaf.of(id, Source.reversal(UUID.randomUUID(), false), LeafKind.REFUND, DAY)
                                    .amount(Money.euros(1000))
                                    .crod("P1.2.a")
                                    .refs(List.of(Source.gift(gifts.get(0)))))))
                    .block();
        }

        private NewLeaf gift(UUID donation, int at, String name, UUID first) {
            NewLeaf leaf = NewLeaf.of(id, Source.gift(donation), LeafKind.GIFT, DAY)
                    .amount(Money.euros(1000L * (at + 1)))
                    .crod(at == 2 ? "P1.2.c" : "P1.2.a");
            return at == 1
                    ? leaf.commitments(List.of(Commitment.to("name", name))).line(first)
                    : leaf;
        }

        Document page(String query) {
            return Jsoup.parse(visitors.anonymous().page("/c/" + slug + "/journal" + query));
        }

        byte[] file(String ending) {
            return visitors.anonymous()
                    .get("/c/" + slug + ending)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
        }
    }
}

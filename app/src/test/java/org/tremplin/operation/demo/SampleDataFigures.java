package org.tremplin.operation.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestClock;
import org.tremplin.association.Associations;
import org.tremplin.association.Iban;
import org.tremplin.association.Means;
import org.tremplin.association.Payee;
import org.tremplin.association.Payees;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Goal;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.ledger.Books;
import org.tremplin.money.AmountText;
import org.tremplin.payment.Sweep;
import org.tremplin.platform.event.Pump;

/** Holds the demonstration against its story, to the cent, however it was told. */
abstract class SampleDataFigures {

    private static final LocalDate TODAY = LocalDate.ofInstant(TestClock.START, ZoneId.of("Europe/Paris"));
    static final String GARDEN = "un-puits-et-une-serre";
    static final String RIVER = "passe-a-poissons";
    static final String JERSEYS = "maillots";

    @Autowired
    SampleData sampleData;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Pump pump;

    @Autowired
    Sweep sweep;

    @Autowired
    Books books;

    @Autowired
    Associations associations;

    @Autowired
    Payees payees;

    @Autowired
    DatabaseClient database;

    @Test
    void tellsTheGardenToTheCent() {
        PublishedCampaign garden = campaign(GARDEN);
        assertThat(garden.plan().title()).isEqualTo("Un puits et une serre pour le jardin partagé");
        assertThat(garden.campaign().state()).isEqualTo(Campaign.State.CLOSED);
        assertThat(garden.campaign().goal()).isEqualTo(new Goal(300_000, 235_000));
        Plan launch = campaigns.findEdition(garden.campaign().id(), 1).block().plan();
        assertThat(Goal.of(launch)).isEqualTo(garden.campaign().goal());
        assertThat(launch.lines())
                .extracting(Plan.BudgetLine::label, Plan.BudgetLine::plannedCents, Plan.BudgetLine::collectionCosts)
                .containsExactly(
                        tuple("Récupérateur et pompe", 115_000L, false),
                        tuple("Serre et châssis", 120_000L, false),
                        tuple("Terre et outils", 45_000L, false),
                        tuple("Faire campagne", 20_000L, true));
        assertThat(received(GARDEN)).isEqualTo(324_000);
        assertThat(received(GARDEN) * 100 / garden.campaign().goal().cents()).isEqualTo(108);
        assertThat(fees(GARDEN)).as("none given back").isEqualTo(5_238);
        assertThat(giftsByAmount(GARDEN, "means in ('CARD', 'DEBIT')"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(500L, 1L, 1_000L, 5L, 2_000L, 8L, 3_000L, 12L, 5_000L, 14L, 10_000L, 11L, 25_000L, 1L));
        assertThat(giftsByAmount(GARDEN, "means = 'CHEQUE'"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(5_000L, 2L, 6_000L, 1L, 10_000L, 3L));
        assertThat(giftsByAmount(GARDEN, "means = 'CASH'"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(2_500L, 1L, 5_000L, 1L));
        assertThat(giftsByAmount(GARDEN, "means = 'TRANSFER'")).containsExactlyInAnyOrderEntriesOf(Map.of(15_000L, 1L));
        assertThat(cameTo(GARDEN)).isEqualTo(262_500 + 68_500);
    }

    @Test
    void givesADoubleGiftBackAndHasADebitReturned() {
        assertThat(texts("""
                select r.kind || ' ' || r.cents || ' ' || d.means || ' ' || (r.day - c.opens_on + 1)
                from donation.reversal r join donation.donation d on d.id = r.donation_id
                join campaign.campaign c on c.id = d.campaign_id where r.undone_on is null
                """)).containsExactlyInAnyOrder("REFUND 5000 CARD 20", "DISPUTE 2000 DEBIT 41");
        assertThat(leaves("refund")).isEqualTo(2);
        assertThat(number("""
                select count(*) from donation.donation one join donation.donation other
                  on other.email = one.email and other.cents = one.cents and other.campaign_id = one.campaign_id
                  and other.id > one.id and other.settled_on = one.settled_on
                where one.cents = 5000 and one.email = 'pauline.exemple@dons.example'
                """)).as("the same gift twice on one day").isEqualTo(1);
        assertThat(number("select count(*) from notification.mail where kind = 'donation.refunded'"))
                .isEqualTo(1);
    }

    /** What a treasurer finds: all of the garden on the account; of the river, one at the bank, one in hand, one to come. */
    @Test
    void followsWhatComesByHandToTheBank() {
        assertThat(texts("""
                select c.slug || ' ' || o.means || ' ' || o.state || ' ' || count(*)
                from donation.offline_payment o join donation.donation d on d.id = o.donation_id
                join campaign.campaign c on c.id = d.campaign_id group by c.slug, o.means, o.state
                """))
                .containsExactlyInAnyOrder(
                        GARDEN + " CHEQUE CLEARED 6",
                        GARDEN + " CASH CLEARED 2",
                        GARDEN + " TRANSFER CLEARED 1",
                        RIVER + " TRANSFER CLEARED 1",
                        RIVER + " TRANSFER PROMISED 1",
                        RIVER + " CHEQUE DEPOSITED 1",
                        RIVER + " CHEQUE RECEIVED 1");
    }

    @ParameterizedTest
    @CsvSource({"les-jardins-du-coin", "rivieres-en-commun", "etoile-sportive-de-saint-modele"})
    void declaresAnAccountOfNobodyAndCheques(String slug) {
        Payee payee = associations
                .findBySlug(slug)
                .flatMap(association -> payees.of(association.id()))
                .block();
        assertThat(payee.open()).containsExactly(Means.CARD, Means.DEBIT, Means.TRANSFER, Means.CHEQUE);
        // 99999 is the code of no bank
        assertThat(Iban.valid(payee.transfer().iban())).isTrue();
        assertThat(payee.transfer().iban()).matches("FR\\d\\d9999999999(EXEMPLE|FICTIF0)\\d{4}\\d\\d");
    }

    @Test
    void hasClaireGiveThirtyEurosOnTheFirstDayOfTheGarden() {
        assertThat(number("""
                select count(*) from donation.donation d join campaign.campaign c on c.id = d.campaign_id
                where d.email = 'claire.essai@dons.example' and d.cents = 3000 and d.settled_on = c.opens_on
                  and c.slug = 'un-puits-et-une-serre' and d.public_name
                """)).isEqualTo(1);
    }

    @Test
    void tellsTheRiverToTheCent() {
        PublishedCampaign river = campaign(RIVER);
        Plan plan = river.plan();
        assertThat(plan.title()).isEqualTo("Rouvrir la passe à poissons du moulin");
        assertThat(river.campaign().state()).isEqualTo(Campaign.State.PUBLISHED);
        assertThat(plan.plannedCents()).isEqualTo(3_400_000);
        assertThat(plan.goalCents()).isEqualTo(2_000_000);
        assertThat(plan.minimumCents()).isEqualTo(1_200_000);
        assertThat(plan.resources())
                .extracting(Plan.Resource::cents, Plan.Resource::state)
                .containsExactly(
                        tuple(400_000L, Plan.ResourceState.GRANTED),
                        tuple(800_000L, Plan.ResourceState.ASKED),
                        tuple(200_000L, Plan.ResourceState.RECEIVED));
        // today is day 24 of 45
        assertThat(plan.opensOn()).isEqualTo(TODAY.minusDays(23));
        assertThat(plan.closesOn()).isEqualTo(TODAY.plusDays(21));
        assertThat(received(RIVER)).isEqualTo(1_148_000);
        assertThat(received(RIVER) * 100 / plan.goalCents()).isEqualTo(57);
        assertThat(plan.minimumCents() - received(RIVER)).isEqualTo(52_000);
        assertThat(number("""
                select sum(cents)::bigint from donation.donation
                where company_name = 'Quincaillerie du Pont' and means = 'TRANSFER' and state = 'SETTLED'
                """)).isEqualTo(100_000);
        // the shop promised 2,000 in two: one came, one waits for the report
        assertThat(number("select cents from patron.pledge where state = 'ACCEPTED'"))
                .isEqualTo(200_000);
        assertThat(number("select count(*) from patron.instalment where released_on is null and condition = 'REPORT'"))
                .isEqualTo(1);
        assertThat(number("select (sum(cents - returned_cents))::bigint from patron.instalment_gift"))
                .isEqualTo(100_000);
        assertThat(number("select count(*) from donation.donation where settled_on > date '" + TODAY + "'"))
                .isZero();
    }

    @Test
    void tellsTheJerseysAndTheDraftToTheCent() {
        assertThat(campaign(JERSEYS).campaign().state()).isEqualTo(Campaign.State.CLOSED);
        assertThat(campaign(JERSEYS).plan().goalCents()).isEqualTo(120_000);
        assertThat(received(JERSEYS)).isEqualTo(120_000);
        assertThat(number("""
                select (sum((line ->> 'askedCents')::bigint))::bigint
                from campaign.draft join campaign.campaign c on c.id = draft.campaign_id,
                  jsonb_array_elements(draft.plan -> 'lines') line
                where c.title = 'Un minibus pour les équipes jeunes' and c.state = 'DRAFT'
                """)).isEqualTo(800_000);
    }

    @Test
    void keepsBooksThatAddUp() {
        assertThat(number("""
                select count(*) from (
                  select transaction_id from ledger.entry group by transaction_id having sum(cents) <> 0) unbalanced
                """)).isZero();
        for (String slug : List.of(GARDEN, RIVER, JERSEYS)) {
            assertThat(number("""
                    select sum(e.cents)::bigint from ledger.entry e join campaign.campaign c on c.id = e.campaign_id
                    where e.account in ('5115', '5112', '512', '530') and c.slug = '%s'
                    """.formatted(slug))).as(slug).isEqualTo(received(slug) - fees(slug) - paid(slug));
        }
        assertThat(number("select count(*) from platform.delivery where state <> 'DONE'"))
                .isZero();
        assertThat(number("select count(*) from platform.alarm")).isZero();
    }

    @Test
    void keepsBooksThatTheProviderAgreesWith() {
        assertThat(sweep.run().block().complete()).isTrue();
        pump.drain().block();
        assertThat(books.balance("5115", "EUR").block())
                .isEqualTo(sweep.balance().block());
        assertThat(number("select count(*) from platform.alarm")).isZero();
    }

    @Test
    void writesOneLeafAGiftAndOneAFee() {
        long gifts = number("select count(*) from donation.donation where state = 'SETTLED'");
        long atProvider = number("select count(*) from donation.donation where means in ('CARD', 'DEBIT')");
        assertThat(number("select count(*) from donation.donation"))
                .as("one is announced")
                .isEqualTo(gifts + 1);
        assertThat(leaves("gift")).isEqualTo(gifts);
        assertThat(leaves("fee")).isEqualTo(atProvider);
        assertThat(number("select count(*) from notification.mail where kind = 'donation.thanks'"))
                .isEqualTo(number("select count(*) from donation.donation where state = 'SETTLED' and email <> ''"));
    }

    @Test
    void writesToNobodyReal() {
        assertThat(number("""
                select count(*) from (
                  select email from donation.donation union all select email from identity.person
                  union all select recipient from notification.mail) address(email)
                where email <> '' and email not like '%.example'
                """)).isZero();
    }

    @Test
    void hasPeopleInEveryRole() {
        // and the adviser and the shop owner, who are members of none
        assertThat(number("select count(*) from identity.person where email not in ('" + Advised.ADVISER + "', '"
                        + ShopOwner.EMAIL + "')"))
                .isEqualTo(DemoPerson.ALL.size());
        for (DemoPerson person : DemoPerson.ALL) {
            assertThat(number("""
                    select count(*) from association.member m
                    join association.association a on a.id = m.association_id
                    join identity.person p on p.id = m.person_id
                    where a.slug = '%s' and p.email = '%s' and m.role = '%s'
                    """.formatted(person.association(), person.email(), person.role())))
                    .as(person.email())
                    .isEqualTo(1);
        }
    }

    /** Every gift on its day, with its line and what was asked: as the tables say, once each. */
    @ParameterizedTest
    @CsvSource({
        "un-puits-et-une-serre, jardins-dons.csv",
        "passe-a-poissons, rivieres-dons.csv",
        "maillots, etoile-dons.csv"
    })
    void settlesEachGiftOfTheTableOnItsDay(String slug, String table) {
        PublishedCampaign to = campaign(slug);
        List<String> expected = Papers.read().block().gifts(table).rows().stream()
                .map(row -> "%s %s %s %s %s"
                        .formatted(
                                row.counts().isEmpty()
                                        ? "announced"
                                        : to.plan()
                                                .opensOn()
                                                .plusDays(row.counts().getAsInt() - 1L),
                                AmountText.cents(row.euros()).getAsLong(),
                                row.means(),
                                row.lastName(),
                                row.line() > 0))
                .sorted()
                .toList();
        assertThat(database.sql("""
                        select coalesce(settled_on::text, 'announced') || ' ' || d.cents || ' ' || means || ' ' || last_name
                          || ' ' || (line_id is not null)
                        from donation.donation d join campaign.campaign c on c.id = d.campaign_id
                        where c.slug = :slug and d.once_key is not null
                        """)
                        .bind("slug", slug)
                        .map(row -> String.valueOf(row.get(0, String.class)))
                        .all()
                        .sort()
                        .collectList()
                        .block())
                .isEqualTo(expected);
    }

    @Test
    void isToldWholeAndOnce() {
        assertThat(number("select count(*) from operation.sample_data where told_at is not null and finished = "
                        + "array['etoile', 'jardins', 'rivieres']"))
                .isEqualTo(1);
        assertThat(number("select count(*) from association.association")).isEqualTo(3);
        assertThat(number("select count(*) from campaign.campaign")).isEqualTo(4);
        // covers; of each proof its original, one page and the words on it, and what may be seen of all but one; three
        // papers for dossiers, and a dossier
        assertThat(number("select count(*) from platform.file")).isEqualTo(4 + 7 * 3 + 6 + 3 + 1);
        // the garden was amended twice
        assertThat(number("select count(*) from campaign.edition")).isEqualTo(5);
        assertThat(number("select count(*) from ledger.transaction")).isEqualTo(number("""
                        select (select count(*) from donation.donation where state = 'SETTLED')
                          + (select count(*) from donation.donation where means in ('CARD', 'DEBIT'))
                          -- a debit taken back is opened and lost
                          + (select count(*) + count(*) filter (where kind = 'DISPUTE') from donation.reversal)
                          + (select count(*) from donation.offline_payment
                             where state = 'CLEARED' and means in ('CHEQUE', 'CASH'))
                          -- an expense is owed, then paid
                          + 2 * (select count(*) from transparency.expense where state = 'PAID')
                        """));
    }

    @Test
    void changesNothingWhenToldAgain() {
        long events = number("select count(*) from platform.event");
        sampleData.make().block();
        pump.drain().block();
        assertThat(number("select count(*) from platform.event")).isEqualTo(events);
        assertThat(number("select count(*) from association.association")).isEqualTo(3);
    }

    PublishedCampaign campaign(String slug) {
        return campaigns.findPublished(slug).blockOptional().orElseThrow();
    }

    long received(String slug) {
        return number("""
                select received_cents from ledger.campaign_total t join campaign.campaign c on c.id = t.campaign_id
                where c.slug = '%s'
                """.formatted(slug));
    }

    long fees(String slug) {
        return number("""
                select fees_cents from ledger.campaign_total t join campaign.campaign c on c.id = t.campaign_id
                where c.slug = '%s'
                """.formatted(slug));
    }

    /** For expenses, by the bank. */
    private static long paid(String slug) {
        return switch (slug) {
            case GARDEN -> 319_203 - 5_238;
            case JERSEYS -> 120_000 - 2_700;
            default -> 0;
        };
    }

    private long cameTo(String slug) {
        return number("""
                select sum(d.cents)::bigint from donation.donation d join campaign.campaign c on c.id = d.campaign_id
                where d.state = 'SETTLED' and c.slug = '%s'
                """.formatted(slug));
    }

    private Map<Long, Long> giftsByAmount(String slug, String where) {
        return database.sql("""
                select d.cents, count(*) as gifts from donation.donation d
                join campaign.campaign c on c.id = d.campaign_id where c.slug = :slug and %s group by d.cents
                """.formatted(where))
                .bind("slug", slug)
                .map(row -> Map.entry(row.get("cents", Long.class), row.get("gifts", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block();
    }

    long leaves(String kind) {
        return number("select count(*) from transparency.leaf where convert_from(bytes, 'UTF8')::jsonb ->> 'kind' = '"
                + kind + "'");
    }

    List<String> texts(String sql) {
        return database.sql(sql)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .all()
                .collectList()
                .block();
    }

    long number(String sql) {
        return database.sql(sql)
                .map(row -> row.get(0, Long.class))
                .one()
                .blockOptional()
                .orElse(0L);
    }
}

package org.tremplin.transparency.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.TestDatabase;
import org.tremplin.donation.DonationSettled;
import org.tremplin.donation.FeeBooked;
import org.tremplin.platform.Mode;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.security.Keys;
import org.tremplin.transparency.verify.Frontier;
import org.tremplin.transparency.verify.Sha256;
import org.tremplin.transparency.verify.Tree;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The journal on a real PostgreSQL, with the gifts and campaigns of {@link Story}. */
@Tag("postgres")
class JournalTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final DatabaseClient CLIENT = DATABASE.client();
    private static final TransactionalOperator TRANSACTION = TestDatabase.transaction(CLIENT);

    private final Story story = new Story();
    private final Journals journals = journals("https://dons.example.org");
    private final GiftLeaves giftLeaves = new GiftLeaves(story.gifts(), story.campaigns());
    private final OnDonationSettled onSettled = new OnDonationSettled(giftLeaves, journals);
    private final OnFeeBooked onFee = new OnFeeBooked(new CostLines(story.campaigns()), journals);

    @AfterAll
    static void drop() {
        DATABASE.drop();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void writesEachSourceOnceWithoutAGapInAnyOrderOfFacts(long seed) {
        Random random = new Random(seed);
        List<UUID> campaigns = List.of(story.campaign(false), story.campaign(false), story.campaign(true));
        List<Record> facts = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            DonationSettled gift = story.gift(campaigns.get(random.nextInt(3)), i % 3 == 0 ? "Zoé" : null, i % 7 == 0);
            facts.addAll(Collections.nCopies(1 + random.nextInt(3), gift));
            facts.addAll(Collections.nCopies(1 + random.nextInt(3), Story.feeOf(gift)));
        }
        Collections.shuffle(facts, random);

        Flux.fromIterable(facts).buffer(7).flatMap(this::hear, 4).blockLast();
        hear(only(facts, FeeBooked.class)).block();

        for (UUID campaign : campaigns) {
            List<JsonNode> leaves = leaves(campaign);
            long gifts = story.giftsTo(campaign);
            assertThat(leaves).hasSize((int) (2 * gifts));
            assertThat(leaves.stream().map(leaf -> leaf.get("seq").asLong()))
                    .containsExactlyElementsOf(
                            LongStream.range(0, 2 * gifts).boxed().toList());
            assertThat(size(campaign)).isEqualTo(2 * gifts);
            assertThat(leaves.stream()
                            .filter(leaf -> leaf.get("kind").asString().equals("fee")))
                    .allSatisfy(
                            fee -> assertThat(leaves.get(fee.get("refs").get(0).asInt())
                                            .get("kind")
                                            .asString())
                                    .isEqualTo("gift"))
                    .extracting(fee -> fee.get("refs").get(0).asInt())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void writesAGiftInItsPublishedForm() {
        UUID campaign = story.campaign(false);
        DonationSettled gift = story.gift(campaign, null, true);
        hear(List.of(gift)).block();

        assertThat(text(campaign, 0))
                .isEqualTo("{\"cents\":3000,\"crod\":\"P1.2.c\",\"currency\":\"EUR\",\"day\":\"2026-11-16\","
                        + "\"kind\":\"gift\",\"line\":\"" + LineCode.of(campaign, story.lineOf(campaign))
                        + "\",\"seq\":0,\"v\":1}");
    }

    @Test
    void writesAFeeOnTheLineOfCollectionCosts() {
        UUID campaign = story.campaign(false);
        DonationSettled gift = story.gift(campaign, null, false);
        hear(List.of(gift, Story.feeOf(gift))).block();

        assertThat(text(campaign, 1))
                .isEqualTo("{\"cents\":70,\"crod\":\"C2.1\",\"currency\":\"EUR\",\"day\":\"2026-11-17\","
                        + "\"kind\":\"fee\",\"line\":\"" + LineCode.of(campaign, story.costLineOf(campaign))
                        + "\",\"refs\":[0],\"seq\":1,\"v\":1}");
    }

    @Test
    void holdsNoInternalIdAndNoName() {
        UUID campaign = story.campaign(false);
        DonationSettled gift = story.gift(campaign, "Claire", false);
        hear(List.of(Story.feeOf(gift), gift)).block();

        assertThat(List.of(text(campaign, 0), text(campaign, 1)))
                .allSatisfy(leaf -> assertThat(leaf)
                        .doesNotContain(
                                gift.donation().toString(),
                                campaign.toString(),
                                gift.association().toString(),
                                story.lineOf(campaign).toString(),
                                story.costLineOf(campaign).toString(),
                                "Claire"));
    }

    @Test
    void keepsTheNameBesideTheLeafUntilItIsErased() {
        UUID campaign = story.campaign(false);
        hear(List.of(story.gift(campaign, "Claire", false))).block();

        assertThat(commitmentOf(campaign, 0)).isEqualTo(List.of("Claire", committedBy(campaign, 0)));
        assertThat(run("delete from transparency.commitment_text where campaign = '" + campaign + "'"))
                .isEqualTo(1);
    }

    @Test
    void namesNobodyWhoDidNotAskNorAnybodyInASensitiveCause() {
        UUID open = story.campaign(false);
        UUID sensitive = story.campaign(true);
        hear(List.of(story.gift(open, null, false), story.gift(sensitive, "Claire", false)))
                .block();

        assertThat(text(open, 0)).doesNotContain("commitments");
        assertThat(text(sensitive, 0)).doesNotContain("commitments");
        assertThat(commitmentOf(sensitive, 0)).isEmpty();
    }

    @Test
    void letsAFeeWaitForItsGift() {
        UUID campaign = story.campaign(false);
        DonationSettled gift = story.gift(campaign, null, false);
        Mono<Void> fee = onFee.handle(List.of(Story.feeOf(gift))).as(TRANSACTION::transactional);

        assertThatThrownBy(fee::block).isInstanceOf(IllegalStateException.class);
        assertThat(leaves(campaign)).isEmpty();
        hear(List.of(gift)).then(fee).block();
        assertThat(leaves(campaign)).hasSize(2);
    }

    @Test
    void growsItsTreeWithItsLeaves() {
        UUID campaign = story.campaign(false);
        UUID other = story.campaign(false);
        Frontier naive = new Frontier();
        for (int batch : new int[] {1, 3, 7, 2, 1}) {
            List<DonationSettled> gifts = IntStream.range(0, batch)
                    .mapToObj(gift -> story.gift(campaign, null, false))
                    .toList();
            hear(Stream.concat(gifts.stream(), Stream.of(story.gift(other, null, false)))
                            .toList())
                    .block();
        }
        for (int seq = 0; seq < 14; seq++) {
            naive.add(Sha256.of(Sha256.LEAF, text(campaign, seq).getBytes(StandardCharsets.UTF_8)));
        }

        byte[] root = Tree.root(14, node -> storedNode(campaign, node));
        assertThat(Sha256.hex(root)).isEqualTo(Sha256.hex(naive.root()));
        assertThat(one("select encode(edge, 'hex') from transparency.journal where campaign = '" + campaign + "'"))
                .isEqualTo(Sha256.hex(naive.joined()));
        assertThat(one("select count(*) from transparency.node where campaign = '" + campaign + "'"))
                .isEqualTo(7L + 3 + 1);
    }

    private static byte[] storedNode(UUID campaign, Tree.Node node) {
        String hash = node.level() == 0
                ? "select hash from transparency.leaf where campaign = '%s' and seq = %d"
                        .formatted(campaign, node.place())
                : "select hash from transparency.node where campaign = '%s' and level = %d and place = %d"
                        .formatted(campaign, node.level(), node.place());
        return CLIENT.sql(hash).map(row -> row.get("hash", byte[].class)).one().block();
    }

    @Test
    void keepsItsOriginWhenThePublicAddressChanges() {
        UUID campaign = story.campaign(false);
        hear(List.of(story.gift(campaign, null, false))).block();
        GiftLeaves moved = new GiftLeaves(story.gifts(), story.campaigns());
        DonationSettled later = story.gift(campaign, null, false);
        new OnDonationSettled(moved, journals("https://other.example.org:8443"))
                .handle(List.of(later))
                .as(TRANSACTION::transactional)
                .block();

        assertThat(one("select origin from transparency.journal where campaign = '" + campaign + "'"))
                .isEqualTo("dons.example.org/c/" + campaign);
        assertThat(size(campaign)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update transparency.leaf set purpose = 'other'",
                "delete from transparency.leaf",
                "truncate transparency.leaf cascade",
                "delete from transparency.journal",
                "truncate transparency.journal cascade",
                "update transparency.journal set origin = origin || '/2'",
                "update transparency.journal set next_seq = next_seq - 1",
                "update transparency.journal set edge = sha256(edge)",
                "update transparency.node set hash = sha256(hash)",
                "delete from transparency.node",
                "update transparency.entry set cents = cents + 1",
                "update transparency.commitment_text set text = 'Claude'"
            })
    void refusesChangesInTheDatabaseItself(String sql) {
        UUID campaign = story.campaign(false);
        hear(List.of(story.gift(campaign, "Claire", false), story.gift(campaign, null, false)))
                .block();

        assertThatThrownBy(() -> run(sql)).rootCause().hasMessageContaining("append-only");
    }

    @Test
    void refusesALeafWhoseHashIsNotItsOwn() {
        UUID campaign = story.campaign(false);
        hear(List.of(story.gift(campaign, null, false))).block();

        assertThatThrownBy(() -> run("""
                        insert into transparency.leaf (campaign, seq, bytes, hash, source_kind, source_id, purpose)
                        values ('%s', 1, '{}', sha256('{}'), 'test', gen_random_uuid(), 'test')
                        """.formatted(campaign))).rootCause().hasMessageContaining("leaf_hash_is_its_own");
    }

    private static Journals journals(String baseUrl) {
        TremplinSettings settings =
                new TremplinSettings(Mode.DEMO, URI.create(baseUrl), "s".repeat(32), Path.of("data"), null);
        SigningKeys keys = new SigningKeys(CLIENT, new Keys(settings), Clock.systemUTC());
        return new Journals(
                CLIENT, new LeafWriter(CLIENT), new Announcements(CLIENT, keys, Clock.systemUTC()), settings);
    }

    /** As the pump does: each kind to its handler, one transaction a batch; what fails is heard again, alone. */
    private Mono<Void> hear(List<? extends Record> facts) {
        List<FeeBooked> fees = only(facts, FeeBooked.class);
        return onFee.handle(fees)
                .as(TRANSACTION::transactional)
                .onErrorResume(tooEarly -> Mono.empty())
                .then(onSettled.handle(only(facts, DonationSettled.class)).as(TRANSACTION::transactional))
                .thenMany(Flux.fromIterable(fees))
                .concatMap(fee -> onFee.handle(List.of(fee))
                        .as(TRANSACTION::transactional)
                        .onErrorResume(tooEarly -> Mono.empty()))
                .then();
    }

    private static <F extends Record> List<F> only(List<? extends Record> facts, Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private List<JsonNode> leaves(UUID campaign) {
        JsonMapper json = new JsonMapper();
        return IntStream.range(0, Math.toIntExact(size(campaign)))
                .mapToObj(seq -> json.readTree(text(campaign, seq)))
                .toList();
    }

    private static String text(UUID campaign, long seq) {
        return (String) one("select convert_from(bytes, 'UTF8') from transparency.leaf where campaign = '" + campaign
                + "' and seq = " + seq);
    }

    private static long size(UUID campaign) {
        return (Long)
                one("select coalesce(max(next_seq), 0) from transparency.journal where campaign = '" + campaign + "'");
    }

    /** The text beside a leaf and the hash it opens. */
    private static List<String> commitmentOf(UUID campaign, long seq) {
        return Objects.requireNonNull(CLIENT.sql(
                        "select random, text from transparency.commitment_text where campaign = :campaign and seq = :seq")
                .bind("campaign", campaign)
                .bind("seq", seq)
                .map(row -> new Commitment("name", row.get("random", byte[].class), row.get("text", String.class)))
                .one()
                .map(found -> List.of(found.text(), Sha256.hex(found.hash())))
                .defaultIfEmpty(List.of())
                .block());
    }

    private static String committedBy(UUID campaign, long seq) {
        return new JsonMapper()
                .readTree(text(campaign, seq))
                .get("commitments")
                .get("name")
                .asString();
    }

    private static Object one(String sql) {
        return Objects.requireNonNull(
                CLIENT.sql(sql).map(row -> row.get(0)).one().block());
    }

    private static long run(String sql) {
        return Objects.requireNonNull(CLIENT.sql(sql).fetch().rowsUpdated().block());
    }
}

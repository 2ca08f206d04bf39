package org.tremplin.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestConnections;
import org.tremplin.TestDatabase;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.donation.donor.DonorSamples;
import org.tremplin.platform.Mode;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.platform.command.CommandStart;
import org.tremplin.platform.event.Pump;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Who was erased stays so when a backup from before is restored. */
@TestApplication
@Import({Samples.class, DonorSamples.class})
class ErasedAgainTest {

    @TempDir
    Path folder;

    @Autowired
    Samples samples;

    @Autowired
    DonorSamples donors;

    @Autowired
    Visitors visitors;

    @Autowired
    Pump pump;

    @Autowired
    TestConnections connections;

    @Autowired
    DatabaseClient database;

    @Autowired
    List<ErasesAgain> again;

    @Autowired
    Alarms alarms;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    Clock clock;

    private Association association;
    private String campaign;
    private DonorSamples.Donor donor;
    private ErasureKeeping keeping;

    @BeforeEach
    void campaign() {
        association = samples.association("Les Jardins " + UUID.randomUUID());
        campaign = samples.campaign(
                        association, "jardin-" + UUID.randomUUID().toString().substring(0, 8))
                .campaign()
                .slug();
        donor = DonorSamples.Donor.some();
        keeping = keeping(folder);
    }

    @Test
    void keepsWhoAskedForItErasedAfterAnOlderBackupIsRestored() throws Exception {
        String token = donors.give(campaign, donor, false);
        DonorSamples.Donor other = DonorSamples.Donor.some();
        donors.give(campaign, other, false);
        Path before = backup();
        visitors.anonymous().post("/don/" + token + "/donnees").expectStatus().isSeeOther();
        eraseByTheMailedLink();
        keeping.keep().block();
        assertThat(Files.readString(folder.resolve("erasures.txt")))
                .contains(" address ")
                .doesNotContainIgnoringCase(donor.email());

        restore(before);
        assertThat(donors.where(donor.last())).as("the backup knows").isNotEmpty();
        keeping.keep().block();
        pump.drain().block();
        for (String word : List.of(donor.last(), donor.first(), donor.email(), donor.message(), donor.street())) {
            assertThat(donors.where(word)).as(word).isEmpty();
        }
        assertThat(donors.where(other.last())).as("nobody else").isNotEmpty();
        assertThat(donors.number("select count(*) from platform.audit where act = 'identity.erased-again'"))
                .isEqualTo(1);

        keeping.keep().block();
        assertThat(donors.number("select count(*) from platform.audit where act = 'identity.erased-again'"))
                .as("once")
                .isEqualTo(1);
    }

    @Test
    void keepsWhoWroteToTheAssociationErasedAfterAnOlderBackupIsRestored() throws Exception {
        donors.give(campaign, donor, false);
        String gift = donors.text("select id::text from donation.donation order by id desc limit 1");
        Path before = backup();
        String page = "/espace/" + association.slug() + "/dons/" + gift + "/effacement";
        visitors.member(association.slug(), "TREASURER")
                .post(page)
                .expectStatus()
                .isSeeOther();
        keeping.keep().block();

        restore(before);
        assertThat(donors.where(donor.email())).isNotEmpty();
        keeping.keep().block();
        pump.drain().block();
        assertThat(donors.where(donor.email())).isEmpty();
        assertThat(donors.where(donor.last())).isEmpty();
    }

    @Test
    void keepsAFirstNameThatWasTakenOutOfThePublicJournalOutOfIt() throws Exception {
        String token = donors.give(campaign, donor, false);
        Path before = backup();
        visitors.anonymous().post("/don/" + token + "/nom").expectStatus().isSeeOther();
        pump.drain().block();
        keeping.keep().block();

        restore(before);
        assertThat(donors.where(donor.first())).contains("transparency.commitment_text.text");
        keeping.keep().block();
        pump.drain().block();
        assertThat(donors.where(donor.first())).doesNotContain("transparency.commitment_text.text");
    }

    @Test
    void passesOverALineThatACrashCutAndWritesItAgain() throws Exception {
        donors.give(campaign, donor, false);
        String gift = donors.text("select id::text from donation.donation order by id desc limit 1");
        String page = "/espace/" + association.slug() + "/dons/" + gift + "/effacement";
        visitors.member(association.slug(), "TREASURER")
                .post(page)
                .expectStatus()
                .isSeeOther();
        Path list = folder.resolve("erasures.txt");
        Files.writeString(list, "019a9c2e-0000-7000-8000-0000", StandardOpenOption.CREATE);
        keeping.keep().block();
        keeping.keep().block();
        try (Stream<Erasure> lines = new ErasureList(list).read()) {
            assertThat(lines).extracting(Erasure::subject).containsOnlyOnce(gift);
        }
        assertThat(alarms.open().collectList().block()).isEmpty();
    }

    @Test
    void raisesTheAlarmWhenTheListCannotBeWrittenUntilItCan() throws Exception {
        database.sql("insert into platform.erasure (id, at, kind, subject)"
                        + " values (gen_random_uuid(), now(), 'donor', gen_random_uuid()::text)")
                .then()
                .block();
        Path blocked = Files.createFile(folder.resolve("blocked"));
        ErasureKeeping elsewhere = keeping(blocked);
        elsewhere.keep().block();
        assertThat(open()).contains("privacy.erasures_not_kept");
        Files.delete(blocked);
        elsewhere.keep().block();
        assertThat(open()).doesNotContain("privacy.erasures_not_kept");
    }

    @Test
    void staysClosedWhileWhatWasErasedCannotBeErasedAgain() throws Exception {
        new ErasureList(folder.resolve("erasures.txt"))
                .add(List.of(new Erasure(UUID.randomUUID(), Instant.EPOCH, "sometimes", "0a")));
        AtomicInteger failures = new AtomicInteger(4);
        ErasuresBeforeAnybody start = start(folder, new Sometimes(failures, new ArrayList<>()));
        assertThatExceptionOfType(ErasuresNotRedone.class)
                .isThrownBy(start::start)
                .withMessageStartingWith("The site stays closed")
                .satisfies(failure -> assertThat(
                                new ErasuresNotRedoneAnalyzer().analyze(failure).getAction())
                        .contains(folder.resolve("erasures.txt").toString()));
        assertThat(start.isRunning()).isFalse();

        // three tries a start: the first of this one fails
        start.start();
        assertThat(start.isRunning()).isTrue();
        assertThat(failures).hasValue(0);
        assertThat(donors.number("select count(*) from platform.erasure where kind = 'sometimes' and subject = '0a'"))
                .isEqualTo(1);
    }

    @Test
    void staysClosedWhileTheListCannotBeRead() throws Exception {
        Files.createDirectory(folder.resolve("erasures.txt"));
        assertThatExceptionOfType(ErasuresNotRedone.class)
                .isThrownBy(() -> start(folder, new Sometimes(new AtomicInteger(), new ArrayList<>()))
                        .start());
    }

    @Test
    void holdsListsTogetherThatAreLongerThanAPageAndThenReadsWhatIsRecent() throws Exception {
        long many = ErasureRows.PAGE + 2;
        database.sql("insert into platform.erasure (id, at, kind, subject) select gen_random_uuid(),"
                        + " now() - interval '2 days', 'sometimes', lpad(to_hex(n), 8, '0') from generate_series(1, "
                        + many
                        + ") n")
                .then()
                .block();
        List<String> erased = new ArrayList<>();
        ErasureKeeping keeps = keeping(folder, List.of(new Sometimes(new AtomicInteger(), erased)));
        keeps.keep().block();
        assertThat(listed()).isGreaterThanOrEqualTo(many);

        Path list = folder.resolve("erasures.txt");
        long before = Files.size(list);
        database.sql(
                        "insert into platform.erasure (id, at, kind, subject) values (gen_random_uuid(), :now, 'sometimes',"
                                + " 'feed')")
                .bind("now", clock.instant())
                .then()
                .block();
        keeps.keep().block();
        keeps.keep().block();
        assertThat(Files.readString(list).substring((int) before)).containsOnlyOnce(" sometimes feed");

        Files.delete(list);
        keeps.keep().block();
        assertThat(listed()).as("a list that was lost is written anew").isGreaterThan(many);

        database.sql("delete from platform.erasure where kind = 'sometimes'")
                .then()
                .block();
        keeps.keep().block();
        assertThat(erased).as("data that is older while we run").hasSize((int) many + 1);
        assertThat(donors.number("select count(*) from platform.erasure where kind = 'sometimes'"))
                .isEqualTo(many + 1);
        assertThat(open()).doesNotContain("privacy.erasures_not_kept");
    }

    private long listed() throws Exception {
        try (Stream<Erasure> lines = new ErasureList(folder.resolve("erasures.txt")).read()) {
            return lines.filter(line -> line.kind().equals("sometimes")).count();
        }
    }

    private ErasuresBeforeAnybody start(Path dataDir, ErasesAgain how) {
        return new ErasuresBeforeAnybody(
                keeping(dataDir, List.of(how)), settings(dataDir), Retry.backoff(2, Duration.ofMillis(1)));
    }

    /** Fails so many times, then remembers what it was to erase. */
    private record Sometimes(AtomicInteger failures, List<String> erased) implements ErasesAgain {

        @Override
        public String kind() {
            return "sometimes";
        }

        @Override
        public Mono<Void> again(Set<String> subjects) {
            return Mono.fromRunnable(() -> {
                if (failures.get() > 0) {
                    failures.decrementAndGet();
                    throw new IllegalStateException("not yet");
                }
                erased.addAll(subjects);
            });
        }
    }

    private List<String> open() {
        return alarms.open().map(alarm -> alarm.kind()).collectList().block();
    }

    private ErasureKeeping keeping(Path dataDir) {
        return keeping(dataDir, again);
    }

    private ErasureKeeping keeping(Path dataDir, List<ErasesAgain> how) {
        return new ErasureKeeping(new ErasureRows(database), how, settings(dataDir), alarms, transaction, clock);
    }

    private static TremplinSettings settings(Path dataDir) {
        return new TremplinSettings(
                Mode.DEMO,
                URI.create("http://localhost:8080"),
                "a secret of more than thirty-two characters",
                dataDir,
                null);
    }

    private void eraseByTheMailedLink() {
        Visitor visitor = visitors.anonymous();
        String mail = "/demo/courrier/"
                + donors.text(
                        "select id::text from notification.mail where kind = 'identity.data' order by id desc limit 1");
        String link = Jsoup.parse(visitor.page(mail))
                .select(".mail-links a[href*='/donnees/dossier']")
                .attr("href");
        String token = Objects.requireNonNull(link).substring(link.indexOf("token=") + 6);
        visitor.post("/donnees/effacement", "token", token).expectStatus().isSeeOther();
        pump.drain().block();
    }

    private Path backup() throws Exception {
        Path file = folder.resolve("before.backup");
        assertThat(CommandStart.onSettings("backup", on(connections.database(), file)))
                .isZero();
        return file;
    }

    private void restore(Path file) throws Exception {
        TestDatabase older = TestDatabase.blank();
        assertThat(CommandStart.onSettings("restore", on(older, file))).isZero();
        connections.goOnWith(older);
    }

    private static String[] on(TestDatabase database, Path file) {
        return new String[] {
            file.toString(),
            "--spring.r2dbc.url=" + database.r2dbcUrl(),
            "--spring.r2dbc.username=" + TestDatabase.user(),
            "--spring.r2dbc.password=" + TestDatabase.password(),
            "--tremplin.backup.passphrase=une phrase pour les essais"
        };
    }
}

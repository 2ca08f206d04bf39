package org.tremplin.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
        assertThat(new ErasureList(list).read()).extracting(Erasure::subject).containsOnlyOnce(gift);
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

    private List<String> open() {
        return alarms.open().map(alarm -> alarm.kind()).collectList().block();
    }

    private ErasureKeeping keeping(Path dataDir) {
        TremplinSettings settings = new TremplinSettings(
                Mode.DEMO,
                URI.create("http://localhost:8080"),
                "a secret of more than thirty-two characters",
                dataDir,
                null);
        return new ErasureKeeping(database, again, settings, alarms, transaction);
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

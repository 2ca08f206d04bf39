package org.tremplin.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.TestClock;
import org.tremplin.TestDatabase;
import org.tremplin.platform.BadSetting;
import org.tremplin.platform.Mode;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.alarm.AlarmsForTests;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.KeysForTests;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** The queue on a real database and a real SMTP conversation. */
@Tag("postgres")
class PostmanTest {

    private static final String SEAL = "dons.example.org/c/1\n3\n6/FOuEoxK2Ei5qNJ8xFO4Yf1otHO8qIieYlAY5q1z5Y=\n";

    /** Knows what to say of one campaign, and nothing of any other. */
    private static final Enclosure ENCLOSURE = new Enclosure() {
        @Override
        public String name() {
            return "journal";
        }

        @Override
        public Mono<String> about(UUID subject) {
            return subject.getLeastSignificantBits() == 1 ? Mono.just(SEAL) : Mono.empty();
        }
    };

    private static final MailSettings SETTINGS = new MailSettings(
            "Les Jardins <contact@jardins.example.org>",
            3,
            Duration.ofMinutes(1),
            Duration.ofHours(6),
            Duration.ofDays(90));

    private final DatabaseClient database = TestDatabase.fresh().client();
    private final TransactionalOperator transaction = TestDatabase.transaction(database);
    private final TestClock clock = new TestClock();
    private final JavaMailSenderImpl server = new JavaMailSenderImpl();
    private final Outbox outbox = new Outbox(database, clock);
    private GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void open() {
        mailbox.start();
        server.setHost("127.0.0.1");
        server.setPort(mailbox.getSmtp().getPort());
    }

    @AfterEach
    void close() {
        mailbox.stop();
    }

    @Test
    void sendsTextAndHtmlInTheLanguageOfTheMail() throws Exception {
        Line line = line(Mode.SINGLE);
        line.queue(mail("lea@real.org", Language.FR));
        line.postman.sendWaiting().block();
        MimeMessage got = mailbox.getReceivedMessages()[0];
        assertThat(got.getSubject()).isEqualTo("Votre lien pour entrer");
        assertThat(got.getFrom()[0]).hasToString("Les Jardins <contact@jardins.example.org>");
        assertThat(got.getAllRecipients()[0]).hasToString("lea@real.org");
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        String all = GreenMailUtil.getWholeMessage(got);
        assertThat(all).contains("text/plain", "text/html", "123 456");
        assertThat(state()).isEqualTo("SENT 1");
    }

    /** RFC 8058. */
    @Test
    void letsAMailProgramStopMailsByOnePress() throws Exception {
        Line line = line(Mode.SINGLE);
        line.queue(mail("lea@real.org", Language.FR).unsubscribe("/suivi/abc/arret"));
        line.postman.sendWaiting().block();
        MimeMessage got = mailbox.getReceivedMessages()[0];
        assertThat(got.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(got.getHeader("List-Unsubscribe"))
                .singleElement()
                .satisfies(header -> assertThat(header).startsWith("<http").endsWith("/suivi/abc/arret>"));
    }

    @Test
    void saysAsItLeavesWhatOnlyThenIsKnown() throws Exception {
        Line line = line(Mode.SINGLE);
        line.queue(thanks(new UUID(0, 1)));
        line.queue(thanks(new UUID(0, 2)));
        line.postman.sendWaiting().block();
        List<String> sent = Stream.of(mailbox.getReceivedMessages())
                .map(PostmanTest::plain)
                .sorted(Comparator.comparing(String::length))
                .toList();

        assertThat(sent.get(1)).contains(SEAL.replace("\n", "\r\n")).contains("Gardez-le");
        assertThat(sent.get(0)).doesNotContain("sceau", new UUID(0, 2).toString());
    }

    private static String plain(MimeMessage message) {
        try {
            // mixed, then related, then the two forms
            Multipart related = (Multipart)
                    ((Multipart) message.getContent()).getBodyPart(0).getContent();
            Multipart forms = (Multipart) related.getBodyPart(0).getContent();
            return (String) forms.getBodyPart(0).getContent();
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Mail thanks(UUID campaign) {
        return Mail.of(
                "donation.thanks",
                UUID.randomUUID(),
                "lea@real.org",
                Language.FR,
                "donation-settled",
                Map.of(
                        "name",
                        "Léa",
                        "amount",
                        "50 €",
                        "day",
                        "hier",
                        "campaign",
                        "Un puits",
                        "gift",
                        "/don/x",
                        "page",
                        "/c/x",
                        "journal",
                        campaign.toString()));
    }

    @Test
    void forgetsASecretAsSoonAsItIsSent() {
        Line line = line(Mode.SINGLE);
        line.queue(mail("lea@real.org", Language.EN).usefulUntil(clock.instant().plusSeconds(60)));
        line.postman.sendWaiting().block();
        assertThat(one("select (sealed_values is null)::text as line from notification.mail"))
                .isEqualTo("true");
    }

    @Test
    void neverSendsASecretThatIsOfNoMoreUse() {
        Line line = line(Mode.SINGLE);
        line.queue(mail("lea@real.org", Language.FR).usefulUntil(clock.instant().plusSeconds(60)));
        clock.pass(Duration.ofMinutes(2));
        line.postman.sendWaiting().block();
        assertThat(mailbox.getReceivedMessages()).isEmpty();
        assertThat(state()).isEqualTo("FAILED 1");
    }

    @Test
    void queuesTheSameMailOnce() {
        Line line = line(Mode.SINGLE);
        Mail mail = mail("lea@real.org", Language.FR);
        line.queue(mail);
        line.queue(mail);
        line.postman.sendWaiting().block();
        line.postman.sendWaiting().block();
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
    }

    @Test
    void refusesToQueueOutsideATransaction() {
        assertThatThrownBy(() -> line(Mode.SINGLE)
                        .mails
                        .queue(mail("lea@real.org", Language.FR))
                        .block())
                .hasMessageContaining("o transaction");
    }

    @Test
    void triesAgainWhenTheServerWasAway() {
        Line line = line(Mode.SINGLE);
        line.queue(mail("lea@real.org", Language.FR));
        int port = server.getPort();
        mailbox.stop();
        line.postman.sendWaiting().block();
        assertThat(state()).isEqualTo("WAITING 1");
        assertThat(one("select (next_at > now() + interval '50 seconds')::text as line from notification.mail"))
                .isEqualTo("true");
        mailbox = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        hurry();
        line.postman.sendWaiting().block();
        assertThat(state()).isEqualTo("SENT 2");
    }

    @Test
    void raisesAnAlarmWhenItGivesUp() {
        Line line = line(Mode.SINGLE);
        line.queue(mail("lea@real.org", Language.FR));
        mailbox.stop();
        for (int tried = 0; tried < SETTINGS.attempts(); tried++) {
            line.postman.sendWaiting().block();
            hurry();
        }
        assertThat(state()).isEqualTo("FAILED 3");
        assertThat(one("select kind || ' ' || subject || ' ' || cause as line from platform.alarm"))
                .startsWith("mail.unsent test.mail")
                .doesNotContain("lea@");
    }

    @Test
    void givesUpAtOnceAnAddressThatTheServerRefusesForGood() throws IOException {
        try (RefusingServer refusing = new RefusingServer("550 no such user")) {
            server.setPort(refusing.port());
            Line line = line(Mode.SINGLE);
            line.queue(mail("nobody@real.org", Language.FR));
            line.postman.sendWaiting().block();
            assertThat(state()).isEqualTo("FAILED 1");
            assertThat(one("select last_error as line from notification.mail")).isEqualTo("recipient refused with 550");
            assertThat(one("select kind || ' ' || subject || ' ' || cause as line from platform.alarm"))
                    .isEqualTo("mail.refused test.mail recipient refused with 550");
        }
    }

    /** Else each refused mail about alarms would be the cause of another one. */
    @Test
    void raisesOneAlarmHoweverManyMailsOfAKindAreRefused() throws IOException {
        Line line = line(Mode.SINGLE);
        for (String to : List.of("nobody@real.org", "operator@real.org")) {
            try (RefusingServer refusing = new RefusingServer("550 no such user")) {
                server.setPort(refusing.port());
                line.queue(mail(to, Language.FR));
                line.postman.sendWaiting().block();
                AlarmsForTests.of(database, clock).claimUntold().then().block();
            }
        }
        assertThat(one("select count(*)::text as line from notification.mail where state = 'FAILED'"))
                .isEqualTo("2");
        assertThat(one("select count(*)::text as line from platform.alarm")).isEqualTo("1");
    }

    @Test
    void triesAgainAnAddressThatTheServerRefusesForNow() throws IOException {
        try (RefusingServer refusing = new RefusingServer("451 greylisted")) {
            server.setPort(refusing.port());
            Line line = line(Mode.SINGLE);
            line.queue(mail("lea@real.org", Language.FR));
            line.postman.sendWaiting().block();
            assertThat(state()).isEqualTo("WAITING 1");
        }
    }

    @Test
    void keepsNoMailToARealAddressInDemo() {
        Line line = line(Mode.DEMO);
        line.queue(mail("lea@real.org", Language.FR));
        line.queue(mail("lea@asso.example", Language.FR));
        line.postman.sendWaiting().block();
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
        assertThat(one("select string_agg(recipient, ' ') as line from notification.mail"))
                .isEqualTo("lea@asso.example");
    }

    @Test
    void emptiesOldMails() {
        Line line = line(Mode.DEMO);
        line.queue(mail("lea@asso.example", Language.FR));
        line.postman.sendWaiting().block();
        clock.pass(Duration.ofDays(91));
        new MailForgetting(outbox, SETTINGS).forget(clock.instant(), 500).block();
        assertThat(one("select recipient || (sealed_values is null) as line from notification.mail"))
                .isEqualTo("true");
    }

    @Test
    void forgetsWhereASecretWasSentTo() {
        Line line = line(Mode.DEMO);
        line.queue(mail("lea@asso.example", Language.FR)
                .usefulUntil(clock.instant().plusSeconds(60)));
        line.postman.sendWaiting().block();
        clock.pass(Duration.ofDays(91));
        MailForgetting forgetting = new MailForgetting(outbox, SETTINGS);
        assertThat(forgetting.forget(clock.instant(), 500).block()).isEqualTo(1);
        assertThat(one("select recipient as line from notification.mail")).isEmpty();
        assertThat(forgetting.forget(clock.instant(), 500).block()).isZero();
    }

    @Test
    void startsOutsideDemoOnlyWithAMailServer() {
        assertThatThrownBy(() -> new Delivery(instance(Mode.SINGLE), SETTINGS, none(), ""))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("spring.mail.host");
        assertThat(new Delivery(instance(Mode.DEMO), SETTINGS, none(), "").sends("lea@asso.example"))
                .isFalse();
    }

    private Line line(Mode mode) {
        Delivery delivery = new Delivery(instance(mode), SETTINGS, provider(), "127.0.0.1");
        Seal seal =
                new Seal(KeysForTests.of(instance(mode)), JsonMapper.builder().build());
        Carrier carrier = new Carrier(provider(), delivery, new MailTemplates(words(), instance(mode)));
        Postman postman = new Postman(
                outbox,
                carrier,
                new Enclosures(List.of(ENCLOSURE), seal),
                SETTINGS,
                AlarmsForTests.of(database, clock),
                clock,
                Schedulers.boundedElastic());
        return new Line(new Mails(database, delivery, seal, new Ids(clock), clock), postman);
    }

    private ObjectProvider<JavaMailSender> provider() {
        return new StaticListableBeanFactory(Map.of("server", server)).getBeanProvider(JavaMailSender.class);
    }

    private static ObjectProvider<JavaMailSender> none() {
        return new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class);
    }

    private static StaticMessageSource words() {
        StaticMessageSource words = new StaticMessageSource();
        words.setUseCodeAsDefaultMessage(true);
        return words;
    }

    private static TremplinSettings instance(Mode mode) {
        return new TremplinSettings(
                mode, URI.create("https://dons.example.org"), "0123456789".repeat(4), Path.of("target"), null);
    }

    private static Mail mail(String to, Language language) {
        return Mail.of(
                "test.mail",
                UUID.randomUUID(),
                to,
                language,
                "sign-in",
                Map.of("link", "https://dons.example.org/connexion/lien?token=abc", "code", "123 456", "minutes", 60));
    }

    private void hurry() {
        database.sql("update notification.mail set next_at = now()").then().block();
    }

    private String state() {
        return one("select state || ' ' || attempts as line from notification.mail");
    }

    private @Nullable String one(String sql) {
        return database.sql(sql).map(row -> row.get("line", String.class)).one().block();
    }

    private final class Line {
        private final Mails mails;
        private final Postman postman;

        private Line(Mails mails, Postman postman) {
            this.mails = mails;
            this.postman = postman;
        }

        private void queue(Mail mail) {
            mails.queue(mail).as(transaction::transactional).block();
        }
    }
}

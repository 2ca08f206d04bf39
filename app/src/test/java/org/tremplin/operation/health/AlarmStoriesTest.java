package org.tremplin.operation.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.tremplin.payment.AgainstStripe;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.platform.event.Pump;
import reactor.core.publisher.Flux;

/** Each silence that befell others is told here: on the operator's page, and by one mail within the minute. */
class AlarmStoriesTest extends AgainstStripe {

    @Autowired
    AlarmMails job;

    @Autowired
    Alarms alarms;

    @Autowired
    Pump pump;

    @BeforeEach
    void nothingWasTold() {
        for (String table : List.of("platform.alarm", "notification.mail")) {
            database.sql("delete from " + table).then().block();
        }
    }

    @Test
    @Tag("incident-11")
    @DisplayName("incident 11: what cannot be read is shown and mailed")
    void tellsOfAnEventThatCannotBeRead() {
        String odd = "{\"id\":\"evt_%s\",\"type\":\"charge.updated\",\"created\":\"soon\",\"data\":{}}"
                .formatted(UUID.randomUUID());
        isTold("webhook.unreadable", "Un événement ne se lit pas", () -> {
            send(odd).expectStatus().isOk();
            pump.drain().block();
        });
    }

    @Test
    void tellsOfAChargeOfOursWithoutADonation() {
        String charge = checkout("completed", "paid", UUID.randomUUID());
        isTold("payment.unknown", "Un paiement de cette instance nous est inconnu", () -> {
            send(charge).expectStatus().isOk();
            pump.drain().block();
        });
    }

    @Test
    @Tag("incident-10")
    @DisplayName("incident 10: the one that is stuck is shown and can be set back")
    void tellsOfAStuckEventAndSetsItBack() {
        UUID fact = stuck();
        String title = "Un fait n’a pas pu être traité";
        isTold("event.stuck", title, () -> pump.drain().block());
        assertThat(visitors.operator().page("/admin")).contains("Remettre en file", fact.toString());

        visitors.operator()
                .post("/admin/livraisons/reprises", "partie", "payment.webhook.treat", "fait", fact.toString())
                .expectStatus()
                .isSeeOther();
        assertThat(number("select count(*) from platform.delivery where state = 'WAITING' and attempts = 0"))
                .isEqualTo(1);
        assertThat(alarms("event.stuck")).isZero();
        database.sql("delete from platform.delivery where event_id = :fact")
                .bind("fact", fact)
                .then()
                .block();
    }

    @Test
    @Tag("incident-07")
    @DisplayName("incident 7: repeated bad signatures are told")
    void tellsOfRepeatedBadSignatures() {
        isTold("webhook.refused", "Des événements arrivent avec une mauvaise signature", () -> {
            for (int again = 0; again < 3; again++) {
                clock.pass(Duration.ofMinutes(1));
                send("{}".getBytes(StandardCharsets.UTF_8), "t=1,v1=00")
                        .expectStatus()
                        .isBadRequest();
            }
        });
    }

    @Test
    @Tag("incident-08")
    @DisplayName("incident 8: events of another instance are kept, not treated, and told")
    void tellsOfEventsOfAnotherInstanceWhichAreKeptAndNotTreated() {
        String foreign = event(
                "checkout.session.completed",
                "\"id\":\"cs_x\",\"payment_status\":\"paid\"",
                "another",
                UUID.randomUUID());
        isTold("webhook.other_instance", "Des événements d’une autre instance arrivent ici", () -> {
            send(foreign).expectStatus().isOk();
            pump.drain().block();
        });
        assertThat(number("select count(*) from payment.provider_event where treated = 'NOT_OURS'"))
                .isPositive();
    }

    @Test
    void tellsOfTotalsThatDiffer() {
        isTold("ledger.totals_differ", "Un total n’est pas égal à ses écritures", () -> raise("ledger.totals_differ"));
    }

    @Test
    void tellsOfARefusedMail() {
        isTold("mail.refused", "Un e-mail est refusé", () -> raise("mail.refused"));
    }

    @Test
    void writesOfSeveralAlarmsInOneMailOnceOverTwoInstances() {
        job.tell().block();
        long before = mails();
        raise("payment.refused");
        raise("refund.refused");
        Flux.range(0, 4).flatMap(instance -> job.tell()).blockLast();
        assertThat(mails()).isEqualTo(before + 1);
        assertThat(newestMail())
                .contains("2 alarmes", "refuse d’ouvrir des paiements", "Un remboursement a été refusé");
    }

    @Test
    void writesAgainOnlyWhenTheSameAlarmOpensAgain() {
        raise("donation.paid_twice");
        job.tell().block();
        long before = mails();
        raise("donation.paid_twice");
        job.tell().block();
        assertThat(mails()).isEqualTo(before);

        visitors.operator()
                .post("/admin/alarmes/" + id("donation.paid_twice") + "/fermeture", "raison", "repare")
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/admin?fait=fermee");
        assertThat(alarms("donation.paid_twice")).isZero();
        assertThat(visitors.operator().page("/admin?fait=fermee")).contains("Alarmes fermées", "payé deux fois");

        raise("donation.paid_twice");
        job.tell().block();
        assertThat(mails()).isEqualTo(before + 1);
        assertThat(alarms("donation.paid_twice")).isEqualTo(1);
    }

    /** Nobody but a person can tell that a journal somebody wrote into is explained. */
    @Test
    void asksWhyAnAlarmIsClosedThatNoMachineCanSeeMended() {
        raise("journal.rewritten");
        String close = "/admin/alarmes/" + id("journal.rewritten") + "/fermeture";
        assertThat(visitors.operator().page("/admin")).contains("Fermer, parce que", "c’est réparé", "ce n’était rien");
        visitors.operator().post(close).expectStatus().isBadRequest();
        visitors.operator().post(close, "raison", "<b>").expectStatus().isBadRequest();
        assertThat(alarms("journal.rewritten")).isEqualTo(1);

        visitors.operator().post(close, "raison", "explique").expectStatus().isSeeOther();
        assertThat(alarms("journal.rewritten")).isZero();
        assertThat(visitors.operator().page("/admin")).contains("c’est expliqué</span></span>");
        assertThat(
                        text(
                                "select object from platform.audit where act = 'operation.alarm-closed' order by id desc limit 1"))
                .startsWith("journal.rewritten ")
                .endsWith(" EXPLAINED");
    }

    @Test
    void saysOfAnAlarmThatItWillCloseByItself() {
        raise("reconcile.not_booked");
        assertThat(visitors.operator().page("/admin")).contains("Elle se ferme d’elle-même");
        alarms.close("reconcile.not_booked", "subject").block();
        assertThat(visitors.operator().page("/admin")).contains("d’elle-même</span></span>");
    }

    @Test
    void looksSeveralTimesAMinute() throws NoSuchMethodException {
        Scheduled look = AlarmMails.class.getDeclaredMethod("look").getAnnotation(Scheduled.class);
        assertThat(look.fixedDelay()).isLessThanOrEqualTo(20_000);
    }

    @Test
    void showsTheStoredWordsOfAKindItDoesNotKnow() {
        alarms.raise("another.kind", "x", "Something <b>odd</b>", "Look at it").block();
        assertThat(visitors.operator().page("/admin")).contains("another.kind", "Look at it", "&lt;b&gt;odd");
    }

    @Test
    void isForTheOperatorOnly() {
        visitors.stranger().get("/admin").expectStatus().isForbidden();
        visitors.member(association.slug(), "PRESIDENT")
                .get("/admin")
                .expectStatus()
                .isForbidden();
    }

    /** On the page with its next step, and mailed once however often it is seen. */
    private void isTold(String kind, String title, Runnable silence) {
        silence.run();
        assertThat(alarms(kind)).isEqualTo(1);
        String page = visitors.operator().page("/admin");
        assertThat(page).contains(title, "À faire", "depuis", "/fermeture");
        job.tell().block();
        assertThat(newestMail()).contains(title, "/admin");
        long before = mails();
        raise(kind, subject(kind));
        job.tell().block();
        assertThat(mails()).isEqualTo(before);
    }

    /** A fact that its handler cannot read, at its last try. */
    private UUID stuck() {
        UUID id = UUID.randomUUID();
        for (String sql : List.of(
                "insert into platform.event values (:id, 'payment.event-received', 1, '{\"account\": []}', now())",
                "insert into platform.delivery (handler, event_id, attempts, next_at)"
                        + " values ('payment.webhook.treat', :id, 11, now())")) {
            database.sql(sql).bind("id", id).then().block();
        }
        return id;
    }

    private void raise(String kind) {
        raise(kind, "subject");
    }

    private void raise(String kind, String subject) {
        alarms.raise(kind, subject, "cause", "next").block();
    }

    private String subject(String kind) {
        return text("select subject from platform.alarm where closed_at is null and kind = '" + kind + "'");
    }

    private String id(String kind) {
        return text("select id::text from platform.alarm where closed_at is null and kind = '" + kind + "'");
    }

    private long mails() {
        return number("select count(*) from notification.mail where kind = 'operation.alarms'");
    }

    private String newestMail() {
        return visitors.operator()
                .page("/demo/courrier/"
                        + text("select id::text from notification.mail where kind = 'operation.alarms'"
                                + " order by id desc limit 1"));
    }

    private String text(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).map(row -> row.get(0, String.class)).one().block());
    }
}

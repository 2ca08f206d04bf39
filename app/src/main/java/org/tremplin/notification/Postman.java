package org.tremplin.notification;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tremplin.platform.alarm.Alarms;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Sends what waits, each mail tried with growing waits until it is sent, refused for good or given up. A crash between
 * the server's yes and our note sends a mail twice rather than never.
 */
@Component
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final int ROUND = 20;

    private final Outbox outbox;
    private final Carrier carrier;
    private final Enclosures enclosures;
    private final MailSettings settings;
    private final Alarms alarms;
    private final Clock clock;
    private final Scheduler threads;

    Postman(
            Outbox outbox,
            Carrier carrier,
            Enclosures enclosures,
            MailSettings settings,
            Alarms alarms,
            Clock clock,
            @Qualifier("mailScheduler") Scheduler threads) {
        this.outbox = outbox;
        this.carrier = carrier;
        this.enclosures = enclosures;
        this.settings = settings;
        this.alarms = alarms;
        this.clock = clock;
        this.threads = threads;
    }

    /** One round after the other until none waits. */
    @Scheduled(fixedDelay = 1000)
    Mono<Void> sendWaiting() {
        return outbox.claim(ROUND)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(this::send, MailThreads.COUNT)
                .count()
                .flatMap(tried -> tried < ROUND ? Mono.<Void>empty() : sendWaiting())
                .onErrorResume(failure -> {
                    log.warn("Mails wait: {}", failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<Boolean> send(StoredMail mail) {
        if (mail.uselessAt(clock.instant())) {
            return outbox.givenUp(mail, "too late to be of use").thenReturn(false);
        }
        return enclosures
                .values(mail)
                .flatMap(values -> Mono.fromCallable(() -> {
                            carrier.carry(mail, values);
                            return mail;
                        })
                        .subscribeOn(threads))
                .flatMap(sent -> outbox.sent(sent).thenReturn(true))
                .onErrorResume(failure -> failed(mail, Refusal.of(failure)).thenReturn(false));
    }

    private Mono<Void> failed(StoredMail mail, Refusal refusal) {
        log.warn("Mail {} ({}), try {}: {}", mail.id(), mail.kind(), mail.attempts(), refusal.reason());
        if (refusal.forGood()) {
            // one alarm a kind of mail: a refused mail about alarms finds its own alarm open and causes no further one
            return outbox.givenUp(mail, refusal.reason())
                    .then(alarms.raise(
                            "mail.refused",
                            mail.kind(),
                            refusal.reason(),
                            "Look whether the address exists and whether the mail server takes our sender"));
        }
        if (mail.attempts() < settings.attempts()) {
            return outbox.later(mail, settings.retryAfter(mail.attempts()), refusal.reason());
        }
        return outbox.givenUp(mail, refusal.reason())
                .then(alarms.raise(
                        "mail.unsent",
                        mail.kind(),
                        refusal.reason(),
                        "Look whether the mail server of spring.mail.host answers and takes our sender"));
    }
}

package org.tremplin.notification;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Empties old mails: they are personal, and nobody needs to read them again. */
@Component
class MailForgetting {

    private final Outbox outbox;
    private final MailSettings settings;
    private final Clock clock;

    MailForgetting(Outbox outbox, MailSettings settings, Clock clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    Mono<Long> forgetOld() {
        return outbox.forgetBefore(clock.instant().minus(settings.keep()));
    }
}

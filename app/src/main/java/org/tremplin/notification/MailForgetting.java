package org.tremplin.notification;

import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Mono;

/** Empties old mails: they are personal, and nobody needs to read them again. */
@Component
class MailForgetting implements Retention {

    private final Outbox outbox;
    private final Term kept;

    MailForgetting(Outbox outbox, MailSettings settings) {
        this.outbox = outbox;
        this.kept = new Term(
                "tremplin.mail.keep", Period.ofDays((int) settings.keep().toDays()));
    }

    @Override
    public Holding holding() {
        return Holding.of("mails", Basis.CONTRACT, kept);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return outbox.forgetBefore(kept.before(now), most);
    }
}

package org.tremplin.capacity.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** The mailed link. The name of the association and nothing else that was typed: an address may be anybody's. */
@Component
class NamingMails {

    /** A mail that could not be sent in this time is not sent any more. */
    private static final Duration USEFUL = Duration.ofDays(14);

    private final Mails mails;
    private final TremplinSettings settings;

    NamingMails(Mails mails, TremplinSettings settings) {
        this.mails = mails;
        this.settings = settings;
    }

    /** In the language of who asks: the other's is not known. */
    Mono<Void> queue(UUID naming, Association association, String email, String token, Instant now, SignedInPerson by) {
        Language language = Language.ofCode(by.language());
        return mails.queue(Mail.of(
                        "capacity.naming-asked",
                        naming,
                        email,
                        language,
                        "partner-naming",
                        Map.of(
                                "association",
                                association.name(),
                                "link",
                                settings.absolute(language.to("/partenaire/" + token))))
                .usefulUntil(now.plus(USEFUL)));
    }
}

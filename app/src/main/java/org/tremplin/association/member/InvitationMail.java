package org.tremplin.association.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Role;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** The mail of an invitation, in the language of who invites: the other's is not known yet. */
@Component
class InvitationMail {

    private final Mails mails;
    private final TremplinSettings settings;

    InvitationMail(Mails mails, TremplinSettings settings) {
        this.mails = mails;
        this.settings = settings;
    }

    Mono<Void> queue(
            UUID invitation,
            String email,
            String token,
            String association,
            Role role,
            @Nullable LocalDate until,
            Instant expires,
            SignedInPerson by) {
        Language language = Language.ofCode(by.language());
        Map<String, Object> values = new HashMap<>();
        values.put("association", association);
        values.put("inviter", by.displayName());
        values.put("role", role.name());
        values.put("days", Invitations.LIFE.toDays());
        values.put("link", settings.absolute(language.to("/invitation?token=" + token)));
        if (until != null) {
            values.put("until", DayText.text(until, language.locale()));
        }
        return mails.queue(Mail.of("association.invitation", invitation, email, language, "invitation", values)
                .usefulUntil(expires));
    }
}

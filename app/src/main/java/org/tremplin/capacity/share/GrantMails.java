package org.tremplin.capacity.share;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** The mailed link, in the language of who opens: the other's is not known yet. */
@Component
class GrantMails {

    private final Mails mails;
    private final TremplinSettings settings;

    GrantMails(Mails mails, TremplinSettings settings) {
        this.mails = mails;
        this.settings = settings;
    }

    Mono<Void> queue(
            UUID grant, Association association, String email, ShareForm form, String token, SignedInPerson by) {
        Language language = Language.ofCode(by.language());
        boolean adviser = form.audience() == Audience.ADVISER;
        ZoneId zone = association.zone();
        return mails.queue(Mail.of(
                        adviser ? "capacity.adviser-invited" : "capacity.shared",
                        grant,
                        email,
                        language,
                        "share",
                        Map.of(
                                "adviser",
                                adviser,
                                "association",
                                association.name(),
                                "inviter",
                                by.displayName(),
                                "until",
                                DayText.text(form.lastDay(), language.locale()),
                                "days",
                                Grants.TO_ACCEPT.toDays(),
                                "link",
                                settings.absolute(language.to(
                                        adviser ? "/invitation/conseil?token=" + token : "/partage/" + token))))
                .usefulUntil(form.lastDay().plusDays(1).atStartOfDay(zone).toInstant()));
    }
}

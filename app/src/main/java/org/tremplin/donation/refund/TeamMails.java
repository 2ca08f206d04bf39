package org.tremplin.donation.refund;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Memberships;
import org.tremplin.association.Role;
import org.tremplin.identity.People;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells those who keep an association's money, each in their language; its presidents where it has no treasurer. */
@Component
class TeamMails {

    private final Memberships memberships;
    private final People people;
    private final Mails mails;

    TeamMails(Memberships memberships, People people, Mails mails) {
        this.memberships = memberships;
        this.people = people;
        this.mails = mails;
    }

    /** In the caller's transaction, once for each person and what it is about. */
    Mono<Void> queue(UUID association, String kind, UUID about, String template, Values values) {
        AssociationId id = new AssociationId(association);
        return memberships
                .persons(id, Role.TREASURER)
                .switchIfEmpty(Flux.defer(() -> memberships.persons(id, Role.PRESIDENT)))
                .distinct()
                .collectList()
                .flatMapMany(people::findAll)
                .concatMap(person -> {
                    Language language = Language.ofCode(person.language());
                    return mails.queue(new Mail(
                            kind,
                            about + " " + person.id(),
                            person.email(),
                            language,
                            template,
                            values.in(language),
                            null));
                })
                .then();
    }

    /** What a template shows, in a language. */
    interface Values {
        Map<String, ?> in(Language language);
    }
}

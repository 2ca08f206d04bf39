package org.tremplin.capacity.share;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.capacity.Accompanying;
import org.tremplin.identity.People;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** Invites an adviser and answers for them, as the pages would. */
@Component
class AdviserAtOnce implements Accompanying {

    /** Never what weighs on persons or names others. */
    private static final Set<Shared> USUAL =
            Set.of(Shared.LABEL, Shared.SECTIONS, Shared.ANSWERS, Shared.PARTNER_COUNTS);

    private final Grants grants;
    private final People people;
    private final MessageSource messages;

    AdviserAtOnce(Grants grants, People people, MessageSource messages) {
        this.grants = grants;
        this.people = people;
        this.messages = messages;
    }

    @Override
    public Mono<Void> invite(Association association, String email, LocalDate until, SignedInPerson by) {
        ShareForm form = new ShareForm(Audience.ADVISER, email, until.toString(), USUAL, true);
        String consent = messages.getMessage(
                "share.form.agree." + Audience.ADVISER, new Object[] {association.name()}, Locale.FRENCH);
        // one that is open already is left as it is
        return grants.give(association, form, consent, by)
                .thenMany(grants.of(association.id()))
                .filter(grant -> email.equals(grant.email()) && grant.acceptedAt() == null)
                .next()
                .flatMap(grant -> people.findByEmail(email)
                        .flatMap(person -> grants.accept(grant, person.id(), person.language())))
                .then();
    }
}

package org.tremplin.patron.pledge;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.association.Memberships;
import org.tremplin.association.Role;
import org.tremplin.campaign.Campaigns;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.money.MoneyText;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What patrons are written, each mail with a link of its own; and the team of the association. They hold names of the
 * campaign and of the association, amounts and days, and nothing that the sender of a form typed.
 */
@Component
class PledgeMails {

    private final Campaigns campaigns;
    private final Associations associations;
    private final Memberships memberships;
    private final People people;
    private final Pledges pledges;
    private final Mails mails;

    PledgeMails(
            Campaigns campaigns,
            Associations associations,
            Memberships memberships,
            People people,
            Pledges pledges,
            Mails mails) {
        this.campaigns = campaigns;
        this.associations = associations;
        this.memberships = memberships;
        this.people = people;
        this.pledges = pledges;
        this.mails = mails;
    }

    /** What the mail says. */
    enum Says {
        PROPOSED,
        AGREED,
        REFUSED,
        EXPIRED,
        WITHDRAWN,
        DUE,
        LATE,
        RECEIVED,
        RETURNED,
        ENDED,
        /** Its last day passed: what waited for its condition is not owed any more. */
        LAPSED,
        FULFILLED
    }

    /** In the caller's transaction, once for each thing said. To nobody once who signs was erased. */
    Mono<Void> patron(Pledge pledge, Says says, @Nullable Instalment about, String once) {
        if (pledge.signer().email().isEmpty()) {
            return Mono.empty();
        }
        String token = Tokens.random();
        Language language = pledge.signer().language();
        return pledges.link(pledge.id(), token)
                .then(values(pledge, says, about, language))
                .flatMap(values -> {
                    values.put("page", language.to("/mecenes/promesses/" + token));
                    return mails.queue(new Mail(
                            "patron.pledge-" + says.name().toLowerCase(Locale.ROOT),
                            pledge.id() + once,
                            pledge.signer().email(),
                            language,
                            "pledge",
                            values,
                            null));
                });
    }

    /** Who acts for the association: nobody promises to themselves. Once a day for a campaign. */
    Mono<Void> member(Person member, Promisable.At at, Language language) {
        return mails.queue(new Mail(
                "patron.pledge-own",
                at.campaign().campaign().id().value() + " " + member.id() + " " + at.today(),
                member.email(),
                language,
                "pledge-own",
                Map.of(
                        "association", at.association().name(),
                        "campaign", at.plan().title(),
                        "page", language.to("/c/" + at.campaign().campaign().slug() + "/mecene")),
                null));
    }

    /** Presidents and treasurers, each in their language. */
    Mono<Void> team(Pledge pledge, Says says, @Nullable Instalment about, String once) {
        AssociationId association = pledge.association();
        return Flux.concat(
                        memberships.persons(association, Role.PRESIDENT),
                        memberships.persons(association, Role.TREASURER))
                .distinct()
                .collectList()
                .flatMapMany(people::findAll)
                .concatMap(person -> {
                    Language language = Language.ofCode(person.language());
                    return Mono.zip(values(pledge, says, about, language), associations.find(association))
                            .flatMap(both -> {
                                both.getT1().put("page", desk(both.getT2(), pledge));
                                return mails.queue(new Mail(
                                        "patron.pledge-team-" + says.name().toLowerCase(Locale.ROOT),
                                        pledge.id() + once + " " + person.id(),
                                        person.email(),
                                        language,
                                        "pledge-team",
                                        both.getT1(),
                                        null));
                            });
                })
                .then();
    }

    private static String desk(Association association, Pledge pledge) {
        return "/espace/" + association.slug() + "/c/" + pledge.campaign().value() + "/promesses/" + pledge.id();
    }

    private Mono<Map<String, Object>> values(Pledge pledge, Says says, @Nullable Instalment about, Language language) {
        return Mono.zip(associations.find(pledge.association()), campaigns.findPublished(pledge.campaign()))
                .map(both -> {
                    Map<String, Object> values = new HashMap<>();
                    values.put("says", says.name());
                    values.put("association", both.getT1().name());
                    values.put("campaign", both.getT2().plan().title());
                    values.put("amount", MoneyText.brief(cents(pledge, says, about), language.locale()));
                    values.put(
                            "until",
                            about == null || about.payBy() == null
                                    ? ""
                                    : DayText.text(about.payBy(), language.locale()));
                    return values;
                });
    }

    private static long cents(Pledge pledge, Says says, @Nullable Instalment about) {
        if (about != null) {
            return says == Says.LATE || says == Says.DUE ? about.restCents() : about.cents();
        }
        return says == Says.LAPSED ? pledge.awaitedCents() : pledge.cents();
    }
}

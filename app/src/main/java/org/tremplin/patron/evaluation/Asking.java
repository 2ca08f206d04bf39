package org.tremplin.patron.evaluation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Associations;
import org.tremplin.association.Membership;
import org.tremplin.association.Memberships;
import org.tremplin.association.Role;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.patron.company.Companies;
import org.tremplin.patron.company.Seat;
import org.tremplin.patron.evaluation.Threads.Conversation;
import org.tremplin.patron.evaluation.Threads.Side;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks and answers: what is said and the mails that tell of it are one transaction. Mails carry none of the words. */
@Component
class Asking {

    /** Characters of a question or an answer. */
    static final int LONGEST = 1_000;

    /** Who answers for an association. */
    static final List<Role> ANSWERING = List.of(Role.PRESIDENT, Role.TREASURER, Role.EDITOR);

    /** A question reaches no more members than this. */
    private static final int MOST_TOLD = 10;

    private final Threads threads;
    private final Companies companies;
    private final Campaigns campaigns;
    private final Associations associations;
    private final Memberships memberships;
    private final People people;
    private final Mails mails;
    private final TremplinSettings settings;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Asking(
            Threads threads,
            Companies companies,
            Campaigns campaigns,
            Associations associations,
            Memberships memberships,
            People people,
            Mails mails,
            TremplinSettings settings,
            TransactionalOperator transaction,
            Clock clock) {
        this.threads = threads;
        this.companies = companies;
        this.campaigns = campaigns;
        this.associations = associations;
        this.memberships = memberships;
        this.people = people;
        this.mails = mails;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Said> ask(Seat seat, PublishedCampaign campaign, String body) {
        var asked = campaign.campaign();
        return threads.mayAsk(seat.company().id(), seat.person())
                .flatMap(may -> may
                        ? threads.begin(seat.company().id(), asked.id(), asked.association())
                                .flatMap(thread -> threads.say(thread, Side.PATRON, seat.person(), body)
                                        .delayUntil(word -> threads.asked(seat.person()))
                                        .flatMap(word -> tellAssociation(thread, word, campaign))
                                        .defaultIfEmpty(Said.FULL))
                        : Mono.just(Said.TOO_MANY))
                .as(transaction::transactional);
    }

    private Mono<Said> tellAssociation(UUID thread, UUID word, PublishedCampaign campaign) {
        return Flux.fromIterable(ANSWERING)
                .concatMap(role -> memberships.persons(campaign.campaign().association(), role))
                .distinct()
                .take(MOST_TOLD)
                .collectList()
                .flatMapMany(people::findAll)
                .concatMap(person -> threads.key(thread, person.id())
                        .flatMap(token -> mails.queue(mail("asked", word, person, campaign, "/reponse/" + token))))
                .then(Mono.just(Said.YES));
    }

    Mono<Said> answer(Conversation thread, UUID member, String body) {
        return threads.say(thread.id(), Side.ASSOCIATION, member, body)
                .flatMap(word -> tellPatron(thread, word))
                .defaultIfEmpty(Said.FULL)
                .as(transaction::transactional);
    }

    private Mono<Said> tellPatron(Conversation thread, UUID word) {
        return campaigns
                .findPublished(thread.campaign())
                .flatMapMany(campaign -> askers(thread)
                        .concatMap(person -> mails.queue(mail(
                                "answered",
                                word,
                                person,
                                campaign,
                                "/mecenes/projets/" + campaign.campaign().slug()))))
                .then(Mono.just(Said.YES));
    }

    /** Whoever asked last; those who decide when that person does not act for the organisation any more. */
    private Flux<Person> askers(Conversation thread) {
        return threads.words(List.of(thread.id()))
                .filter(said -> said.side() == Side.PATRON)
                .takeLast(1)
                .map(Threads.Word::person)
                .filterWhen(person ->
                        companies.of(person).map(seat -> seat.company().id().equals(thread.company())))
                .switchIfEmpty(companies.deciders(thread.company()))
                .take(MOST_TOLD)
                .collectList()
                .flatMapMany(people::findAll);
    }

    /** What the mailed link of a member opens: only while they act for the association. */
    Mono<Conversation> byToken(Threads.Key key) {
        return associations
                .find(key.association())
                .flatMap(association -> memberships.of(key.person(), association.slug()))
                .map(Membership::role)
                .filter(ANSWERING::contains)
                .flatMap(role -> threads.find(key.association(), key.thread()));
    }

    private Mail mail(String step, UUID word, Person to, PublishedCampaign campaign, String page) {
        Language language = Language.ofCode(to.language());
        return new Mail(
                "patron.question-" + step,
                word + " " + to.id(),
                to.email(),
                language,
                "patron-question",
                Map.of("step", step, "campaign", campaign.plan().title(), "link", settings.absolute(language.to(page))),
                clock.instant().plus(Threads.KEY_LIFE));
    }

    enum Said {
        YES,
        /** The thread has as many words as it may. */
        FULL,
        /** The day's limit of the organisation. */
        TOO_MANY;

        String key() {
            return this == FULL ? "question.full" : "question.many";
        }
    }
}

package org.tremplin.capacity.exchange;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/**
 * Writes to whom somebody else's word concerns: an association said yes, both agreed, did it happen, thanks. By day only:
 * evenings and nights are people's own. What was told and its mail are one transaction.
 */
@Component
public class ExchangeMails {

    private static final Logger log = LoggerFactory.getLogger(ExchangeMails.class);
    private static final LocalTime FIRST = LocalTime.of(8, 0);
    private static final LocalTime LAST = LocalTime.of(20, 0);
    private static final int BATCH = 50;

    private final Matches matches;
    private final Associations associations;
    private final People people;
    private final Mails mails;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ExchangeMails(
            Matches matches,
            Associations associations,
            People people,
            Mails mails,
            TransactionalOperator transaction,
            Clock clock) {
        this.matches = matches;
        this.associations = associations;
        this.people = people;
        this.mails = mails;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    Mono<Void> look() {
        return tell().then().onErrorResume(failure -> {
            log.warn("Mails about help wait: {}", failure.toString());
            return Mono.empty();
        });
    }

    /** @return mails queued */
    public Mono<Long> tell() {
        return Mono.defer(() -> byDay(clock.instant().atZone(Matches.ZONE).toLocalTime())
                ? matches.untold(matches.today(), BATCH)
                        .collectList()
                        .flatMapIterable(found -> found)
                        .concatMap(this::tell)
                        .count()
                        .as(transaction::transactional)
                : Mono.just(0L));
    }

    static boolean byDay(LocalTime there) {
        return !there.isBefore(FIRST) && there.isBefore(LAST);
    }

    private Mono<Match> tell(Match match) {
        return matches.toldOf(match.id())
                .flatMap(before -> associations
                        .find(new AssociationId(match.association()))
                        .flatMap(association -> mail(match, association, before))
                        .flatMap(mails::queue)
                        .then(matches.told(match.id(), told(match, before))))
                .thenReturn(match);
    }

    private static boolean followed(Match match, Matches.State before) {
        return match.state() == Match.State.AGREED && before.told().equals("AGREED");
    }

    private static String told(Match match, Matches.State before) {
        return followed(match, before) ? "FOLLOWED AGREED" : match.state().name();
    }

    private Mono<Mail> mail(Match match, Association association, Matches.State before) {
        Offer offer = Objects.requireNonNull(match.offer());
        if (match.state() == Match.State.AGREED && !followed(match, before)) {
            return Mono.justOrEmpty(match.by())
                    .flatMap(people::find)
                    .map(member -> toMember(match, offer, association, member));
        }
        String step = followed(match, before) ? "followed" : match.state() == Match.State.ASKED ? "asked" : "thanks";
        return Mono.just(of(
                step,
                match,
                offer.email(),
                offer.language(),
                offer.what(),
                association.name(),
                before.thanks(),
                offer.language().to(offer.page())));
    }

    private static Mail toMember(Match match, Offer offer, Association association, Person member) {
        Language language = Language.ofCode(member.language());
        return of(
                "agreed",
                match,
                member.email(),
                language,
                offer.what(),
                association.name(),
                "",
                "/espace/" + association.slug() + "/c/" + match.need().campaign() + "/aide");
    }

    private static Mail of(
            String step,
            Match match,
            String to,
            Language language,
            String what,
            String association,
            String words,
            String page) {
        return new Mail(
                "exchange." + step,
                match.id().toString(),
                to,
                language,
                "exchange",
                Map.of(
                        "step",
                        step,
                        "what",
                        what,
                        "campaign",
                        match.title(),
                        "association",
                        association,
                        "words",
                        words,
                        "page",
                        page),
                null);
    }
}

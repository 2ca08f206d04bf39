package org.tremplin.operation.health;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.identity.Operator;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.alarm.Alarm;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/**
 * Writes to the operator about alarms nobody was told of, several in one mail, each once while it is open. Looks every
 * fifteen seconds, so that with the mail queue's second a minute is kept.
 */
@Component
class AlarmMails {

    static final String KIND = "operation.alarms";

    private static final Logger log = LoggerFactory.getLogger(AlarmMails.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Alarms alarms;
    private final AlarmWords words;
    private final Operator operator;
    private final People people;
    private final Mails mails;
    private final Ids ids;
    private final TransactionalOperator transaction;

    AlarmMails(
            Alarms alarms,
            AlarmWords words,
            Operator operator,
            People people,
            Mails mails,
            Ids ids,
            TransactionalOperator transaction) {
        this.alarms = alarms;
        this.words = words;
        this.operator = operator;
        this.people = people;
        this.mails = mails;
        this.ids = ids;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 15_000)
    Mono<Void> look() {
        return tell().onErrorResume(failure -> {
            log.warn("Alarms wait to be mailed: {}", failure.toString());
            return Mono.empty();
        });
    }

    /** The claim and the mail are one transaction: of two instances one writes, and a mail that fails is no claim. */
    Mono<Void> tell() {
        if (operator.email().isEmpty()) {
            return Mono.empty();
        }
        return alarms.claimUntold()
                .collectList()
                .filter(untold -> !untold.isEmpty())
                .flatMap(untold -> language().flatMap(language -> mails.queue(mail(untold, language))))
                .as(transaction::transactional);
    }

    private Mono<Language> language() {
        return people.findByEmail(operator.email())
                .map(Person::language)
                .map(Language::ofCode)
                .defaultIfEmpty(Language.FR);
    }

    /** No id of a person, no address, nothing typed: only kinds, instants and what we say of them. */
    private Mail mail(List<Alarm> untold, Language language) {
        List<Map<String, String>> told = untold.stream()
                .map(alarm -> Map.of(
                        "title", words.title(alarm, language.locale()),
                        "means", words.meaning(alarm, language.locale()),
                        "next", words.next(alarm, language.locale()),
                        "subject", alarm.subject(),
                        "since", DayText.moment(alarm.firstSeen(), ZONE, language.locale())))
                .toList();
        return Mail.of(
                KIND, ids.next(), operator.email(), language, "alarms", Map.of("count", told.size(), "alarms", told));
    }
}

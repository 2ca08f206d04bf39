package org.tremplin.operation.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.platform.alarm.Alarm;

/** What a kind of alarm is called, what it means and what to do next; the stored words where a kind has none. */
@Component
class AlarmWords {

    /** Kinds in which money is not where the books say, or a journal not what was signed: shown first, in red. */
    private static final Set<String> GRAVE = Set.of(
            "payment.without_donation",
            "payment.unknown",
            "payment.amount_differs",
            "ledger.totals_differ",
            "reconcile.not_booked",
            "journal.rewritten",
            "webhook.unreadable");

    /** Kinds that whoever raises them closes, once what they say holds no more. The others wait for somebody's word. */
    private static final Set<String> BY_ITSELF = Set.of(
            "event.stuck",
            "experience.waiting",
            "journal.key_sealed",
            "ledger.balance_differs",
            "ledger.totals_differ",
            "patron.project_unreadable",
            "payment.sweep_stopped",
            "privacy.erasures_not_kept",
            "privacy.kept_too_long",
            "reconcile.not_booked");

    private final MessageSource messages;

    AlarmWords(MessageSource messages) {
        this.messages = messages;
    }

    String title(Alarm alarm, Locale locale) {
        return text(alarm, "title", alarm.kind(), locale);
    }

    String meaning(Alarm alarm, Locale locale) {
        return text(alarm, "means", alarm.cause(), locale);
    }

    String next(Alarm alarm, Locale locale) {
        return text(alarm, "next", alarm.nextStep(), locale);
    }

    boolean grave(Alarm alarm) {
        return GRAVE.contains(alarm.kind());
    }

    boolean closesByItself(Alarm alarm) {
        return BY_ITSELF.contains(alarm.kind());
    }

    /** Two units at most: « 2 j 4 h », « 35 min ». */
    String age(Instant since, Instant now, Locale locale) {
        Duration age = Duration.between(since, now);
        String unit = age.toDays() > 0 ? "days" : age.toHours() > 0 ? "hours" : age.toMinutes() > 0 ? "minutes" : "now";
        return String.valueOf(messages.getMessage(
                "health.age." + unit,
                new Object[] {
                    age.toDays(),
                    age.toDays() > 0 ? age.toHoursPart() : age.toHours(),
                    age.toHours() > 0 ? age.toMinutesPart() : age.toMinutes()
                },
                locale));
    }

    private String text(Alarm alarm, String what, String stored, Locale locale) {
        return String.valueOf(messages.getMessage("alarm." + alarm.kind() + "." + what, null, stored, locale));
    }
}

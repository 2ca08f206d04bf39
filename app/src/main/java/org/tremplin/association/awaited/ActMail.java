package org.tremplin.association.awaited;

import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.identity.Person;
import org.tremplin.identity.Reminders;
import org.tremplin.notification.Mail;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.web.Language;

/** One mail with one button: it opens the one act, or the page where the several are. */
@Component
class ActMail {

    static final String KIND = "association.acts";

    /** Lines of a mail; the button leads to the others. */
    private static final int SHOWN = 10;

    private final MessageSource messages;
    private final Ids ids;

    ActMail(MessageSource messages, Ids ids) {
        this.messages = messages;
        this.ids = ids;
    }

    /** @param acts that wait for this person, those they know of already included; @param wish when they are written to */
    Mail write(Person person, List<Waiting> acts, Reminders wish) {
        Language language = Language.ofCode(person.language());
        List<Map<String, String>> lines = acts.stream()
                .limit(SHOWN)
                .map(act -> Map.of(
                        "text",
                                messages.getMessage(
                                        act.act().text(),
                                        new Object[] {act.act().what()},
                                        language.locale()),
                        "association", act.association().name()))
                .toList();
        return Mail.of(
                KIND,
                ids.next(),
                person.email(),
                language,
                "acts",
                Map.of(
                        "count",
                        acts.size(),
                        "acts",
                        lines,
                        "more",
                        acts.size() - lines.size(),
                        "page",
                        button(acts),
                        "daily",
                        wish != Reminders.AT_ONCE));
    }

    static String button(List<Waiting> acts) {
        List<String> homes = acts.stream().map(Waiting::home).distinct().toList();
        if (homes.size() > 1) {
            return "/espace";
        }
        return acts.size() == 1 ? acts.get(0).page() : homes.get(0);
    }
}

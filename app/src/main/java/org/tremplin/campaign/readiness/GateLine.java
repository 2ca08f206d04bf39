package org.tremplin.campaign.readiness;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.tremplin.campaign.Missing;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;

/**
 * A gate as a page shows it.
 *
 * @param key of its texts
 * @param missing keys of what keeps it shut
 * @param evidence what opened it, in words; empty when it is shut
 * @param href where the next step is taken, none when this member may not
 */
public record GateLine(
        String key,
        boolean met,
        List<String> missing,
        String evidence,
        int minutes,
        @Nullable String href) {

    /** Those that are shut first; else in their order. */
    public static List<GateLine> of(
            Situation situation,
            String workspace,
            String campaign,
            Predicate<String> may,
            MessageSource messages,
            Locale locale) {
        return Gates.ALL.stream()
                .map(gate -> {
                    Finding found = gate.judge().apply(situation);
                    String address = gate.address(workspace, campaign);
                    String page = address.replaceFirst("#.*", "");
                    return new GateLine(
                            gate.key(),
                            found.met(),
                            found.missing().stream().map(Missing::key).toList(),
                            found.met() ? evidence(gate, found, messages, locale) : "",
                            gate.minutes(),
                            may.test(page) ? address : null);
                })
                .sorted(Comparator.comparing(GateLine::met))
                .toList();
    }

    private static String evidence(Gate gate, Finding found, MessageSource messages, Locale locale) {
        Object[] words = found.evidence().stream()
                .map(one -> words(one, messages, locale))
                .toArray();
        return messages.getMessage("gate." + gate.key() + ".met", words, locale);
    }

    private static Object words(Object evidence, MessageSource messages, Locale locale) {
        if (evidence instanceof LocalDate day) {
            return DayText.text(day, locale);
        }
        if (evidence instanceof Finding.Cents amount) {
            return MoneyText.brief(amount.cents(), locale);
        }
        if (evidence instanceof Finding.Keys keys) {
            return keys.keys().stream()
                    .map(key -> messages.getMessage(key, null, locale))
                    .collect(Collectors.joining(", "));
        }
        return evidence;
    }
}

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
import org.tremplin.campaign.Waiver;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;

/**
 * A gate as a page shows it.
 *
 * @param key of its texts
 * @param met whether it lets the campaign through
 * @param missing keys of what keeps it shut
 * @param evidence what opened it, in words; empty when it is shut
 * @param waived who passed it over, when and why; empty for most
 * @param href where the next step is taken, none when this member may not
 * @param waive where it is passed over, or asked again; none when that may not be
 */
public record GateLine(
        String key,
        boolean met,
        List<String> missing,
        String evidence,
        String waived,
        int minutes,
        @Nullable String href,
        @Nullable String waive) {

    static final String WAIVE = "/passer-outre";

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
                    Finding found = gate.find(situation);
                    String address = gate.address(workspace, campaign);
                    String page = address.replaceFirst("#.*", "");
                    return new GateLine(
                            gate.key(),
                            found.open(),
                            found.missing().stream().map(Missing::key).toList(),
                            found.met() ? evidence(gate, found, messages, locale) : "",
                            waived(found, messages, locale),
                            gate.minutes(),
                            may.test(page) ? address : null,
                            gate.waivable() && !found.met() && may.test(campaign + WAIVE)
                                    ? campaign + WAIVE + "?condition=" + gate.key()
                                    : null);
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

    private static String waived(Finding found, MessageSource messages, Locale locale) {
        Waiver waiver = found.waived();
        LocalDate on = found.on();
        return waiver == null || on == null
                ? ""
                : messages.getMessage(
                        "gate.waived",
                        new Object[] {
                            DayText.text(on, locale),
                            messages.getMessage("role." + waiver.by().name(), null, locale),
                            waiver.reason()
                        },
                        locale);
    }

    private static Object words(Object evidence, MessageSource messages, Locale locale) {
        if (evidence instanceof LocalDate day) {
            return DayText.text(day, locale);
        }
        if (evidence instanceof Finding.Cents amount) {
            return MoneyText.brief(amount.cents(), locale);
        }
        if (evidence instanceof Finding.Said said) {
            return messages.getMessage(said.key(), said.arguments().toArray(), locale);
        }
        if (evidence instanceof Finding.Keys keys) {
            return keys.keys().stream()
                    .map(key -> messages.getMessage(key, null, locale))
                    .collect(Collectors.joining(", "));
        }
        return evidence;
    }
}

package org.tremplin.transparency.evidence;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.transparency.Evidence;

/** What the conditions of publication rested on, as facts: the kind of evidence and its day, roles only. */
@Component
class GateRows {

    private final MessageSource messages;

    GateRows(MessageSource messages) {
        this.messages = messages;
    }

    /** @param lead what this is, or that it was not kept */
    record Kept(String lead, List<EvidencePage.Row> rows) {}

    /** @param waivers those passed over; they are met by nothing */
    Kept of(List<Evidence.Gate> gates, List<Evidence.Waived> waivers, Language language) {
        Locale locale = language.locale();
        if (gates.isEmpty()) {
            return new Kept(text("evidence.gates.none", locale), List.of());
        }
        Stream<EvidencePage.Row> passedOver = waivers.stream()
                .filter(waiver -> gates.stream().noneMatch(met -> met.gate().equals(waiver.gate())))
                .map(waiver -> new EvidencePage.Row(
                        "gate." + waiver.gate(), null, false, text("evidence.gate.waived", locale), List.of()));
        return new Kept(
                text("evidence.gates.on", locale, day(gates.get(0).checkedOn(), locale)),
                Stream.concat(gates.stream().map(met -> row(met, locale)), passedOver)
                        .toList());
    }

    private EvidencePage.Row row(Evidence.Gate met, Locale locale) {
        String said = switch (met.gate()) {
            case "decision", "recu" -> "evidence.gate." + met.gate() + "." + met.kind();
            default -> "evidence.gate." + met.gate();
        };
        return new EvidencePage.Row(
                "gate." + met.gate(),
                text(said, locale, day(met.on(), locale), kind(met, locale)),
                false,
                note(met, locale),
                List.of());
    }

    /** The day stands in the words themselves of what is decided or promised. */
    private @Nullable String note(Evidence.Gate met, Locale locale) {
        return switch (met.gate()) {
            case "decision", "rapport" -> null;
            default ->
                met.on() == null
                        ? text("evidence.gate.seen", locale, day(met.checkedOn(), locale))
                        : text("evidence.gate.dated", locale, day(met.on(), locale));
        };
    }

    private String kind(Evidence.Gate met, Locale locale) {
        return switch (met.gate()) {
            case "moyens" ->
                Arrays.stream(met.kind().split(","))
                        .map(means -> text("evidence.gate.means." + means, locale))
                        .collect(Collectors.joining(", "));
            case "rapport" -> text("role." + met.kind(), locale);
            default -> met.kind();
        };
    }

    private static String day(@Nullable LocalDate day, Locale locale) {
        return day == null ? "" : DayText.text(day, locale);
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}

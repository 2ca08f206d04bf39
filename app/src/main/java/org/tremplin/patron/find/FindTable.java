package org.tremplin.patron.find;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.web.Csv;
import org.tremplin.platform.web.Language;

/** The same list for spreadsheets: plain numbers and days, an empty cell for what is missing. */
@Component
class FindTable {

    /** Rows at most; a last row says what is left out. */
    static final int MOST = 20_000;

    private static final List<String> COLUMNS = List.of(
            "title",
            "association",
            "cause",
            "place",
            "department",
            "stage",
            "goal",
            "received",
            "left",
            "percent",
            "opens",
            "closes",
            "needs",
            "cofunders",
            "asked",
            "receipts",
            "reports",
            "reports-promised",
            "reports-late",
            "updates",
            "updates-promised",
            "updates-late",
            "proven",
            "on",
            "address");

    private final MessageSource messages;
    private final TremplinSettings settings;

    FindTable(MessageSource messages, TremplinSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    String csv(Listed listed, Language language) {
        Locale locale = language.locale();
        StringBuilder csv = new StringBuilder(Csv.MARK)
                .append(Csv.line(COLUMNS.stream()
                        .map(column -> text("find.column." + column, locale))
                        .toList()));
        listed.projects().stream().limit(MOST).forEach(project -> csv.append(Csv.line(line(project, language))));
        int more = listed.projects().size() - MOST;
        if (more > 0) {
            csv.append(Csv.line(List.of(text("find.column.more", locale, more))));
        }
        return csv.toString();
    }

    private List<String> line(Project project, Language language) {
        Locale locale = language.locale();
        return Stream.of(
                        Stream.of(
                                project.title(),
                                project.owner(),
                                text("cause." + project.cause(), locale),
                                project.city(),
                                project.department(),
                                text("find.stade." + project.stage().option(), locale),
                                euros(project.goalCents(), locale),
                                euros(project.receivedCents(), locale),
                                euros(project.leftCents(), locale),
                                String.valueOf(project.fundedPercent()),
                                day(project.opensOn()),
                                day(project.endedOn() == null ? project.closesOn() : project.endedOn())),
                        Stream.of(
                                project.needs().stream()
                                        .map(need -> text("compare.need." + need, locale))
                                        .collect(Collectors.joining(", ")),
                                project.coFundersAsked() == 0 ? "" : String.valueOf(project.coFunders()),
                                project.coFundersAsked() == 0 ? "" : String.valueOf(project.coFundersAsked()),
                                day(project.receiptsOn())),
                        kept(project.reports()),
                        kept(project.updates()),
                        Stream.of(
                                project.provenPercent() == null ? "" : String.valueOf(project.provenPercent()),
                                day(project.asOf()),
                                settings.absolute(language.to("/c/" + project.slug() + "/mecene"))))
                .flatMap(cells -> cells)
                .toList();
    }

    private static Stream<String> kept(Project.Kept kept) {
        return kept.promised() == 0
                ? Stream.of("", "", "")
                : Stream.of(kept.made(), kept.promised(), kept.late()).map(String::valueOf);
    }

    private static String euros(long cents, Locale locale) {
        return "%d%s%02d".formatted(cents / 100, "fr".equals(locale.getLanguage()) ? "," : ".", Math.abs(cents % 100));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}

package org.tremplin.patron.find;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
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
        UnaryOperator<String> label = labels(language.locale());
        int more = listed.projects().size() - MOST;
        return Csv.MARK
                + Csv.lines(Stream.of(
                                Stream.of(COLUMNS.stream()
                                        .map(column -> label.apply("find.column." + column))
                                        .toList()),
                                listed.projects().stream().limit(MOST).map(project -> line(project, language, label)),
                                Stream.of(more)
                                        .filter(count -> count > 0)
                                        .map(count -> List.of(messages.getMessage(
                                                "find.column.more", new Object[] {count}, language.locale()))))
                        .flatMap(lines -> lines));
    }

    /** Each label is looked up once a table. */
    private UnaryOperator<String> labels(Locale locale) {
        Map<String, String> found = new HashMap<>();
        return key -> found.computeIfAbsent(key, asked -> messages.getMessage(asked, null, locale));
    }

    private List<String> line(Project project, Language language, UnaryOperator<String> label) {
        Locale locale = language.locale();
        return Stream.of(
                        Stream.of(
                                project.title(),
                                project.owner(),
                                label.apply("cause." + project.cause()),
                                project.city(),
                                project.department(),
                                label.apply("find.stade." + project.stage().option()),
                                euros(project.goalCents(), locale),
                                euros(project.receivedCents(), locale),
                                euros(project.leftCents(), locale),
                                String.valueOf(project.fundedPercent()),
                                day(project.opensOn()),
                                day(project.endedOn() == null ? project.closesOn() : project.endedOn())),
                        Stream.of(
                                project.needs().stream()
                                        .map(need -> label.apply("compare.need." + need))
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
}

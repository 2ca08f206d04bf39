package org.tremplin.patron.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.platform.web.Csv;
import org.tremplin.platform.web.Language;

/** The comparison as a table of cells, for spreadsheets: the page's own words, nothing more. */
@Component
class CompareTable {

    private final MessageSource messages;

    CompareTable(MessageSource messages) {
        this.messages = messages;
    }

    String csv(ComparePage page, Language language) {
        StringBuilder csv = new StringBuilder(Csv.MARK);
        lines(page, language).forEach(line -> csv.append(Csv.line(line)));
        return csv.toString();
    }

    private List<List<String>> lines(ComparePage page, Language language) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(line(
                text("compare.question", language),
                text("compare.file.source", language),
                page.projects().stream().map(ComparePage.Project::title)));
        lines.add(line(
                text("compare.file.association", language),
                "",
                page.projects().stream().map(ComparePage.Project::association)));
        lines.add(line(
                text("compare.file.on", language), "", page.projects().stream().map(ComparePage.Project::asOf)));
        rows(lines, page.observed(), "compare.observed", language);
        rows(lines, page.declared(), "compare.declared.short", language);
        return lines;
    }

    private void rows(List<List<String>> lines, List<Row> rows, String source, Language language) {
        rows.forEach(row -> lines.add(line(
                text(row.label(), language),
                text(source, language),
                row.cells().stream().map(CompareTable::told))));
    }

    private static String told(Row.Cell cell) {
        String note = cell.note();
        String value = cell.value();
        return value == null ? "(" + note + ")" : note == null ? value : value + " (" + note + ")";
    }

    private static List<String> line(String first, String second, Stream<String> others) {
        return Stream.concat(Stream.of(first, second), others).toList();
    }

    private String text(String key, Language language) {
        return messages.getMessage(key, null, language.locale());
    }
}

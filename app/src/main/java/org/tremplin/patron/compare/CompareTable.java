package org.tremplin.patron.compare;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
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

    /** The same cells; texts stay texts, whatever they begin with. */
    byte[] workbook(ComparePage page, Language language) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "Tremplin", null)) {
            Worksheet sheet = workbook.newWorksheet(text("compare.sheet", language));
            List<List<String>> lines = lines(page, language);
            for (int row = 0; row < lines.size(); row++) {
                List<String> line = lines.get(row);
                for (int column = 0; column < line.size(); column++) {
                    sheet.value(row, column, line.get(column));
                    sheet.style(row, column)
                            .wrapText(true)
                            .verticalAlignment("top")
                            .set();
                }
                sheet.style(row, 0)
                        .bold()
                        .wrapText(true)
                        .verticalAlignment("top")
                        .set();
            }
            sheet.range(0, 0, 0, Math.max(1, page.projects().size() + 1))
                    .style()
                    .bold()
                    .wrapText(true)
                    .set();
            for (int column = 0; column < page.projects().size() + 2; column++) {
                sheet.width(column, column == 1 ? 11 : 30);
            }
            sheet.freezePane(1, 1);
            sheet.setFitToPage(true);
            sheet.pageOrientation("landscape");
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
        return file.toByteArray();
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
        lines.add(line(
                text("compare.file.origin", language),
                "",
                page.projects().stream()
                        .map(one -> one.origin() == null ? text("compare.here", language) : one.origin())));
        rows(lines, page.observed(), "compare.observed", language);
        rows(lines, page.declared(), "compare.declared.short", language);
        lines.add(line(
                text("compare.file.findings", language),
                "",
                page.projects().stream().map(one -> findings(one, language))));
        page.problems()
                .forEach(problem -> lines.add(line(text("compare.file.problem", language), "", Stream.of(problem))));
        return lines;
    }

    private void rows(List<List<String>> lines, List<Row> rows, String source, Language language) {
        rows.forEach(row -> lines.add(line(
                text(row.label(), language),
                text(source, language),
                row.cells().stream().map(CompareTable::told))));
    }

    private String findings(ComparePage.Project one, Language language) {
        return one.findings().isEmpty()
                ? text("compare.file.findings.none", language)
                : String.join(text("compare.file.findings.between", language), one.findings());
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
